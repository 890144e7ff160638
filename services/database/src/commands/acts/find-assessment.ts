import type { Assessment } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';

/** The newest assessment of a case, whole; undefined when there was none. */
export async function findAssessment(tx: Tx, frame: CaseFrame): Promise<Assessment | undefined> {
  const rows = tx.writes.isWaiting('assessment') ? tx.rows : tx.untouchedRows;
  const [row] = await rows<{ result: Assessment }>('select result from assessment where case_id = $1 order by round desc limit 1', [
    frame.id,
  ]);
  return row?.result;
}
