import { processRow, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';

/**
 * M57 20 — A complaint about an application came in before the decision: the county visits before anybody decides, also
 * where the decision waits already. Who complained is not written here.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED; OUTCOME_NOT_NOW for what lives on after a decision
 */
export async function complain(tx: Tx, { caseId, text }: { caseId: string; text: string }): Promise<{ complaint: string }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  if (processRow(frame.process).opensFrom !== 'application') refuse('OUTCOME_NOT_NOW', { process: frame.process });
  const complaint = newId();
  const { account: takenBy, name: takenByName } = tx.who;
  tx.writes.add('complaint', { caseId, township: frame.township, id: complaint, text, takenBy, takenByName, at: tx.at });
  frame.hasComplaint = true;
  enter(tx, frame, { kind: 'complaint.received', data: { complaint } });
  saveCase(tx, frame);
  audit(tx, { action: 'complain', township: frame.township, caseId, target: `complaint:${complaint}` });
  tx.writes.nudge(frame);
  return { complaint };
}
