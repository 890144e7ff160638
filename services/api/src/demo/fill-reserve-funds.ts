import { fundYearOf, reserveFundOf, topUpReserve, type Tx } from '@zhouji/database';
import { type Fen, figure } from '@zhouji/domain';

/**
 * Gives the reserve fund of each township what it is given a year, for this year and the next, so that a lesson or a demonstration
 * can help from its first minute. A fund that holds something is left as it is.
 *
 * @param amount instead of what the parameters say
 */
export async function fillReserveFunds(tx: Tx, amount?: Fen): Promise<void> {
  const townships = await tx.rows<{ code: string; set: string }>(
    `select township.code, coalesce(township.parameter_set, county.parameter_set) as "set"
     from area township join area county on county.code = left(township.code, 6) where length(township.code) = $1 order by township.code`,
    [9],
  );
  const year = fundYearOf(tx.day);
  for (const { code: township, set } of townships) {
    const wanted = amount ?? figure(tx.place.parametersOf(set), 'tempAid.reserveFund', tx.day).value;
    for (const each of [year, year + 1]) {
      const { balance } = await reserveFundOf(tx, township, each);
      if (balance === 0 && wanted > 0) await topUpReserve(tx, { township, year: each, amount: wanted, source: '演示拨款' });
    }
  }
}
