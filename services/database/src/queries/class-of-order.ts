import { type ContactClass, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** What a work order is about. @throws Refusal NOT_FOUND when the case is none, or lies outside the fence */
export async function classOfOrder(tx: Tx, caseId: string): Promise<ContactClass> {
  const [order] = await tx.rows<{ class: ContactClass }>('select class from work_order where case_id = $1', [caseId]);
  return order?.class ?? refuse('NOT_FOUND');
}
