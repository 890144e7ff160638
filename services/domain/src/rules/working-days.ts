import type { Label } from '../label.ts';
import { addDays, endOfDay, type Instant, type PlainDate, weekdayOf, yearOf } from '../plain-date.ts';
import { refuse } from '../refusal.ts';

/**
 * A calendar of working days as data: a clock keeps the version it was worked out with, and can be worked out again
 * when a year is published or a local holiday set. A year that is not in it is unknown, not ordinary.
 */
export interface Calendar {
  readonly version: string;
  readonly years: Readonly<Record<number, CalendarYear>>;
  /** Days off that the place adds to the national ones, such as the two of 三月三 in Guangxi. */
  readonly localHolidays: readonly PlainDate[];
}

/** A published year. `off` and `workOn` are what counts; `holidays` says which festival they belong to, for showing. */
export interface CalendarYear {
  readonly source: string;
  readonly off: readonly PlainDate[];
  /** Make-up working days (调休上班), all of them at a weekend. */
  readonly workOn: readonly PlainDate[];
  readonly holidays: readonly {
    readonly name: Label;
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly workOn: readonly PlainDate[];
    readonly source: string;
  }[];
}

/** In which days a period is counted. */
export const periodUnits = ['calendar', 'working'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/**
 * The `count`-th working day after `day`. The day of the event is not counted [CIVIL 201].
 *
 * @throws Refusal CALENDAR_UNKNOWN when the way leads into a year that is not published
 */
export function addWorkingDays(calendar: Calendar, day: PlainDate, count: number): PlainDate {
  return workingDaysAfter(calendar, day, [count])[0] ?? day;
}

/** The same for several counts at once, in one walk. @throws Refusal CALENDAR_UNKNOWN */
export function workingDaysAfter(calendar: Calendar, day: PlainDate, counts: readonly number[]): PlainDate[] {
  const days = counts.map(() => day);
  const most = Math.max(0, ...counts);
  let reached = day;
  for (let passed = 1; passed <= most;) {
    reached = addDays(reached, 1);
    if (!isWorkingDay(calendar, reached)) continue;
    for (const [index, count] of counts.entries()) if (count === passed) days[index] = reached;
    passed += 1;
  }
  return days;
}

/**
 * The last day of a period of `days` that begins with what happened on `startDay`. That day is not counted [CIVIL 201];
 * a last day that is not a working day moves to the next one [CIVIL 203].
 *
 * @throws Refusal CALENDAR_UNKNOWN when the way leads into a year that is not published
 */
export function endOfPeriod(calendar: Calendar, startDay: PlainDate, days: number, unit: PeriodUnit): PlainDate {
  return unit === 'working' ? addWorkingDays(calendar, startDay, days) : nextWorkingDay(calendar, addDays(startDay, days));
}

/** `day` itself when it is a working day, else the first one after it. @throws Refusal CALENDAR_UNKNOWN */
export function nextWorkingDay(calendar: Calendar, day: PlainDate): PlainDate {
  let candidate = day;
  while (!isWorkingDay(calendar, candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/**
 * How many working days lie after `from` and up to `to`, which is counted. 0 when `to` does not lie after `from`.
 *
 * @throws Refusal CALENDAR_UNKNOWN
 */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/**
 * Whether work is done on `day`: not on the days off of the national notice and of the place, on its make-up days, and
 * otherwise from Monday to Friday.
 *
 * @throws Refusal CALENDAR_UNKNOWN when the year of the day is not published
 */
export function isWorkingDay(calendar: Calendar, day: PlainDate): boolean {
  const { off, workOn, years } = daysOf(calendar);
  const year = yearOf(day);
  if (!years.has(year)) return refuse('CALENDAR_UNKNOWN', { year, day, calendar: calendar.version });
  if (off.has(day)) return false;
  return workOn.has(day) || weekdayOf(day) <= 5;
}

/** The instant at which a limit that ends on `day` has passed: 24:00 in the township [CIVIL 203]. */
export function deadline(day: PlainDate): Instant {
  return endOfDay(day);
}

/** The same calendar with further days off of the place. A day that the nation works on because of a swap can be one too. */
export function withLocalHolidays(calendar: Calendar, days: readonly PlainDate[]): Calendar {
  const localHolidays = [...new Set([...calendar.localHolidays, ...days])].sort();
  return { ...calendar, version: `${calendar.version}+${localHolidays.join('+')}`, localHolidays };
}

interface Days {
  readonly off: ReadonlySet<PlainDate>;
  readonly workOn: ReadonlySet<PlainDate>;
  readonly years: ReadonlySet<number>;
}

function daysOf(calendar: Calendar): Days {
  const known = indexed.get(calendar);
  if (known) return known;
  const years = Object.values(calendar.years);
  const days = {
    off: new Set([...years.flatMap(({ off }) => off), ...calendar.localHolidays]),
    workOn: new Set(years.flatMap(({ workOn }) => workOn)),
    years: new Set(Object.keys(calendar.years).map(Number)),
  };
  indexed.set(calendar, days);
  return days;
}

/** Looking a day up in lists of a hundred would be most of the work of a clock. */
const indexed = new WeakMap<Calendar, Days>();
