import { refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { lockCase } from '../../record/lock-case.ts';

/** Locks an award that is open. @throws Refusal NOT_FOUND; OUTCOME_NOT_NOW for an application; CASE_CLOSED */
export async function lockAward(tx: Tx, caseId: string): Promise<CaseFrame> {
  const frame = await lockCase(tx, { caseId });
  if (frame.process !== 'subsistence-award') refuse('OUTCOME_NOT_NOW', { process: frame.process });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  return frame;
}
