import {
  type ClockKind,
  type ClockLimit,
  type ExtensionReason,
  clockLimit,
  clockRow,
  extendedLengthIdOf,
  isStartedBy,
  isStoppedBy,
  type Instant,
  lengthIdOf,
  lengthOn,
  type Mode,
  processRow,
  Refusal,
  startOf,
  stopsAll,
  type WarningLevel,
} from '@zhouji/domain';
import type { CaseFrame, ClockRecord, LackingLimit } from './case-frame.ts';
import { followLimits } from './due-on.ts';
import type { Entry, Ground } from './enter.ts';

type Write = (entry: Entry) => void;
type Start = ReturnType<typeof startOf>;

/** What an entry says of the limits that it starts: replayed, they come out the same. */
export interface StartedLimits {
  limits: ({ kind: ClockKind; limit: ClockLimit } & Start)[];
  said: { clocks: ClockKind[]; mode?: Mode; calendar: string };
}

/**
 * The limits that an entry of this kind starts, by the table of the domain, worked out; undefined when it starts none.
 *
 * @throws Refusal CALENDAR_UNKNOWN, PARAMETER_UNKNOWN
 */
export function limitsStartedBy(tx: Ground, frame: CaseFrame, entry: Pick<Entry, 'kind' | 'data'>): StartedLimits | undefined {
  let limits: StartedLimits['limits'] | undefined;
  for (const clock of processRow(frame.process).clocks) {
    if (!isStartedBy(clock, entry) || isStoodInFor(frame, clock, entry)) continue;
    const start = startOf(clock, { at: tx.at, ...(entry.data ? { data: entry.data } : {}) });
    const limit = limitFrom(tx, frame, { clock, startedBy: entry.kind }, start);
    if (limit) (limits ??= []).push({ kind: clock, ...start, limit });
    else (frame.lackingLimits ??= []).push({ clock, startedBy: entry.kind, ...start });
  }
  if (!limits) return undefined;
  return {
    limits,
    said: { clocks: limits.map((one) => one.kind), calendar: tx.place.calendar.version, ...(frame.mode ? { mode: frame.mode } : {}) },
  };
}

/** Whether one of its kind runs that is not begun twice, or the clock to which it yields. */
function isStoodInFor(frame: CaseFrame, clock: ClockKind, { kind }: Pick<Entry, 'kind'>): boolean {
  const { isOnce, yieldsTo } = clockRow(clock);
  const other = isOnce ? clock : yieldsTo?.[kind];
  return other !== undefined && isRunning(frame, other);
}

function isRunning({ clocks, lackingLimits = [] }: CaseFrame, kind: ClockKind): boolean {
  return clocks.some((one) => one.kind === kind && !one.stoppedAt) || lackingLimits.some(({ clock }) => clock === kind);
}

