/** The lines of a quarterly match list [OP2023 3]: what each says, and what becomes of it. */
import type { AreaCode } from '../area.ts';
import { checkIdNumber, type IdNumber } from '../id-number.ts';
import { type AlertKind, alertKinds } from '../lead.ts';
import { type MatchColumn, matchColumns, type MatchVerdict } from '../match-list.ts';
import type { PlainDate } from '../plain-date.ts';

/** A line as it reads. */
export interface MatchLine {
  name: string;
  idNumber: IdNumber;
  village: AreaCode;
  alert: AlertKind;
  phone?: string;
  note?: string;
}

const MOST_NAME = 60;
const MOST_NOTE = 500;

/**
 * Finds the columns of a list by the names in its first line; names are compared without spaces and marks of order.
 *
 * @returns the place of each column, the columns that are needed and lacking or stand twice, and the names that nobody knows
 */
export function matchColumnsOf(head: readonly string[]): {
  places: Partial<Record<MatchColumn, number>>;
  lacking: MatchColumn[];
  doubled: MatchColumn[];
  ignored: string[];
} {
  const places: Partial<Record<MatchColumn, number>> = {};
  const doubled: MatchColumn[] = [];
  const ignored: string[] = [];
  for (const [place, text] of head.entries()) {
    const column = columnNamed(text);
    if (column === undefined) ignored.push(text);
    else if (places[column] !== undefined) doubled.push(column);
    else places[column] = place;
  }
  const lacking = columns.filter((column) => matchColumns[column].isNeeded && places[column] === undefined);
  return { places, lacking, doubled, ignored: ignored.filter((text) => text.trim() !== '') };
}

const columns = Object.keys(matchColumns) as MatchColumn[];

function columnNamed(text: string): MatchColumn | undefined {
  const plain = plainOf(text).toLowerCase();
  return columns.find((column) => matchColumns[column].names.some((name) => plainOf(name).toLowerCase() === plain));
}

/**
 * Reads a line.
 *
 * @param cells by column, as they stand in the list
 * @param villages by their codes, and by the names that only one of them has
 */
export function readMatchLine(
  cells: Partial<Record<MatchColumn, string>>,
  villages: ReadonlyMap<string, AreaCode>,
): MatchLine | { fault: MatchVerdict } {
  const texts = Object.values(cells);
  if (texts.some((text) => unreadable.test(text))) return { fault: 'unreadable' };
  if (Object.entries(cells).some(([column, text]) => isFormula(text, column === 'phone'))) return { fault: 'formula' };
  const name = (cells.name ?? '').trim();
  if (name === '' || name.length > MOST_NAME) return { fault: 'name-wrong' };
  const idNumber = plainOf(cells.idNumber ?? '').toUpperCase();
  if (checkIdNumber(idNumber)) return { fault: 'id-number-wrong' };
  const village = villages.get(plainOf(cells.village ?? ''));
  if (village === undefined) return { fault: 'village-unknown' };
  const alert = alertNamed(cells.alert ?? '');
  if (alert === undefined) return { fault: 'alert-unknown' };
  const phone = (cells.phone ?? '').normalize('NFKC').trim();
  if (phone !== '' && !phoneForm.test(phone)) return { fault: 'phone-wrong' };
  const note = (cells.note ?? '').trim();
  if (note.length > MOST_NOTE) return { fault: 'note-too-long' };
  return { name, idNumber, village, alert, ...(phone === '' ? {} : { phone }), ...(note === '' ? {} : { note }) };
}

/** As the schema of a call wants it. */
const phoneForm = /^[+0-9][0-9 ()-]{2,29}$/;
/** Control characters but tabs and line breaks, marks that turn the direction of writing, the sign for what could not be decoded, private characters. */
const unreadable = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]|\p{Co}/u;

/** A spreadsheet would work it out rather than show it. A phone may begin with a plus. */
function isFormula(text: string, isPhone: boolean): boolean {
  const begin = text.trimStart().normalize('NFKC').replace(/^['"]/, '');
  return isPhone ? /^[=@-]|^\+(?!\d)/.test(begin) : /^[=@+-]/.test(begin) || /^[\t\r]/.test(text);
}

function alertNamed(text: string): AlertKind | undefined {
  const plain = plainOf(text);
  return (Object.keys(alertKinds) as AlertKind[]).find((kind) => kind === plain || plainOf(alertKinds[kind].label.zh) === plain);
}

/** Without what differs from one spreadsheet to the next: width, spaces, what cannot be seen. */
export function plainOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b\u2060\ufeff]/g, '');
}

/** What is known of the person of a line. */
export interface MatchGround {
  /** Whether this alert about this person was imported in the same quarter, or is being followed. */
  isKnown: boolean;
  /** Whether they have an award, are recognised, or have applied. */
  isCovered: boolean;
  /** Whether they have an award in payment. */
  hasAward: boolean;
}

/** OP2023 3(4) — What becomes of a line that reads well: who has help already needs no lead to it; who has none has nothing to be checked. */
export function verdictOn({ alert }: Pick<MatchLine, 'alert'>, { isKnown, isCovered, hasAward }: MatchGround): MatchVerdict {
  if (isKnown) return 'known';
  if (alertKinds[alert].about === 'award') return hasAward ? 'accepted' : 'no-award';
  return isCovered ? 'covered' : 'accepted';
}

/** N2022 3(3) — The quarter of a comparison, as `2026Q3`: the same alert about the same person is one lead in it. */
export function quarterOf(comparedOn: PlainDate): string {
  return `${comparedOn.slice(0, 4)}Q${Math.ceil(Number(comparedOn.slice(5, 7)) / 3)}`;
}
