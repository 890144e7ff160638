import { endCase, type ExtensionReason, extendClock, object, recordOf, type Tx, withdraw } from '@zhouji/database';
import { type CaseEnding, holds, refuse, type Role, type Stage } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { lookAhead } from './look-ahead.ts';
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

/** An objection that somebody brought to the office. @throws Refusal NOTICE_OVER */
export function objectWithin(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  { text, objector }: { text: string; objector?: string },
): Promise<CaseNow> {
  return command(office, request, caseId, (tx) =>
    object(tx, { caseId, text, ...(objector === undefined ? {} : { objector: { name: objector } }) }),
  );
}

/** What ends a case from outside: a death, or a household that keeps refusing to co-operate [M57 29]. */
export function report(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  { kind, reason }: { kind: 'death' | 'refuses-to-cooperate'; reason: string },
): Promise<CaseNow> {
  return command(office, request, caseId, (tx) => endCase(tx, { caseId, ending: kind === 'death' ? 'deceased' : 'terminated', reason }));
}

/** Lengthens the limit of the decision, once, for one of the reasons that the law knows [N2022 4(1)]. */
export function extend(office: Office, request: FastifyRequest, caseId: string, reason: ExtensionReason): Promise<CaseNow> {
  return command(office, request, caseId, (tx) => extendClock(tx, { caseId, reason }));
}

function command(office: Office, request: FastifyRequest, caseId: string, work: (tx: Tx) => Promise<unknown>): Promise<CaseNow> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await work(tx);
    if (office.lookAhead) await lookAhead(tx, caseId);
    const { stage, ending = null } = await recordOf(tx, caseId);
    return { id: caseId, stage, ending };
  });
}

async function requireApplicantOrIntake(tx: Tx, caseId: string): Promise<void> {
  await recordOf(tx, caseId);
  const appliedBy = tx.frames.get(caseId)?.appliedBy;
  if (tx.who.account !== null && appliedBy === tx.who.account) return;
  // Who may not read cases is not told that this one exists.
  if (tx.who.role === 'citizen') refuse('NOT_FOUND');
  if (!holds(tx.who.role as Role, 'accept')) refuse('NOT_YOUR_DUTY');
}
