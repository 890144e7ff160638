import { Account } from './account.ts';
import { Act } from './act.ts';
import { Area } from './area.ts';
import { Assessment } from './assessment.ts';
import { Audit } from './audit.ts';
import { Award } from './award.ts';
import { Cases } from './cases.ts';
import { Claim } from './claim.ts';
import { Clock } from './clock.ts';
import { Document } from './document.ts';
import { Draft } from './draft.ts';
import { HouseholdFacts } from './household-facts.ts';
import { HouseholdRegistry } from './household-registry.ts';
import { Idempotency } from './idempotency.ts';
import { Ledger } from './ledger.ts';
import { Letter } from './letter.ts';
import { Meta } from './meta.ts';
import { Notice } from './notice.ts';
import { Nudge } from './nudge.ts';
import { Objection } from './objection.ts';
import { Objector } from './objector.ts';
import { Period } from './period.ts';
import { Session } from './session.ts';
import { Task } from './task.ts';

/** Every table. */
export const entities = [
  Account,
  Act,
  Area,
  Assessment,
  Audit,
  Award,
  Cases,
  Claim,
  Clock,
  Document,
  Draft,
  HouseholdFacts,
  HouseholdRegistry,
  Idempotency,
  Ledger,
  Letter,
  Meta,
  Notice,
  Nudge,
  Objection,
  Objector,
  Period,
  Session,
  Task,
] as const;
