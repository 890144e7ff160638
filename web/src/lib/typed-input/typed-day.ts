import { plainText } from './typed-text.ts';

/** `2026-8-3`, `2026年8月3日`, `2026/08/03`, `2026.8.3` and `20260803` are one day; `undefined` where there is no such day. */
export function readDay(typed: string): string | undefined {
  const text = plainText(typed).replace(/\s/g, '');
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number) as [number, number, number];
  const day = new Date(Date.UTC(year, month - 1, date));
  const isReal = year >= 1900 && year <= 2199 && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return isReal ? day.toISOString().slice(0, 10) : undefined;
}
