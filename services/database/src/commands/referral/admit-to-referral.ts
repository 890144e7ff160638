import { refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { isUuid } from '../../record/lock-case.ts';

/**
 * Opens the fence for somebody who sits in a department, for as long as the transaction lasts, where the referral is
 * addressed to their department. Anybody else is let by: their fence stands already.
 *
 * @throws Refusal NOT_FOUND
 */
export async function admitToReferral(tx: Tx, which: { caseId: string } | { taskId: string }): Promise<void> {
  if (tx.who.role !== 'department-officer') return;
  const [caseId, taskId] = 'caseId' in which ? [which.caseId, null] : [null, which.taskId];
  if (!isUuid.test(caseId ?? taskId ?? '')) refuse('NOT_FOUND');
  const [row] = await tx.rows<{ township: string | null }>('select township_of_referral($1::uuid, $2::uuid, $3::uuid) as township', [
    tx.who.account,
    caseId,
    taskId,
  ]);
  await tx.admit(row?.township ?? refuse('NOT_FOUND'));
}
