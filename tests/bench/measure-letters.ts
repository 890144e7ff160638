import type pg from 'pg';
import type { Officer } from './office.ts';
import { drive, type Load } from './statistics.ts';

/** How long somebody waits for a letter on paper. */
export interface LetterFigures {
  /** Letters that nobody had printed before: confirmations with the explanation of the amount. */
  first: Load;
  /** The same letters once more: the kept bytes. */
  again: Load;
}

/** Prints the confirmations that were issued and not printed yet, each first and then again. The officers are of the township of the letters. */
export async function measureLetters(officers: Officer[], admin: pg.Pool, count: number): Promise<LetterFigures> {
  const { rows } = await admin.query<{ id: string }>(
    `select id from letter where kind = 'confirmation' and township = '999901101'
       and not exists (select from letter_pdf where letter_id = letter.id) order by id limit $1`,
    [count],
  );
  if (rows.length === 0) throw new Error('No confirmation waits to be printed');
  const letters = rows.map(({ id }) => id);
  const print = (id: string, client: number) => officers[client]!.print(`/api/letters/${id}.pdf`);
  return {
    first: await drive(officers.length, letters, async (id, client) => void (await print(id, client))),
    again: await drive(officers.length, letters, async (id, client) => void (await print(id, client))),
  };
}
