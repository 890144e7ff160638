import { type AwardLife, type AwardLine as StoredLine, type PayLine, type PayListRow } from '@zhouji/database';
import { fen, formatYuan, payListColumns, payListSum } from '@zhouji/domain';
import type { Award, AwardLine, PayList, PayListLine } from '../answers/award.ts';
import type { Place } from '../answers/words.ts';

type PlaceOf = (code: string) => Place;

/** The life of an award as it goes over the wire. */
export function awardShown({ amounts, entitlements, ...life }: AwardLife): Award {
  const shown = amounts.map(({ monthlyFen, ...amount }) => ({ ...amount, monthly: yuan(monthlyFen) }));
  const last = shown.at(-1);
  if (!last) throw new Error('an award without an amount');
  return {
    ...life,
    monthly: last.monthly,
    from: last.from,
    amounts: shown,
    entitlements: entitlements.map(({ month, fen: amount }) => ({ month, amount: yuan(amount) })),
  };
}

export function awardLineShown({ monthlyFen, township, village, ...line }: StoredLine, place: PlaceOf): AwardLine {
  return { ...line, township: place(township), village: place(village), monthly: yuan(monthlyFen) };
}

export function payListLineShown({ sumFen, township, madeByName, ...list }: PayListRow, place: PlaceOf): PayListLine {
  return { ...list, township: place(township), sum: yuan(sumFen), madeBy: madeByName };
}

export function payListShown({ items, unplanned, ...list }: PayListRow & { items: PayLine[]; unplanned: number }, place: PlaceOf): PayList {
  return {
    ...payListLineShown(list, place),
    unplanned,
    items: items.map(({ fen: amount, village, ...line }) => ({ ...line, village: place(village), amount: yuan(amount) })),
  };
}

/** What stands in the file that is handed to the bank: named columns, one line a month of an award, the sum below. */
export function payListCsv({ items, sum, month, township }: PayList): string {
  const rows = [
    Object.values(payListColumns).map(({ zh }) => zh),
    ...items.map(({ number, recipient, village, month: of, amount }) => [number, recipient, village.name, of, amount]),
    [payListSum.zh, `${township.name} ${month}`, '', '', sum],
  ];
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula is shown as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Numbers that went through JSON, as whole fen again. */
function yuan(amount: number): string {
  return formatYuan(fen(amount));
}
