import {
  complain,
  extendClock,
  object,
  recordOf,
  recordRefusalToCooperate,
  reportDeath,
  transferCase,
  type Tx,
  withdraw,
} from '@zhouji/database';
import { type CaseEnding, holds, type Household, type PlainDate, refuse, type Role, type Stage } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { checkHousehold } from './check-household.ts';
import { today } from './clock.ts';
import { bringOn } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

interface CaseNow {
  id: string;
  stage: Stage;
  ending: CaseEnding | null;
}

/** The applicant withdraws, or the window does it for one. @throws Refusal NOT_YOUR_DUTY, NOT_FOUND, CASE_CLOSED */
export function withdrawCase(office: Office, request: FastifyRequest, caseId: string, reason: string): Promise<CaseNow> {
  return command(office, request, caseId, async (tx) => {
    await requireApplicantOrIntake(tx, caseId);
    await withdraw(tx, { caseId, reason });
  });
}

/** An objection that somebody brought to the office; the slip is handed to them. @throws Refusal NOTICE_OVER */
export function objectWithin(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  { text, objector }: { text: string; objector?: string },
): Promise<CaseNow & { slip: string }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const { slip } = await object(tx, { caseId, text, ...(objector === undefined ? {} : { objector: { name: objector } }) });
    return { ...(await lookedAhead(office, tx, caseId)), slip };
  });
}

/** A complaint about an application that is not decided yet: the county visits first [M57 20]. */
export function complainWithin(office: Office, request: FastifyRequest, caseId: string, text: string): Promise<CaseNow> {
  return command(office, request, caseId, (tx) => complain(tx, { caseId, text }));
}

/** What comes to the case from outside: the death of the applicant, or a household that refuses to co-operate [M57 29]. */
export function report(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  { kind, reason }: { kind: 'death' | 'refuses-to-cooperate'; reason: string },
): Promise<CaseNow> {
  return command(office, request, caseId, (tx) =>
    kind === 'death' ? reportDeath(tx, { caseId, reason }) : recordRefusalToCooperate(tx, { caseId, reason }),
  );
}

/** A member of the household has died. @throws Refusal as `reportDeath` says; FieldsRefused */
export function reportDeathIn(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  death: { member: string; diedOn: PlainDate; reason: string; newApplicant?: string; household?: Household },
): Promise<CaseNow> {
  if (death.household) checkHousehold(death.household, { day: today(office.clock), under: '/household' });
  return command(office, request, caseId, (tx) => reportDeath(tx, { caseId, ...death }));
}

/** The case goes to the township that it belongs to. @throws Refusal TRANSFER_NOWHERE, CASE_CLOSED */
export function transferTo(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  destination: { township: string; village?: string; reason: string },
): Promise<CaseNow> {
  return command(office, request, caseId, (tx) => transferCase(tx, { caseId, ...destination }));
}

/** Lengthens the limit of the decision, once, for one of the reasons that the law knows [N2022 4(1)]. */
export function extend(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  { reason, note }: { reason: string; note?: string },
): Promise<CaseNow> {
  return command(office, request, caseId, (tx) => extendClock(tx, { caseId, reason, ...(note ? { note } : {}) }));
}

/** A command in a case, and where the case stands after it. */
export function command(office: Office, request: FastifyRequest, caseId: string, work: (tx: Tx) => Promise<unknown>): Promise<CaseNow> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await work(tx);
    return lookedAhead(office, tx, caseId);
  });
}

/** What follows is opened, also what the statute does not wait for, such as a visit that is owed before a decision. */
async function lookedAhead(office: Office, tx: Tx, caseId: string): Promise<CaseNow> {
  if (office.lookAhead) await bringOn(tx, caseId);
  const { stage, ending = null } = await recordOf(tx, caseId);
  return { id: caseId, stage, ending };
}

async function requireApplicantOrIntake(tx: Tx, caseId: string): Promise<void> {
  await recordOf(tx, caseId);
  const appliedBy = tx.frames.get(caseId)?.appliedBy;
  if (tx.who.account !== null && appliedBy === tx.who.account) return;
  // Who may not read cases is not told that this one exists.
  if (tx.who.role === 'citizen') refuse('NOT_FOUND');
  if (!holds(tx.who.role as Role, 'accept')) refuse('NOT_YOUR_DUTY');
}