/** What must not be refused for want of a calendar begins without its limit, which begins when the calendar is there. */
function limitFrom(
  tx: Ground,
  frame: CaseFrame,
  { clock, startedBy }: { clock: ClockKind; startedBy: string },
  start: Start,
): ClockLimit | undefined {
  try {
    return worked(tx, frame, lengthIdOf(frame.process, clock, modeOf(frame), startedBy), start);
  } catch (error) {
    if (clockRow(clock).mayLackCalendar && error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN') return undefined;
    throw error;
  }
}

function modeOf(frame: CaseFrame): Mode {
  // What begins before the acceptance lasts as long in either mode.
  return frame.mode ?? 'delegated';
}

/** The limit that a parameter gives from a moment, by what is in force on the day of the transaction. */
function worked({ place, day }: Ground, frame: CaseFrame, parameter: string, { startedAt, startedOn }: Start): ClockLimit {
  const parameters = place.parametersOf(frame.parameterSet);
  return clockLimit(
    { calendar: place.calendar, parameters },
    { length: lengthOn(parameters, parameter, day), startedAt, startedOn, warnedAsOn: day },
  );
}

/** Stops the clocks of a case that an entry of its ledger stops, and starts those whose limits it has started. */
export function runClocks(tx: Ground, frame: CaseFrame, entry: Entry, started: StartedLimits['limits'], write: Write): void {
  dropLacking(frame, ({ clock }) => stopsAll(entry) || isStoppedBy(clock, entry));
  if (stopsAll(entry)) stopAllClocks(tx, frame);
  for (const clock of processRow(frame.process).clocks) if (isStoppedBy(clock, entry)) stopClock(tx, frame, clock, write);
  for (const one of started) startClock(tx, frame, one);
  // N2022 4(1) — An objection during the notice is one of the reasons for which the total may become longer.
  if (entry.kind === 'notice.objection') extendWhereKnown(tx, frame, write);
}

/**
 * Starts the limits that waited for a calendar, from the moment that started them, where it is known now.
 *
 * @returns how many
 */
export function startLacking(tx: Ground, frame: CaseFrame, write: Write): number {
  let count = 0;
  for (const lacking of [...(frame.lackingLimits ?? [])]) {
    const { clock, startedBy, ...start } = lacking;
    const limit = limitFrom(tx, frame, { clock, startedBy }, start);
    if (!limit) continue;
    dropLacking(frame, (one) => one === lacking);
    const said = { clocks: [clock], calendar: tx.place.calendar.version, ...(frame.mode ? { mode: frame.mode } : {}) };
    write({ kind: 'clock.started', data: { clock, dueOn: limit.dueOn, limits: said }, byOffice: true });
    startClock(tx, frame, { kind: clock, ...start, limit });
    count += 1;
  }
  return count;
}

function dropLacking(frame: CaseFrame, isOver: (lacking: LackingLimit) => boolean): void {
  if (frame.lackingLimits?.some(isOver)) frame.lackingLimits = frame.lackingLimits.filter((lacking) => !isOver(lacking));
}

function startClock(tx: Ground, frame: CaseFrame, { kind, startedAt, startedOn, limit }: StartedLimits['limits'][number]): void {
  const clock: ClockRecord = {
    caseId: frame.id,
    township: frame.township,
    kind,
    round: frame.clocks.filter((earlier) => earlier.kind === kind).length + 1,
    startedAt,
    startedOn,
    ...limit,
    state: 'running',
    warnedLevel: null,
    extendedReason: null,
    stoppedAt: null,
  };
  frame.clocks.push(clock);
  tx.writes.add('clock', clock);
}

function stopClock(tx: Ground, frame: CaseFrame, kind: ClockKind, write: Write): void {
  for (const clock of frame.clocks) {
    if (clock.kind !== kind || clock.stoppedAt) continue;
    if (clock.state === 'running' && isPast(clock.dueAt, tx.at)) miss(clock, write);
    if (clock.state === 'running') clock.state = 'met';
    clock.stoppedAt = tx.at;
    tx.writes.change('clock', 'clock', clock);
  }
}

/** Stops what still runs when a case leaves by a side exit: nothing is decided any more, so nothing is met or missed. */
function stopAllClocks(tx: Ground, frame: CaseFrame): void {
  for (const clock of frame.clocks) {
    if (clock.stoppedAt) continue;
    if (clock.state === 'running') clock.state = 'stopped';
    clock.stoppedAt = tx.at;
    tx.writes.change('clock', 'clock', clock);
  }
}

/** Rings what is due at the moment of the transaction: warnings by level, and limits that have passed. */
export function ringClocks(tx: Ground, frame: CaseFrame, write: Write): void {
  for (const clock of frame.clocks) {
    if (clock.stoppedAt || clock.state !== 'running') continue;
    for (const { level, at } of warningsLeft(clock)) {
      if (!isPast(at, tx.at)) break;
      clock.warnedLevel = level;
      write({ kind: 'clock.warned', round: clock.round, data: { clock: clock.kind, level, dueOn: clock.dueOn }, byOffice: true });
      tx.writes.change('clock', 'clock', clock);
    }
    if (!isPast(clock.dueAt, tx.at)) continue;
    miss(clock, write);
    tx.writes.change('clock', 'clock', clock);
  }
}

/** When the next clock of the case rings; undefined when none will. */
export function nextRing(frame: CaseFrame): Instant | undefined {
  let next: Instant | undefined;
  for (const clock of frame.clocks) {
    if (clock.stoppedAt || clock.state !== 'running') continue;
    for (const at of [clock.dueAt, warningsLeft(clock)[0]?.at]) if (at && (!next || Date.parse(at) < Date.parse(next))) next = at;
  }
  return next;
}

/**
 * Lengthens the clock of the decision to what special cases are allowed [N2022 4(1); M57 22], counted from its start.
 *
 * @returns the clock, or undefined when none runs or it is that long already
 * @throws Refusal CALENDAR_UNKNOWN
 */
export function extendDecision(
  tx: Ground,
  frame: CaseFrame,
  { reason, note }: { reason: ExtensionReason; note?: string },
  write: Write,
): ClockRecord | undefined {
  const clock = frame.clocks.find(({ kind, stoppedAt }) => kind === 'decision' && !stoppedAt);
  if (!clock || clock.extendedReason) return undefined;
  const from = clock.dueOn;
  const limit = worked(tx, frame, extendedLengthIdOf(frame.process), clock);
  if (limit.days <= clock.days) return undefined;
  Object.assign(clock, limit, { extendedReason: reason, warnedLevel: null }, isPast(limit.dueAt, tx.at) ? {} : { state: 'running' });
  tx.writes.change('clock', 'clock', clock);
  write({
    kind: 'clock.extended',
    round: clock.round,
    data: { clock: 'decision', reason, from, to: clock.dueOn, calendar: clock.calendarVersion, ...(note ? { note } : {}) },
    byOffice: tx.who.account === null,
  });
  followLimits(tx, frame);
  return clock;
}

/** An objection is taken although the year in which the longer limit would end has no calendar yet. */
function extendWhereKnown(tx: Ground, frame: CaseFrame, write: Write): void {
  try {
    extendDecision(tx, frame, { reason: 'objection' }, write);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN')) throw error;
  }
}

function miss(clock: ClockRecord, write: Write): void {
  clock.state = 'missed';
  write({ kind: 'clock.missed', round: clock.round, data: { clock: clock.kind, dueOn: clock.dueOn }, byOffice: true });
}

function warningsLeft({ warnings, warnedLevel }: ClockRecord): { level: WarningLevel; at: Instant }[] {
  return warnings.slice(warnedLevel === null ? 0 : warnings.findIndex(({ level }) => level === warnedLevel) + 1);
}

function isPast(limit: Instant, at: Instant): boolean {
  return Date.parse(limit) <= Date.parse(at);
}
