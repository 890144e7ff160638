import { readAmount } from '#lib/typed-input/typed-amount.ts';

/** A typed amount as the API takes it; an empty one is none. `isWrong` where it is no amount. */
export function amountOf(typed: string): { value: string | undefined; isWrong: boolean } {
  if (typed.trim() === '') return { value: undefined, isWrong: false };
  const read = readAmount(typed);
  return { value: read, isWrong: read === undefined };
}

/** Whether an amount in yuan is over the cap; both with at most two decimals. */
export function isOver(amount: string | undefined, cap: string): boolean {
  return amount !== undefined && Math.round(Number(amount) * 100) > Math.round(Number(cap) * 100);
}

/** Two amounts in yuan together; what nobody has typed is nothing. */
export function sumOf(one: string | undefined, other: string | undefined): string {
  return ((Math.round(Number(one ?? 0) * 100) + Math.round(Number(other ?? 0) * 100)) / 100).toFixed(2);
}
