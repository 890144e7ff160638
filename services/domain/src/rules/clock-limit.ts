import { type WarningLevel, warningLevels } from '../clock.ts';
import { figure, type ParameterId, type ParameterSet, parameterTable } from '../parameters.ts';
import { addDays, addMonths, dayOf, daysBetween, type Instant, type PlainDate } from '../plain-date.ts';
import { type Calendar, deadline, nextWorkingDay, workingDaysAfter } from './working-days.ts';

const MINUTE = 60_000;

/** How long a limit is: the value of a dated parameter, and which one that was. */
export interface LimitLength {
  /** In `unit`: days, months, hours or minutes. */
  days: number;
  unit: string;
  parameter: string;
}

/** A limit worked out: its last day, its end, whom it warns when, and with what calendar. */
export interface ClockLimit extends LimitLength {
  dueOn: PlainDate;
  dueAt: Instant;
  warnings: { level: WarningLevel; at: Instant }[];
  calendarVersion: string;
}

/** The length that a parameter gives on a day. @throws Refusal PARAMETER_UNKNOWN */
export function lengthOn(parameters: ParameterSet, id: string, day: PlainDate): LimitLength {
  const { value, parameter } = figure(parameters, id as ParameterId, day);
  return { days: value as number, unit: parameterTable[id as ParameterId].unit, parameter };
}

/**
 * The limit of a length from an event: days from its day, which is not counted; hours and minutes from the moment itself,
 * which no day off moves [CIVIL 201], through the minute that they lead to [CIVIL 1259]. Each level is warned when its share of the length has passed, by the shares in
 * force on `warnedAsOn`.
 *
 * @throws Refusal CALENDAR_UNKNOWN when it would end in a year whose calendar is not published; PARAMETER_UNKNOWN
 */
export function clockLimit(
  { calendar, parameters }: { calendar: Calendar; parameters: ParameterSet },
  { length, startedAt, startedOn, warnedAsOn }: { length: LimitLength; startedAt: Instant; startedOn: PlainDate; warnedAsOn: PlainDate },
): ClockLimit {
  const shares = warningLevels.map((level) => Number(figure(parameters, `clock.warning.${level}`, warnedAsOn).value));
  const unitMs = momentUnits[length.unit];
  if (unitMs !== undefined) {
    const passed = (share: number) => throughTheMinute(Date.parse(startedAt) + share * length.days * unitMs);
    const warnings = warningLevels.map((level, index) => ({ level, at: passed(shares[index] ?? 1) }));
    const dueAt = passed(1);
    return { ...length, dueOn: dayOf(dueAt), dueAt, warnings, calendarVersion: calendar.version };
  }
  const { dueOn, warnedOn } = daysOf(calendar, { length, startedOn, shares });
  const warnings = warningLevels.map((level, index) => ({ level, at: deadline(warnedOn[index] ?? dueOn) }));
  return { ...length, dueOn, dueAt: deadline(dueOn), warnings, calendarVersion: calendar.version };
}

/** Units that are counted from the moment, in milliseconds. */
const momentUnits: Readonly<Record<string, number>> = { minutes: MINUTE, hours: 60 * MINUTE };

/**
 * CIVIL 1259 — "Within" takes in the last: what is due at 20:55 is in time at 20:55. People read limits and act by the
 * minute, so the limit passes with the last millisecond of it, and what the screen says is what counts.
 */
function throughTheMinute(ms: number): Instant {
  return new Date(Math.floor(ms / MINUTE) * MINUTE + MINUTE - 1).toISOString();
}

function daysOf(
  calendar: Calendar,
  { length: { days, unit }, startedOn, shares }: { length: LimitLength; startedOn: PlainDate; shares: readonly number[] },
): { dueOn: PlainDate; warnedOn: PlainDate[] } {
  const passed = (length: number) => shares.map((share) => Math.min(length, Math.ceil(share * length)));
  if (unit === 'working-days') {
    const [dueOn = startedOn, ...warnedOn] = workingDaysAfter(calendar, startedOn, [days, ...passed(days)]);
    return { dueOn, warnedOn };
  }
  // Months bind the office alone: they end on the day that corresponds [CIVIL 202], which no day off moves. A last day
  // that is a day off moves to the next working day [CIVIL 203].
  const last = unit === 'months' ? addMonths(startedOn, days) : nextWorkingDay(calendar, addDays(startedOn, days));
  return { dueOn: last, warnedOn: passed(daysBetween(startedOn, last)).map((count) => addDays(startedOn, count)) };
}
