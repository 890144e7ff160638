import Type from 'typebox';
import type { Label } from '../label.ts';
import { addDays, daysBetween, PlainDate, weekdayOf, yearOf } from '../plain-date.ts';
import type { Calendar } from './working-days.ts';

const closed = { additionalProperties: false };
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]+$' });
const Name = Type.Object({ zh: Words, en: Words }, closed);

/** The days off and the make-up working days of a year, as the State Council's notice announces them; and the place's own days off. */
export const CalendarNotice = Type.Object(
  {
    year: Type.Integer({ minimum: 2021, maximum: 2199 }),
    source: Words,
    /** Of the notice, such as 国办发明电〔2025〕7号. */
    noticeNumber: Type.Optional(Words),
    publishedOn: Type.Optional(PlainDate),
    holidays: Type.Array(
      Type.Object({ name: Name, from: PlainDate, to: PlainDate, workOn: Type.Array(PlainDate, { maxItems: 10 }) }, closed),
      { maxItems: 20 },
    ),
    /** Each with the announcement that it rests on, such as that of 三月三. */
    localHolidays: Type.Optional(
      Type.Array(Type.Object({ name: Name, from: PlainDate, to: PlainDate, source: Words }, closed), { maxItems: 20 }),
    ),
  },
  closed,
);
export type CalendarNotice = Type.Static<typeof CalendarNotice>;

/** What is wrong with a calendar that its schema has let pass. */
export const calendarFaults = {
  YEAR_TOO_FAR: { zh: '只能导入从2021年到明年的日历。', en: 'Calendars are taken from 2021 to next year.' },
  NOT_OF_THE_YEAR: { zh: '这一天不在该年内。', en: 'This day does not lie in the year.' },
  ENDS_BEFORE_IT_BEGINS: { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' },
  TOO_LONG: { zh: '一个假期最多十二天。检查日期。', en: 'A holiday has twelve days at most. Check its days.' },
  NAMED_TWICE: { zh: '同一天不能列两次。', en: 'A day cannot be named twice.' },
  NOT_AT_A_WEEKEND: { zh: '调休上班日只能是星期六或星期日。', en: 'A make-up working day lies at a weekend.' },
  FESTIVAL_MISSING: {
    zh: '缺少元旦、劳动节或国庆节。把国务院通知列出的假期全部填入。',
    en: "New Year's Day, Labour Day or National Day is missing. Enter every holiday of the State Council's notice.",
  },
} as const satisfies Record<string, Label>;
export type CalendarFaultCode = keyof typeof calendarFaults;

/** `path` leads to the value, in steps joined by `/`: `holidays/1/to`. */
export interface CalendarFault {
  readonly code: CalendarFaultCode;
  readonly path: string;
}

const LONGEST_HOLIDAY = 12;
/** They are days off in every year: 全国年节及纪念日放假办法. */
const fixedFestivals = ['01-01', '05-01', '10-01'];

/** The faults of a calendar as of `today`: it is given for a year up to the next one. */
export function findCalendarFaults(notice: CalendarNotice, today: PlainDate): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const seen = new Set<PlainDate>();
  const { year, holidays, localHolidays = [] } = notice;
  const add = (code: CalendarFaultCode, path: string) => void faults.push({ code, path });
  if (year > yearOf(today) + 1) add('YEAR_TOO_FAR', 'year');

  function name(day: PlainDate, path: string): void {
    if (yearOf(day) !== year) add('NOT_OF_THE_YEAR', path);
    else if (seen.has(day)) add('NAMED_TWICE', path);
    seen.add(day);
  }
  function nameSpan({ from, to }: { from: PlainDate; to: PlainDate }, path: string): void {
    if (to < from) return add('ENDS_BEFORE_IT_BEGINS', `${path}/to`);
    if (daysBetween(from, to) >= LONGEST_HOLIDAY) return add('TOO_LONG', `${path}/to`);
    for (const day of daysFromTo(from, to)) name(day, path);
  }
  for (const [index, holiday] of holidays.entries()) {
    nameSpan(holiday, `holidays/${index}`);
    for (const [place, day] of holiday.workOn.entries()) {
      name(day, `holidays/${index}/workOn/${place}`);
      if (weekdayOf(day) < 6) add('NOT_AT_A_WEEKEND', `holidays/${index}/workOn/${place}`);
    }
  }
  const off = new Set(holidays.flatMap(({ from, to }) => (to < from ? [] : daysFromTo(from, to))));
  if (fixedFestivals.some((day) => !off.has(`${year}-${day}`))) add('FESTIVAL_MISSING', 'holidays');
  // A local day off may fall on a day that the nation works on because of a swap; on a day off it would be none.
  seen.clear();
  for (const day of off) seen.add(day);
  for (const [index, holiday] of localHolidays.entries()) nameSpan(holiday, `localHolidays/${index}`);
  return faults;
}

/** A calendar of these years. `version` is kept with everything that is worked out by it. */
export function calendarOf(years: readonly CalendarNotice[], version: string): Calendar {
  return {
    version,
    years: Object.fromEntries(years.map((notice) => [notice.year, yearFrom(notice)])),
    localHolidays: years.flatMap(({ localHolidays = [] }) => localHolidays.flatMap(({ from, to }) => daysFromTo(from, to))).sort(),
  };
}

function yearFrom({ source, holidays }: CalendarNotice): Calendar['years'][number] {
  return {
    source,
    holidays: holidays.map((holiday) => ({ ...holiday, source })),
    off: holidays.flatMap(({ from, to }) => daysFromTo(from, to)),
    workOn: holidays.flatMap(({ workOn }) => workOn).sort(),
  };
}

/** The first and the last day on which two calendars differ; undefined when they do not. A year that only one knows differs whole. */
export function changedBetween(one: Calendar, other: Calendar): { first: PlainDate; last: PlainDate } | undefined {
  const years = [...new Set([...Object.keys(one.years), ...Object.keys(other.years)])];
  const days = [
    ...years
      .filter((year) => !(Number(year) in one.years) || !(Number(year) in other.years))
      .flatMap((year) => [`${year}-01-01`, `${year}-12-31`]),
    ...symmetricDifference(offOf(one), offOf(other)),
    ...symmetricDifference(workOf(one), workOf(other)),
  ].sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function offOf({ years, localHolidays }: Calendar): Set<PlainDate> {
  return new Set([...Object.values(years).flatMap(({ off }) => off), ...localHolidays]);
}

function workOf({ years }: Calendar): Set<PlainDate> {
  return new Set(Object.values(years).flatMap(({ workOn }) => workOn));
}

function symmetricDifference(one: Set<PlainDate>, other: Set<PlainDate>): PlainDate[] {
  return [...one].filter((day) => !other.has(day)).concat([...other].filter((day) => !one.has(day)));
}

function daysFromTo(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
