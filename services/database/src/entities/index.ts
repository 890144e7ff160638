import { Account } from './account.ts';
import { Act } from './act.ts';
import { Area } from './area.ts';
import { Assessment } from './assessment.ts';
import { Audit } from './audit.ts';
import { Award } from './award.ts';
import { AwardAmount } from './award-amount.ts';
import { CalendarYear } from './calendar-year.ts';
import { Cases } from './cases.ts';
import { Claim } from './claim.ts';
import { Clock } from './clock.ts';
import { Complaint } from './complaint.ts';
import { ConfirmationMode } from './confirmation-mode.ts';
import { Document } from './document.ts';
import { Draft } from './draft.ts';
import { Entitlement } from './entitlement.ts';
import { HouseholdFacts } from './household-facts.ts';
import { HouseholdRegistry } from './household-registry.ts';
import { Idempotency } from './idempotency.ts';
import { Ledger } from './ledger.ts';
import { Letter } from './letter.ts';
import { LetterPdf } from './letter-pdf.ts';
import { Meta } from './meta.ts';
import { Notice } from './notice.ts';
import { NoticeProof } from './notice-proof.ts';
import { Nudge } from './nudge.ts';
import { Objection } from './objection.ts';
import { Objector } from './objector.ts';
import { PayList } from './pay-list.ts';
import { Period } from './period.ts';
import { Recognition } from './recognition.ts';
import { RelativeRegistration } from './relative-registration.ts';
import { Session } from './session.ts';
import { Task } from './task.ts';
import { WorkRefusal } from './work-refusal.ts';

/** Every table. */
export const entities = [
  Account,
  Act,
  Area,
  Assessment,
  Audit,
  Award,
  AwardAmount,
  CalendarYear,
  Cases,
  Claim,
  Clock,
  Complaint,
  ConfirmationMode,
  Document,
  Draft,
  Entitlement,
  HouseholdFacts,
  HouseholdRegistry,
  Idempotency,
  Ledger,
  Letter,
  LetterPdf,
  Meta,
  Notice,
  NoticeProof,
  Nudge,
  Objection,
  Objector,
  PayList,
  Period,
  Recognition,
  RelativeRegistration,
  Session,
  Task,
  WorkRefusal,
] as const;
