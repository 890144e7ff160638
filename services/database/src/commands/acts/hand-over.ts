import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';

/** M57 20 — The file goes to the county. Its clock starts on the entry of this act. */
export function handOver(_tx: Tx, _frame: CaseFrame): 'done' {
  return 'done';
}
