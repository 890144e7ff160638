import { figure, type ParameterSet } from '../parameters.ts';
import { addDays, dayOf, type Instant, instantAt, type PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';

/** How somebody is called back in a place on a day: hours of the day, how often at most, and how long to wait in between. */
export interface CallbackRules {
  fromHour: number;
  toHour: number;
  daysAhead: number;
  attempts: number;
  pauseMinutes: number;
  /** So long after its time, a callback that nobody tried warns whoever promised it. */
  warnOwnerMinutes: number;
  /** And so long after its time the hotline lead. */
  warnLeadMinutes: number;
}

/** Who is warned of a callback whose time has passed: who promised it, then the lead of the hotline. */
export const missedLevels = ['person', 'lead'] as const;
export type MissedLevel = (typeof missedLevels)[number];

/** Times that are offered without choosing: this afternoon or later today, and tomorrow morning. */
export interface OfferedSlots {
  today: Instant | null;
  tomorrow: Instant;
}

const AFTERNOON = 15;
const MORNING = 9;
const MINUTE_MS = 60_000;

/** The rules of a place on a day. @throws Refusal PARAMETER_UNKNOWN */
export function callbackRulesOf(parameters: ParameterSet, day: PlainDate): CallbackRules {
  return {
    fromHour: figure(parameters, 'hotline.callback.fromHour', day).value,
    toHour: figure(parameters, 'hotline.callback.toHour', day).value,
    daysAhead: figure(parameters, 'hotline.callback.daysAhead', day).value,
    attempts: figure(parameters, 'hotline.callback.attempts', day).value,
    pauseMinutes: figure(parameters, 'hotline.callback.pause', day).value,
    warnOwnerMinutes: figure(parameters, 'hotline.callback.warnPerson', day).value,
    warnLeadMinutes: figure(parameters, 'hotline.callback.warnLead', day).value,
  };
}

/** Nobody is promised a call in the past, outside the hours, or further ahead than can be booked. @throws Refusal CALLBACK_NOT_THEN */
export function requireSlot(slot: Instant, now: Instant, rules: CallbackRules): void {
  const lastDay = addDays(dayOf(now), rules.daysAhead);
  if (Date.parse(slot) <= Date.parse(now) || !isWithinHours(slot, rules) || dayOf(slot) > lastDay)
    refuse('CALLBACK_NOT_THEN', { slot, fromHour: rules.fromHour, toHour: rules.toHour, lastDay });
}

/** The afternoon at three, or the next full hour after that; tomorrow at nine. Today is offered while an hour of it is left. */
export function offeredSlots(now: Instant, rules: CallbackRules): OfferedSlots {
  const day = dayOf(now);
  const today = Math.max(AFTERNOON, rules.fromHour, hourOf(now) + 1);
  return {
    today: today < rules.toHour ? instantAt(day, clockTime(today)) : null,
    tomorrow: instantAt(addDays(day, 1), clockTime(Math.max(MORNING, rules.fromHour))),
  };
}

/** When to try again after somebody was not reached; null when it was tried as often as it is. */
export function nextAttemptAt(triedAt: Instant, attempts: number, rules: CallbackRules): Instant | null {
  if (attempts >= rules.attempts) return null;
  const again = new Date(Date.parse(triedAt) + rules.pauseMinutes * MINUTE_MS).toISOString().replace('.000Z', 'Z');
  if (isWithinHours(again, rules)) return again;
  const day = dayOf(again);
  const isEarly = hourOf(again) < rules.fromHour;
  return instantAt(isEarly ? day : addDays(day, 1), clockTime(rules.fromHour));
}

/** Whom a callback that was to be tried at `nextAt` warns by now: nobody, who promised it, or the lead as well. */
export function missedLevel(
  nextAt: Instant,
  now: Instant,
  { warnOwnerMinutes, warnLeadMinutes }: Pick<CallbackRules, 'warnOwnerMinutes' | 'warnLeadMinutes'>,
): MissedLevel | null {
  const late = Date.parse(now) - Date.parse(nextAt);
  if (late >= warnLeadMinutes * MINUTE_MS) return 'lead';
  return late >= warnOwnerMinutes * MINUTE_MS ? 'person' : null;
}

/** Whether the moment lies in the hours in which people are called back: the last hour ends at its beginning. */
export function isWithinHours(at: Instant, { fromHour, toHour }: CallbackRules): boolean {
  const minutes = minuteOfDay(at);
  return minutes >= fromHour * 60 && minutes < toHour * 60;
}

function hourOf(at: Instant): number {
  return Math.floor(minuteOfDay(at) / 60);
}

/** In the time of the office. */
function minuteOfDay(at: Instant): number {
  const midnight = Date.parse(instantAt(dayOf(at), '00:00'));
  return Math.floor((Date.parse(at) - midnight) / MINUTE_MS);
}

function clockTime(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
