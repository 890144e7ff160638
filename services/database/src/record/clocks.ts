import {
  addWorkingDays,
  type ClockKind,
  clocks,
  deadline,
  figure,
  type Instant,
  type LedgerKind,
  type ParameterId,
  type ParameterSet,
  type PlainDate,
  programmes,
  Refusal,
  type WarningLevel,
  warningLevels,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, ClockRecord } from './case-frame.ts';
import type { Entry } from './enter.ts';
import { modeOn } from './mode-on.ts';

type Write = (entry: Entry) => void;

/** Stops and starts the clocks of a case that run on an entry of its ledger, by the table of the domain. */
export function runClocks(tx: Tx, frame: CaseFrame, kind: LedgerKind, write: Write): void {
  for (const clock of programmes[frame.programme].clocks as readonly ClockKind[]) {
    const { starts, stops } = clocks[clock] as { starts: readonly LedgerKind[]; stops: readonly LedgerKind[] };
    if (stops.includes(kind)) stopClock(tx, frame, clock, write);
    if (starts.includes(kind)) startClock(tx, frame, clock);
  }
  // N2022 4(1) — An objection during the notice is one of the reasons for which the total may become longer.
  if (kind === 'notice.objection') extendWhereKnown(tx, frame, write);
}

function startClock(tx: Tx, frame: CaseFrame, kind: ClockKind): void {
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const mode = frame.mode ?? modeOn(parameters, frame.programme, tx.day);
  const limit = limitOf(tx, parameters, clocks[kind].length[mode], tx.day, tx.day);
  const clock: ClockRecord = {
    caseId: frame.id,
    township: frame.township,
    kind,
    round: frame.clocks.filter((earlier) => earlier.kind === kind).length + 1,
    startedAt: tx.at,
    startedOn: tx.day,
    ...limit,
    state: 'running',
    warnedLevel: null,
    extendedReason: null,
    stoppedAt: null,
  };
  frame.clocks.push(clock);
  tx.writes.add('clock', clock);
}

/** The limit of so many working days after a day: its end, the moments of its warnings, and what it was worked out with. */
function limitOf(tx: Tx, parameters: ParameterSet, id: string, startedOn: PlainDate, inForceOn: PlainDate) {
  const { value, parameter } = figure(parameters, id as ParameterId, inForceOn);
  const days = value as number;
  const { calendar } = tx.place;
  const dueOn = addWorkingDays(calendar, startedOn, days);
  const warnings = warningLevels.map((level) => {
    const share = Number(figure(parameters, `clock.warning.${level}`, inForceOn).value);
    return { level, at: deadline(addWorkingDays(calendar, startedOn, Math.min(days, Math.ceil(share * days)))) };
  });
  return { dueOn, dueAt: deadline(dueOn), days, unit: 'working-days', warnings, parameter, calendarVersion: calendar.version };
}

function stopClock(tx: Tx, frame: CaseFrame, kind: ClockKind, write: Write): void {
  for (const clock of frame.clocks) {
    if (clock.kind !== kind || clock.stoppedAt) continue;
    if (clock.state === 'running' && isPast(clock.dueAt, tx.at)) miss(clock, write);
    if (clock.state === 'running') clock.state = 'met';
    clock.stoppedAt = tx.at;
    tx.writes.change('clock', 'clock', clock);
  }
}

/** Stops what still runs when a case leaves by a side exit: nothing is decided any more, so nothing is met or missed. */
export function stopAllClocks(tx: Tx, frame: CaseFrame): void {
  for (const clock of frame.clocks) {
    if (clock.stoppedAt) continue;
    if (clock.state === 'running') clock.state = 'stopped';
    clock.stoppedAt = tx.at;
    tx.writes.change('clock', 'clock', clock);
  }
}

/** Rings what is due at the moment of the transaction: warnings by level, and limits that have passed. */
export function ringClocks(tx: Tx, frame: CaseFrame, write: Write): void {
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
export function extendDecision(tx: Tx, frame: CaseFrame, reason: string, write: Write): ClockRecord | undefined {
  const clock = frame.clocks.find(({ kind, stoppedAt }) => kind === 'decision' && !stoppedAt);
  if (!clock || clock.extendedReason) return undefined;
  const from = clock.dueOn;
  const limit = limitOf(tx, tx.place.parametersOf(frame.parameterSet), 'total.extended', clock.startedOn, tx.day);
  if (limit.days <= clock.days) return undefined;
  Object.assign(clock, limit, { extendedReason: reason, warnedLevel: null }, isPast(limit.dueAt, tx.at) ? {} : { state: 'running' });
  tx.writes.change('clock', 'clock', clock);
  write({
    kind: 'clock.extended',
    round: clock.round,
    data: { clock: 'decision', reason, from, to: clock.dueOn },
    byOffice: tx.who.account === null,
  });
  for (const task of frame.tasks) {
    if (task.closedAt || task.dueOn !== from) continue;
    task.dueOn = clock.dueOn;
    task.version += 1;
    tx.writes.change('task', 'taskChange', task);
  }
  return clock;
}

/** An objection is taken although the year in which the longer limit would end has no calendar yet. */
function extendWhereKnown(tx: Tx, frame: CaseFrame, write: Write): void {
  try {
    extendDecision(tx, frame, 'objection', write);
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

/** The clock by whose end something is due: the one that runs, else, where it was stopped already, that of the decision. */
export function dueOnOf(frame: CaseFrame, kind: ClockKind | null): PlainDate | null {
  if (kind === null) return null;
  const running = (wanted: ClockKind) => frame.clocks.findLast((clock) => clock.kind === wanted && !clock.stoppedAt)?.dueOn;
  return running(kind) ?? running('decision') ?? null;
}
