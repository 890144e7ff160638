import { type PlainDate, type ProcessName, processRow, type Programme, programmes } from '@zhouji/domain';
import { randomCode } from './random-code.ts';

/** A receipt number such as `DB26-7KQ4M2XD`: programme, year, and eight characters that nobody can guess or count. */
export function newReceipt(programme: Programme, day: PlainDate, process?: ProcessName): string {
  const prefix = (process && processRow(process).numberPrefix) ?? programmes[programme].receiptPrefix;
  return `${prefix}${day.slice(2, 4)}-${randomCode(8)}`;
}
