import { formatYuan } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { reviewResultLetter } from '../../letters/award-review.ts';
import { getAmount } from '../../record/amounts-of.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 31 — Without a clear change the amount stays, and the household is told so. */
export async function tellUnchanged(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const monthly = formatYuan((await getAmount(tx, frame.id)).monthly);
  await issueLetter(tx, frame, 'review-result', round, (ground) => reviewResultLetter(ground, { monthly }));
  return 'done';
}
