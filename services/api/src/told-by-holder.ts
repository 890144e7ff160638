import { giveUp, reportChange, reportDeath, tellChange } from '@zhouji/database';
import { type ChangeKind, type PlainDate, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Tracking } from './answers/tracking.ts';
import type { Office } from './office.ts';
import { asHolder, lineOf } from './track.ts';
import type { Holder } from './tracking-proof.ts';

/**
 * The household tells what has changed [M57 30; LAW 40]: an award is reviewed early, an open application has it in its file.
 *
 * @throws Refusal NOTHING_ASKED where nothing is open any more
 */
export function reportChangeTracked(
  office: Office,
  request: FastifyRequest,
  { lastFour, ...change }: { lastFour?: string; what: ChangeKind; text: string },
): Promise<Tracking> {
  return asHolder(office, request, lastFour, async (holder) => {
    const { caseId, isAward } = await openOne(holder);
    if (isAward) return reportChange(holder.tx, { caseId, ...change });
    await tellChange(holder.tx, { caseId, ...change });
  });
}

/**
 * A relative tells that somebody of the household has died: what follows is the law's, as when an officer takes it down.
 *
 * @throws Refusal NOTHING_ASKED; MEMBER_UNKNOWN, DAY_IMPOSSIBLE, GUARDIAN_NEEDED
 */
export function reportDeathTracked(
  office: Office,
  request: FastifyRequest,
  { lastFour, ...death }: { lastFour?: string; member: string; diedOn: PlainDate; reason: string },
): Promise<Tracking> {
  return asHolder(office, request, lastFour, async (holder) => {
    const { caseId } = await openOne(holder);
    return reportDeath(holder.tx, { caseId, ...death });
  });
}

/** The household does without its award from next month on. @throws Refusal NOTHING_ASKED where there is none */
export function giveUpTracked(
  office: Office,
  request: FastifyRequest,
  { lastFour, reason }: { lastFour?: string; reason: string },
): Promise<Tracking> {
  return asHolder(office, request, lastFour, async (holder) => {
    const { caseId, isAward } = await openOne(holder);
    return isAward ? giveUp(holder.tx, { caseId, reason }) : refuse('NOTHING_ASKED');
  });
}

/** What of the household is open: its application, or else its award. */
async function openOne({ tx, caseId, case: file }: Holder): Promise<{ caseId: string; isAward: boolean }> {
  const { award } = await lineOf(tx, caseId);
  if (award && award.state !== 'stopped') return { caseId: award.caseId, isAward: true };
  return file.closedAt === null ? { caseId, isAward: false } : refuse('NOTHING_ASKED');
}
