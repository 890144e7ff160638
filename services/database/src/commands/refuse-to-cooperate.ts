import { processRow, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { nonCooperationWarning, terminationLetter } from '../letters/non-cooperation.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { issueLetter } from './acts/issue-letter.ts';
import { audit } from './audit.ts';
import { endCase } from './end-case.ts';
import { requireImpartial } from '../record/require-impartial.ts';

/**
 * M57 29 — A household refuses to co-operate without good reason. The first record warns it in writing, and the case
 * goes on; recorded again after the warning, the procedure ends, which is no refusal of the benefit.
 *
 * @returns whether the case ended with it
 * @throws Refusal NOT_FOUND, CASE_CLOSED, RECUSED; OUTCOME_NOT_NOW for what lives on after a decision
 */
export async function recordRefusalToCooperate(
  tx: Tx,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<{ hasEnded: boolean }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  requireImpartial(tx.who, frame);
  if (processRow(frame.process).opensFrom !== 'application') refuse('OUTCOME_NOT_NOW', { process: frame.process });
  const warned = await tx.rows(`select 1 from letter where case_id = $1 and kind = 'non-cooperation-warning'`, [caseId]);
  enter(tx, frame, { kind: 'cooperation.refused', data: { reason } });
  if (warned.length > 0) {
    await issueLetter(tx, frame, 'termination', 1, (ground) => terminationLetter(ground, reason));
    await endCase(tx, { caseId, ending: 'terminated', reason });
    return { hasEnded: true };
  }
  await issueLetter(tx, frame, 'non-cooperation-warning', 1, (ground) => nonCooperationWarning(ground, reason));
  saveCase(tx, frame);
  audit(tx, { action: 'warn-household', township: frame.township, caseId });
  tx.writes.nudge(frame);
  return { hasEnded: false };
}
