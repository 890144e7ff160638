/**
 * Turns the YAML files of figures and calendars into TypeScript that the domain can import: the domain itself reads no
 * file. Every mistake is refused with file and line; nothing is written unless all files are right.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type Scalar } from 'yaml';

const yuanUnits = ['yuan-per-month', 'yuan-per-year', 'yuan'];
const wholeUnits = ['years', 'months', 'working-days', 'calendar-days', 'hours', 'minutes', 'day-of-month', 'times', 'persons'];
const units = [...yuanUnits, ...wholeUnits, 'ratio', 'choice', 'list', 'switch'];

type Value = string | number | boolean | string[];
interface DatedValue {
  from: string;
  value: Value;
  source: string;
  note?: string;
}
interface Entry {
  label: { zh: string; en: string };
  unit: string;
  choices?: string[];
  values: Record<string, DatedValue[]>;
}

/**
 * The generated files by path, from the `parameters` folder of the domain at `domainFolder`. The day that a value holds
 * from is part of its name, so days are refused when they are out of order.
 *
 * @throws Error whose message names file and line, when a file has a mistake
 */
export function generateParameters(domainFolder: string): Record<string, string> {
  const folder = join(domainFolder, 'parameters');
  const entries: Record<string, Entry> = {};
  const sets: Record<string, { demo: boolean }> = {};
  for (const set of ['national', ...namesIn(join(folder, 'local'))]) {
    const setFolder = set === 'national' ? join(folder, set) : join(folder, 'local', set);
    sets[set] = { demo: false };
    for (const name of namesIn(setFolder)) readSetFile(new Source(join(setFolder, name)), set, entries, sets);
  }
  const years = namesIn(join(folder, 'calendar')).map((name) => readCalendarFile(new Source(join(folder, 'calendar', name))));
  return {
    [join(domainFolder, 'src/parameters.generated.ts')]: writeParameters(entries, sets),
    [join(domainFolder, 'src/calendar.generated.ts')]: writeCalendar(years),
  };
}

function readSetFile(source: Source, set: string, entries: Record<string, Entry>, sets: Record<string, { demo: boolean }>): void {
  const file = source.map(source.root, ['demo', 'parameters'], ['parameters']);
  const demo = file.demo ? source.switch(file.demo) : false;
  sets[set] = { demo: (sets[set]?.demo ?? false) || demo };
  for (const item of source.list(file.parameters)) readEntry(source, item, set, entries);
}

function readEntry(source: Source, node: Node | null, set: string, entries: Record<string, Entry>): void {
  const item = source.map(node, ['id', 'label', 'unit', 'choices', 'values'], ['id', 'unit', 'values']);
  const id = source.text(item.id);
  if (!/^[a-z][A-Za-z]*([.-][A-Za-z]+)*$/.test(id)) source.fail(item.id, `"${id}" is not an id of words joined by points`);
  const known = entries[id];
  if (known?.values[set]) source.fail(item.id, `"${id}" stands twice in the set "${set}"`);
  if (!known && !item.label) source.fail(node, `"${id}" has no label`);
  const unit = source.oneOf(item.unit, units);
  if (known && known.unit !== unit) source.fail(item.unit, `"${id}" has the unit "${known.unit}" elsewhere`);
  const choices = item.choices ? source.list(item.choices).map((choice) => source.text(choice)) : known?.choices;
  if ((unit === 'choice' || unit === 'list') !== Boolean(choices))
    source.fail(node, `choices go with the units choice and list, and only with them`);
  const values = source.list(item.values).map((value) => readValue(source, value, unit, choices ?? []));
  if (values.length === 0) source.fail(item.values, `"${id}" has no value`);
  values.forEach((value, i) => {
    const before = values[i - 1];
    if (before && before.from >= value.from) source.fail(item.values, `"${id}": ${value.from} does not lie after ${before.from}`);
  });
  const entry = known ?? { label: readLabel(source, item.label), unit, ...(choices ? { choices } : {}), values: {} };
  entry.values[set] = values;
  entries[id] = entry;
}

