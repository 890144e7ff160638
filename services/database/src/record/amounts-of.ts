import { type AwardAmountKind, type Fen, type Month } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** An amount of an award as it was decided. */
export interface DecidedAmount {
  kind: AwardAmountKind;
  from: Month;
  monthly: Fen;
  reason: string;
}

/** The amounts of an award in the order in which they were decided; the last is the one in force or next to come. */
export async function amountsOf(tx: Tx, caseId: string): Promise<DecidedAmount[]> {
  return tx.rows<DecidedAmount>(
    `select kind, from_month as "from", monthly_fen::float8 as monthly, reason from award_amount where case_id = $1 order by number`,
    [caseId],
  );
}

/** The amount of an award that is in force or next to come. */
export async function getAmount(tx: Tx, caseId: string): Promise<DecidedAmount> {
  const amount = (await amountsOf(tx, caseId)).at(-1);
  if (!amount) throw new Error('an award without an amount');
  return amount;
}
