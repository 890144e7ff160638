import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { endCase } from './end-case.ts';
import { lockCase } from '../record/lock-case.ts';
import { requireImpartial } from '../record/require-impartial.ts';

/**
 * The applicant withdraws, at any step before the end. The notice comes down, and the household may apply again. That
 * the one who asks is the applicant, or an officer who takes it down for them, is the caller's to see to.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, RECUSED
 */
export async function withdraw(tx: Tx, { caseId, reason }: { caseId: string; reason: string }): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  requireImpartial(tx.who, frame);
  return endCase(tx, { caseId, ending: 'withdrawn', reason });
}