function readValue(source: Source, node: Node | null, unit: string, choices: string[]): DatedValue {
  const item = source.map(node, ['from', 'value', 'source', 'note'], ['from', 'value', 'source']);
  return {
    from: source.day(item.from),
    value: readFigure(source, item.value, unit, choices),
    source: source.text(item.source),
    ...(item.note ? { note: source.text(item.note) } : {}),
  };
}

function readFigure(source: Source, node: Node | undefined, unit: string, choices: string[]): Value {
  if (yuanUnits.includes(unit)) return Math.round(Number(source.decimal(node, 2)) * 100);
  if (wholeUnits.includes(unit)) return Number(source.decimal(node, 0));
  if (unit === 'ratio') return source.decimal(node, 6);
  if (unit === 'choice') return source.oneOf(node, choices);
  if (unit === 'list') return source.list(node).map((item) => source.oneOf(item, choices));
  return source.switch(node);
}

function readLabel(source: Source, node: Node | null | undefined): { zh: string; en: string } {
  const label = source.map(node, ['zh', 'en'], ['zh', 'en']);
  return { zh: source.text(label.zh), en: source.text(label.en) };
}

interface CalendarYear {
  year: number;
  source: string;
  holidays: { name: { zh: string; en: string }; from: string; to: string; workOn: string[]; source: string }[];
}

function readCalendarFile(source: Source): CalendarYear {
  const file = source.map(source.root, ['year', 'source', 'holidays'], ['year', 'source', 'holidays']);
  const year = Number(source.decimal(file.year, 0));
  if (!source.file.endsWith(`${year}.yaml`)) source.fail(file.year, `the file is not named for the year ${year}`);
  const notice = source.text(file.source);
  const seen = new Set<string>();
  const holidays = source.list(file.holidays).map((node) => {
    const item = source.map(node, ['name', 'from', 'to', 'workOn', 'source'], ['name', 'from', 'to']);
    const [from, to] = [source.day(item.from), source.day(item.to)];
    if (to < from) source.fail(item.to, `${to} lies before ${from}`);
    const workOn = item.workOn ? source.list(item.workOn).map((day) => source.day(day)) : [];
    for (const day of [...daysFromTo(from, to), ...workOn]) {
      if (!day.startsWith(`${year}-`)) source.fail(node, `${day} is not a day of ${year}`);
      if (seen.has(day)) source.fail(node, `${day} is named twice`);
      seen.add(day);
    }
    for (const day of workOn) if (![6, 7].includes(weekday(day))) source.fail(item.workOn, `${day} is not a day of a weekend`);
    return { name: readLabel(source, item.name), from, to, workOn, source: item.source ? source.text(item.source) : notice };
  });
  return { year, source: notice, holidays };
}

function writeParameters(entries: Record<string, Entry>, sets: Record<string, { demo: boolean }>): string {
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  const described = Object.fromEntries(
    Object.entries(sets).map(([set, { demo }]) => [set, { demo, version: `${set}-${versionOf(sorted, set)}` }]),
  );
  return [
    '// Generated from services/domain/parameters by infra/generate/parameters.ts. Do not edit: change the YAML and run `npm run generate`.',
    '/** Every figure by id: its values by set, each with the day it holds from. Money is in fen, ratios are decimal strings. */',
    `export const parameterTable = {\n${Object.entries(sorted).map(entryLine).join('\n')}\n} as const;`,
    '/** The sets of figures. A version changes with any value that the set gives. */',
    `export const parameterSets = ${JSON.stringify(described, null, 2)} as const;`,
    '',
  ].join('\n');
}

function entryLine([id, entry]: [string, Entry]): string {
  return `  ${JSON.stringify(id)}: ${JSON.stringify(entry)},`;
}

/** A set's version covers the national values too, because they hold where the set has none. */
function versionOf(entries: Record<string, Entry>, set: string): string {
  const given = Object.entries(entries).map(([id, { unit, values }]) => [id, unit, values[set] ?? null, values.national ?? null]);
  return shortHash(given);
}

