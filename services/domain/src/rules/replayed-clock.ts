import type { CaseClock } from '../clock.ts';
import type { ParameterSet } from '../parameters.ts';
import type { Instant, PlainDate } from '../plain-date.ts';
import type { ProcessName } from '../process.ts';
import type { Calendar } from './working-days.ts';

/** An entry of a ledger, of which a clock reads this much. */
export interface ReplayEntry {
  seq: number;
  at: Instant;
  kind: string;
  stepRound: number | null;
  data: Readonly<Record<string, unknown>>;
}

export interface ReplayGround {
  process: ProcessName;
  parameters: ParameterSet;
  /** Every calendar that there has been, by version. */
  calendars: ReadonlyMap<string, Calendar>;
  /** The calendar of entries that name none, being older than that. */
  firstCalendar: string;
}

/** A limit with the entries that it stands on, by their places in the ledger. */
export interface ReplayedClock extends CaseClock {
  startedBy: { seq: number; kind: string };
  warnedBy: { seq: number; level: string }[];
  extendedBy: { seq: number; reason: string; from: PlainDate; to: PlainDate }[];
  recomputedBy: { seq: number; from: PlainDate; to: PlainDate; calendar: string }[];
  missedBy: { seq: number } | null;
  stoppedBy: { seq: number; kind: string } | null;
}

/** What is wrong with an entry about a limit, or with one that starts or stops some. */
export const replayFaults = {
  'started-otherwise': { zh: '该记录不能启动所列时限', en: 'the entry cannot start the limits that it names' },
  'not-worked-out': { zh: '缺少所需的日历或标准', en: 'a calendar or a figure that it names is not there' },
  'no-such-clock': { zh: '没有这个时限', en: 'there is no such limit' },
  'warned-otherwise': { zh: '预警与规则不符', en: 'the warning does not follow from the limit' },
  'missed-otherwise': { zh: '超期记录与规则不符', en: 'the limit had not passed, or was told already' },
  'missed-untold': { zh: '已超期但未记录', en: 'the limit had passed, and no entry says so' },
  'extended-otherwise': { zh: '延长与规则不符', en: 'the lengthening does not follow from the law' },
  'recomputed-otherwise': { zh: '重新计算结果不符', en: 'worked out again, the limit ends on another day' },
} as const;
export type ReplayFault = keyof typeof replayFaults;

export interface Replay {
  /** In the order in which they were started. */
  clocks: ReplayedClock[];
  faults: { seq: number; fault: ReplayFault }[];
}

/** Where what is stored of a limit is not what its ledger gives; `column` is null when only one of the two knows the limit. */
export interface ClockDifference {
  kind: string;
  round: number;
  column: keyof CaseClock | null;
  replayed: unknown;
  stored: unknown;
}

/** Every difference between the limits of a case as they are replayed and as they are stored; none when they are the same. */
export function compareClocks(replayed: readonly CaseClock[], stored: readonly CaseClock[]): ClockDifference[] {
  const differences: ClockDifference[] = [];
  for (const one of replayed) {
    const other = stored.find(({ kind, round }) => kind === one.kind && round === one.round);
    if (!other) differences.push({ kind: one.kind, round: one.round, column: null, replayed: one.dueOn, stored: null });
    else differences.push(...differencesOf(one, other));
  }
  for (const { kind, round, dueOn } of stored)
    if (!replayed.some((one) => one.kind === kind && one.round === round))
      differences.push({ kind, round, column: null, replayed: null, stored: dueOn });
  return differences;
}

const columns = [
  'startedAt',
  'startedOn',
  'dueOn',
  'dueAt',
  'days',
  'unit',
  'state',
  'warnings',
  'warnedLevel',
  'parameter',
  'calendarVersion',
  'extendedReason',
  'stoppedAt',
] as const satisfies readonly (keyof CaseClock)[];

function differencesOf(one: CaseClock, other: CaseClock): ClockDifference[] {
  return columns
    .filter((column) => formOf(one, column) !== formOf(other, column))
    .map((column) => ({ kind: one.kind, round: one.round, column, replayed: one[column], stored: other[column] }));
}

/** The same instant may be written with milliseconds or without. Limits in hours and minutes end by the minute; earlier ones were kept to the millisecond. */
function formOf(clock: CaseClock, column: (typeof columns)[number]): string {
  const isByMinute = clock.unit === 'hours' || clock.unit === 'minutes';
  const minuteOf = (at: string) => (isByMinute ? Math.floor(Date.parse(at) / 60_000) : Date.parse(at));
  if (column === 'warnings') return clock.warnings.map(({ level, at }) => `${level} ${minuteOf(at)}`).join();
  const value = clock[column];
  if (column === 'dueAt') return String(minuteOf(clock.dueAt));
  return column.endsWith('At') && value !== null ? String(Date.parse(String(value))) : String(value);
}
