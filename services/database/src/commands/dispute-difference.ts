import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { audit } from './audit.ts';

/**
 * M57 18 — The applicant does not agree with what the data check found and says why. It is entered for the re-check to
 * read; evidence is attached beside it. That the one who speaks is the applicant is the caller's to see to.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED; NOTHING_ASKED where nothing different was found or the re-check is over
 */
export async function disputeDifference(tx: Tx, { caseId, statement }: { caseId: string; statement: string }): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  const recheck = frame.tasks.find(({ kind, outcome }) => kind === 'recheck' && outcome === null);
  if (!recheck) return refuse('NOTHING_ASKED');
  enter(tx, frame, { kind: 'difference.disputed', round: recheck.round, data: { statement } });
  audit(tx, { action: 'dispute-difference', township: frame.township, caseId, target: `task:${recheck.id}` });
}
