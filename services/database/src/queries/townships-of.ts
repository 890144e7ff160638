import type { Tx } from '../database.ts';

/** The townships that the transaction was opened for, one by one. */
export async function townshipsOf(tx: Tx): Promise<readonly string[]> {
  if (tx.who.townships !== '*') return tx.who.townships;
  return (await tx.rows<{ code: string }>('select code from area where length(code) = $1', [9])).map(({ code }) => code);
}
