import { plainText } from './typed-text.ts';

/** `1,200`, `１２００元`, `¥1200.5` and `1.2万` as yuan with two decimals; `undefined` for what is no amount or below zero. */
export function readAmount(typed: string): string | undefined {
  const text = plainText(typed)
    .replace(/[\s,，¥￥]/g, '')
    .replace(/(元|块|yuan)$/i, '');
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?(万)?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', decimals = '', tenThousands] = match;
  if (!tenThousands && decimals.length > 2) return undefined;
  const shift = tenThousands ? 6 : 2;
  const fen = BigInt(whole + decimals.padEnd(shift, '0').slice(0, shift));
  if (fen > 99_999_999_999n) return undefined;
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