function writeCalendar(years: CalendarYear[]): string {
  const version = `${years[0]?.year}-${years.at(-1)?.year}-${shortHash(years)}`;
  const days = years.map(({ year, source, holidays }) => {
    const off = holidays.flatMap(({ from, to }) => daysFromTo(from, to));
    const workOn = holidays.flatMap((holiday) => holiday.workOn).sort();
    return `    ${year}: ${JSON.stringify({ source, holidays, off, workOn })},`;
  });
  return [
    '// Generated from services/domain/parameters/calendar by infra/generate/parameters.ts. Do not edit: change the YAML and run `npm run generate`.',
    "import type { Calendar } from './rules/working-days.ts';",
    '',
    '/** The national calendar: days off and make-up working days of every published year. */',
    `export const nationalCalendar: Calendar = {\n  version: '${version}',\n  years: {\n${days.join('\n')}\n  },\n  localHolidays: [],\n};`,
    '',
  ].join('\n');
}

function shortHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}

function daysFromTo(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}

function weekday(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

/** One YAML file, read node by node, so that each complaint can name its line. */
class Source {
  readonly file: string;
  readonly root: Node | null;
  private readonly lines = new LineCounter();

  constructor(file: string) {
    this.file = file;
    const document = parseDocument(readFileSync(file, 'utf8'), { version: '1.2', lineCounter: this.lines, prettyErrors: false });
    this.root = document.contents;
    const [mistake] = [...document.errors, ...document.warnings];
    if (mistake) throw new Error(`${this.where(mistake.pos[0])}: ${mistake.message}`);
  }

  map(node: Node | null | undefined, known: string[], needed: string[]): Record<string, Node> {
    if (!isMap(node)) return this.fail(node, 'a mapping is wanted here');
    const items: Record<string, Node> = {};
    for (const pair of node.items as Pair<Scalar, Node>[]) {
      const key = String(pair.key.value);
      if (!known.includes(key)) this.fail(pair.key, `unknown key "${key}"; known are ${known.join(', ')}`);
      if (pair.value) items[key] = pair.value;
    }
    for (const key of needed) if (!items[key]) this.fail(node, `"${key}" is missing`);
    return items;
  }

  list(node: Node | null | undefined): Node[] {
    return isSeq(node) ? (node.items as Node[]) : this.fail(node, 'a list is wanted here');
  }

  text(node: Node | null | undefined): string {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== 'string' || value.trim() === '') return this.fail(node, 'a text is wanted here');
    return value;
  }

  oneOf(node: Node | null | undefined, known: string[]): string {
    const value = this.text(node);
    return known.includes(value) ? value : this.fail(node, `"${value}" is none of ${known.join(', ')}`);
  }

  switch(node: Node | null | undefined): boolean {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'boolean' ? value : this.fail(node, 'true or false is wanted here');
  }

  day(node: Node | null | undefined): string {
    const value = this.text(node);
    const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value);
    return exists ? value : this.fail(node, `"${value}" is not a day`);
  }

  /** The number as it is written: binary fractions never come in between. */
  decimal(node: Node | null | undefined, decimals: number): string {
    const written = isScalar(node) && typeof node.value === 'number' ? (node.source ?? '') : '';
    const pattern = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${decimals}})?$`);
    return pattern.test(written) ? written : this.fail(node, `a number with at most ${decimals} decimals is wanted here`);
  }

  fail(node: Node | null | undefined, complaint: string): never {
    throw new Error(`${this.where(node?.range?.[0] ?? 0)}: ${complaint}`);
  }

  private where(offset: number): string {
    return `${relative(process.cwd(), this.file)}:${this.lines.linePos(offset).line || 1}`;
  }
}

function isDay(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  const domainFolder = fileURLToPath(new URL('../../services/domain', import.meta.url));
  try {
    for (const [path, content] of Object.entries(generateParameters(domainFolder))) writeFileSync(path, content);
  } catch (mistake) {
    console.error((mistake as Error).message);
    process.exitCode = 1;
  }
}
