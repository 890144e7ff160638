import { randomInt } from 'node:crypto';
import { type PlainDate, type Programme, programmes } from '@zhouji/domain';

/** Crockford's: without I, L, O and U, which are misheard and misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt number such as `DB26-7KQ4M2XD`: programme, year, and eight characters that nobody can guess or count. */
export function newReceipt(programme: Programme, day: PlainDate): string {
  const tail = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `${programmes[programme].receiptPrefix}${day.slice(2, 4)}-${tail}`;
}
