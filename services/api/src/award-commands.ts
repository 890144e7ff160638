import { giveUp, recordOf, recordWorkRefusal, reportChange, type Tx } from '@zhouji/database';
import { type ChangeKind, holds, type Household, type PlainDate, refuse, type Role } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { checkHousehold } from './check-household.ts';
import { today } from './clock.ts';
import type { Office } from './office.ts';
import { command } from './side-commands.ts';

type CaseNow = ReturnType<typeof command>;

/** Whoever receives the award tells a change, or an officer takes it down [M57 30]. @throws Refusal NOT_YOUR_DUTY, also for a household that a recipient states */
export function reportChangeIn(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  change: { what: ChangeKind; text: string; household?: Household },
): CaseNow {
  if (change.household) checkHousehold(change.household, { day: today(office.clock), under: '/household' });
  return command(office, request, caseId, async (tx) => {
    const isRecipient = await requireRecipientOrReviewer(tx, caseId);
    // Facts are what the office has taken down; otherwise anybody could claim people who do not live with them.
    if (isRecipient && change.household) refuse('NOT_YOUR_DUTY', { duty: 'review-award' });
    await reportChange(tx, { caseId, ...change });
  });
}

/** M57 34 — An offer of work was refused. */
export function recordWorkRefusalIn(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  refusal: { member: string; offeredOn: PlainDate; offer: string; hasGoodReason: boolean; reason: string },
): CaseNow {
  return command(office, request, caseId, (tx) => recordWorkRefusal(tx, { caseId, ...refusal }));
}

/** The household gives its award up, or an officer takes it down for it. */
export function giveUpAward(office: Office, request: FastifyRequest, caseId: string, reason: string): CaseNow {
  return command(office, request, caseId, async (tx) => {
    await requireRecipientOrReviewer(tx, caseId);
    await giveUp(tx, { caseId, reason });
  });
}

/** Gives whether it is the recipient who asks. @throws Refusal NOT_FOUND, NOT_YOUR_DUTY */
async function requireRecipientOrReviewer(tx: Tx, caseId: string): Promise<boolean> {
  await recordOf(tx, caseId);
  if (tx.who.account !== null && tx.frames.get(caseId)?.appliedBy === tx.who.account && tx.who.role === 'citizen') return true;
  // Who may not read cases is not told that this one exists.
  if (tx.who.role === 'citizen') refuse('NOT_FOUND');
  if (!holds(tx.who.role as Role, 'review-award')) refuse('NOT_YOUR_DUTY');
  return false;
}
