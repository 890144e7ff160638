import type { WorkRefusal } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** The offers of work that members of a household in payment refused, as they were recorded. */
export async function workRefusalsOf(tx: Tx, caseId: string): Promise<WorkRefusal[]> {
  return tx.rows<WorkRefusal>(
    `select member, offered_on as "offeredOn", has_good_reason as "hasGoodReason" from work_refusal where case_id = $1 order by number`,
    [caseId],
  );
}
