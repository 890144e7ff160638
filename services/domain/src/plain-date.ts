import Type from 'typebox';

/** The zone in which civil days begin and end. It is named in every conversion: no machine's own zone counts. */
const civilZone = 'Asia/Shanghai';
/** Since summer time was last in force there, the zone lies eight hours east of UTC; for older moments the zone's table is asked. */
const OFFSET_MS = 8 * 3_600_000;
const lastSummerTime = '1991-09-16';
const DAY_MS = 86_400_000;

/** A civil day, `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. The format holds that the day exists, the pattern the years. */
export const PlainDate = Type.String({ format: 'date', pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$' });
export type PlainDate = string;

/** A moment, ISO 8601 in UTC: `2026-09-09T01:00:00Z`, with milliseconds or without. */
export const Instant = Type.String({
  format: 'date-time',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$',
});
export type Instant = string;

/** A month, `YYYY-MM`. */
export const Month = Type.String({ pattern: '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$' });
export type Month = string;

/** The day `days` after (or, when negative, before) `day`. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return civil(utcOf(day) + days * DAY_MS);
}

/** The same day of the month, `months` on; the last day of that month where it has no such day [CIVIL 202]. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: PlainDate): number {
  return new Date(utcOf(day)).getUTCDay() || 7;
}

/**
 * Full years of age on `day`. A person turns a year older on the birthday itself; who was born on 29 February, on
 * 1 March of a common year.
 */
export function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The calendar year of a day. */
export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** The month of a day. */
export function monthOf(day: PlainDate): Month {
  return day.slice(0, 7);
}

/** The month after that of `day`: the first month of what is decided on `day` [M57 21]. */
export function monthAfter(day: PlainDate): Month {
  return monthOf(addMonths(`${monthOf(day)}-01`, 1));
}

/** The civil day on which an instant falls. */
export function dayOf(instant: Instant): PlainDate {
  if (instant >= lastSummerTime) return civil(Date.parse(instant) + OFFSET_MS);
  return Temporal.Instant.from(instant).toZonedDateTimeISO(civilZone).toPlainDate().toString();
}

/** 00:00 of a civil day. */
export function startOfDay(day: PlainDate): Instant {
  const utc = utcOf(day);
  if (day >= lastSummerTime && civil(utc) === day) return new Date(utc - OFFSET_MS).toISOString().replace('.000Z', 'Z');
  return instantAt(day, '00:00');
}

/** 24:00 of a civil day, which is 00:00 of the next: an act at this instant is too late, one before it is not [CIVIL 203]. */
export function endOfDay(day: PlainDate): Instant {
  return startOfDay(addDays(day, 1));
}

/** The instant at which clocks in the township show `time` (`HH:mm` or `HH:mm:ss`) on `day`. */
export function instantAt(day: PlainDate, time: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: civilZone, plainTime: time }).toInstant().toString();
}

/** The instant `hours` later. Hours are counted from the moment itself, without rounding to a day [CIVIL 201]. */
export function addHours(instant: Instant, hours: number): Instant {
  return Temporal.Instant.from(instant).add({ hours }).toString();
}

/**
 * Days are counted on the UTC calendar, which is the proleptic Gregorian one without zones: the working-day rules step
 * from day to day thousands of times a second, and objects of a calendar library for each step would be most of their cost.
 */
function utcOf(day: PlainDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function civil(utc: number): PlainDate {
  return new Date(utc).toISOString().slice(0, 10);
}
