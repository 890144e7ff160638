import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { lockCase } from '../../record/lock-case.ts';
import { enterRepeat } from './join-order.ts';
import { openHotline } from './open-hotline.ts';

/** What the outcome of a work order brings with it: an order that joins another takes its contacts along. @throws Refusal MERGE_NOWHERE */
export async function afterOrderOutcome(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Record<string, unknown>): Promise<void> {
  if (task.kind !== 'dispatch' || task.outcome !== 'merged') return;
  const into = await lockCase(tx, { caseId: String(data['intoCase']) });
  enterRepeat(tx, into, { receipt: frame.receipt });
  await openHotline(tx);
  await tx.rows('update contact set case_id = $2, is_repeat = true where case_id = $1', [frame.id, into.id]);
}
