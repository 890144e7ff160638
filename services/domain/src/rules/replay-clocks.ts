import {
  type ClockKind,
  clockKinds,
  clockRow,
  isStartedBy,
  isStoppedBy,
  mayHaveStarted,
  startOf,
  stopsAll,
  warningLevels,
} from '../clock.ts';
import { dayOf, type Instant, type PlainDate } from '../plain-date.ts';
import { extendedLengthIdOf, lengthIdOf, type ProcessName, processRow } from '../process.ts';
import { type Mode, modes } from '../programme.ts';
import { Refusal } from '../refusal.ts';
import { type ClockLimit, clockLimit, type LimitLength, lengthOn } from './clock-limit.ts';
import type { Replay, ReplayedClock, ReplayEntry, ReplayFault, ReplayGround } from './replayed-clock.ts';

/**
 * Every limit of a case, worked out again from what its ledger says, with the figures and the calendars that it names:
 * when it was started, by what, how long it was, whom it warned, how it was lengthened, worked out again, met or missed.
 * What is stored and shown must be the same; and what the ledger says of limits must follow from the law, or it is a fault.
 */
export function replayClocks(entries: readonly ReplayEntry[], ground: ReplayGround): Replay {
  const replay: Replaying = { clocks: [], faults: [], ground, lacking: [] };
  for (const entry of entries) replayEntry(replay, entry);
  // A limit that had passed when it was stopped is entered as missed right after; without that entry it was not told.
  for (const { missedBy, stoppedBy, state } of replay.clocks)
    if (state === 'missed' && !missedBy) addFault(replay, stoppedBy?.seq ?? 0, 'missed-untold');
  const { clocks, faults } = replay;
  return { clocks, faults };
}

interface Replaying extends Replay {
  ground: ReplayGround;
  /** What was to start a limit and could not, for want of a calendar. */
  lacking: { kind: ClockKind; entry: ReplayEntry }[];
}

function replayEntry(replay: Replaying, entry: ReplayEntry): void {
  try {
    const about = aboutLimits[entry.kind];
    if (about) return about(replay, entry);
    stopBy(replay, entry);
    startBy(replay, entry);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    addFault(replay, entry.seq, 'not-worked-out');
  }
}

const aboutLimits: Record<string, (replay: Replaying, entry: ReplayEntry) => void> = {
  'clock.started': startedLate,
  'clock.warned': warnedBy,
  'clock.missed': missedBy,
  'clock.extended': extendedBy,
  'clock.recomputed': recomputedBy,
};

function startBy(replay: Replaying, entry: ReplayEntry): void {
  const { process } = replay.ground;
  const said = limitsOf(entry, process);
  const inProcess: readonly ClockKind[] = processRow(process).clocks;
  for (const kind of said.clocks) {
    if (isClockKind(kind) && inProcess.includes(kind) && mayHaveStarted(kind, entry)) start(replay, kind, { by: entry, of: entry, said });
    else addFault(replay, entry.seq, 'started-otherwise');
  }
  for (const kind of inProcess)
    if (clockRow(kind).mayLackCalendar && isStartedBy(kind, entry) && !said.clocks.includes(kind)) replay.lacking.push({ kind, entry });
}

/** A limit that waited for a calendar begins when that is there, from the entry that was to start it. */
function startedLate(replay: Replaying, entry: ReplayEntry): void {
  const of = replay.lacking.find(({ kind }) => kind === entry.data['clock']);
  if (!of) return addFault(replay, entry.seq, 'started-otherwise');
  replay.lacking.splice(replay.lacking.indexOf(of), 1);
  start(replay, of.kind, { by: entry, of: of.entry, said: limitsOf(entry, replay.ground.process) });
  if (replay.clocks.at(-1)?.dueOn !== entry.data['dueOn']) addFault(replay, entry.seq, 'started-otherwise');
}

/** `of` is the entry from whose moment it runs, `by` the one that says with which calendar and by the figures of which day. */
function start(
  replay: Replaying,
  kind: ClockKind,
  { by, of, said }: { by: ReplayEntry; of: ReplayEntry; said: { mode: Mode; calendar?: unknown } },
): void {
  const from = startOf(kind, of);
  const length = lengthOn(replay.ground.parameters, lengthIdOf(replay.ground.process, kind, said.mode, of.kind), dayOf(by.at));
  replay.clocks.push({
    kind,
    round: replay.clocks.filter((earlier) => earlier.kind === kind).length + 1,
    ...from,
    ...limitFrom(replay, { length, ...from, warnedAsOn: dayOf(by.at), calendar: said.calendar }),
    state: 'running',
    warnedLevel: null,
    extendedReason: null,
    stoppedAt: null,
    startedBy: { seq: by.seq, kind: by.kind },
    warnedBy: [],
    extendedBy: [],
    recomputedBy: [],
    missedBy: null,
    stoppedBy: null,
  });
}

/** Which limits an entry says that it has started, in which mode and with which calendar. */
function limitsOf(entry: ReplayEntry, process: ProcessName): { clocks: readonly unknown[]; mode: Mode; calendar?: unknown } {
  const said = entry.data['limits'];
  if (typeof said !== 'object' || said === null) {
    // Entries from before they said it: the limits that there were then.
    const clocks = processRow(process).clocks.filter((kind) => beforeTheChain.includes(kind) && mayHaveStarted(kind, entry));
    return { clocks, mode: 'delegated' };
  }
  const { clocks = [], mode, calendar } = said as { clocks?: unknown; mode?: unknown; calendar?: unknown };
  return {
    clocks: Array.isArray(clocks) ? clocks : [clocks],
    mode: modes.find((one) => one === mode) ?? 'delegated',
    calendar: calendar ?? 'none',
  };
}

const beforeTheChain: readonly ClockKind[] = [
  'intake-check',
  'survey-start',
  'verification-start',
  'decision',
  'county-decision',
  'refusal-letter',
];

function stopBy(replay: Replaying, entry: ReplayEntry): void {
  const isEnd = stopsAll(entry);
  replay.lacking = replay.lacking.filter(({ kind }) => !isEnd && !isStoppedBy(kind, entry));
  for (const clock of replay.clocks) {
    if (clock.stoppedAt !== null || !(isEnd || isStoppedBy(clock.kind, entry) || isStoppedAsFormerly(clock, entry))) continue;
    if (clock.state === 'running') clock.state = isEnd ? 'stopped' : isPast(clock.dueAt, entry.at) ? 'missed' : 'met';
    clock.stoppedAt = entry.at;
    clock.stoppedBy = { seq: entry.seq, kind: entry.kind };
  }
}

/** Whether an entry stopped a clock by the earlier table by which that was started. */
function isStoppedAsFormerly({ kind, startedBy: { kind: startedBy } }: ReplayedClock, entry: ReplayEntry): boolean {
  const { starts = [], stops = [] }: { starts?: readonly string[]; stops?: readonly string[] } = clockRow(kind).formerly ?? {};
  return starts.includes(startedBy) && stops.includes(entry.kind);
}

function warnedBy(replay: Replaying, entry: ReplayEntry): void {
  const clock = findClock(replay, entry);
  if (!clock) return;
  const next = clock.warnings[levelIndex(clock.warnedLevel) + 1];
  const isNext = next !== undefined && next.level === entry.data['level'] && isPast(next.at, entry.at);
  if (!isNext || clock.state !== 'running' || clock.stoppedAt !== null || entry.data['dueOn'] !== clock.dueOn)
    return addFault(replay, entry.seq, 'warned-otherwise');
  clock.warnedLevel = next.level;
  clock.warnedBy.push({ seq: entry.seq, level: next.level });
}

function missedBy(replay: Replaying, entry: ReplayEntry): void {
  const clock = findClock(replay, entry);
  if (!clock) return;
  // Stopped by the entry just before, at the same moment; or still running.
  const isDue = clock.stoppedAt === null ? clock.state === 'running' : clock.state === 'missed' && isSame(clock.stoppedAt, entry.at);
  if (!isDue || clock.missedBy || !isPast(clock.dueAt, entry.at) || entry.data['dueOn'] !== clock.dueOn)
    return addFault(replay, entry.seq, 'missed-otherwise');
  clock.state = 'missed';
  clock.missedBy = { seq: entry.seq };
}

/** N2022 4(1); M57 22 — Once, counted from the start, by what is in force on the day of the lengthening. */
function extendedBy(replay: Replaying, entry: ReplayEntry): void {
  const clock = findClock(replay, entry);
  if (!clock) return;
  const { parameters, process } = replay.ground;
  const { from, to, reason, calendar } = entry.data;
  const day = dayOf(entry.at);
  const length = lengthOn(parameters, extendedLengthIdOf(process), day);
  const limit = limitFrom(replay, { length, startedAt: clock.startedAt, startedOn: clock.startedOn, warnedAsOn: day, calendar });
  const isLawful = clock.kind === 'decision' && clock.stoppedAt === null && clock.extendedReason === null && limit.days > clock.days;
  if (!isLawful || typeof reason !== 'string' || from !== clock.dueOn || to !== limit.dueOn)
    return addFault(replay, entry.seq, 'extended-otherwise');
  clock.extendedBy.push({ seq: entry.seq, reason, from: clock.dueOn, to: limit.dueOn });
  Object.assign(clock, limit, { extendedReason: reason, warnedLevel: null });
  if (!isPast(limit.dueAt, entry.at)) Object.assign(clock, { state: 'running', missedBy: null });
}

/** The same length from the same day by another calendar. What was warned too early counts as not warned, what passes later as not missed. */
function recomputedBy(replay: Replaying, entry: ReplayEntry): void {
  const clock = findClock(replay, entry);
  if (!clock) return;
  const { from, to } = entry.data;
  const calendar = (entry.data['calendar'] as { to?: unknown } | undefined)?.to;
  const { days, unit, parameter, startedAt, startedOn } = clock;
  const limit = limitFrom(replay, { length: { days, unit, parameter }, startedAt, startedOn, warnedAsOn: dayOf(entry.at), calendar });
  if (clock.stoppedAt !== null || from !== clock.dueOn || to !== limit.dueOn) return addFault(replay, entry.seq, 'recomputed-otherwise');
  clock.recomputedBy.push({ seq: entry.seq, from: clock.dueOn, to: limit.dueOn, calendar: limit.calendarVersion });
  const stillWarned = limit.warnings.slice(0, levelIndex(clock.warnedLevel) + 1).filter(({ at }) => isPast(at, entry.at));
  Object.assign(clock, limit, { warnedLevel: stillWarned.at(-1)?.level ?? null });
  if (clock.state === 'missed' && !isPast(limit.dueAt, entry.at)) Object.assign(clock, { state: 'running', missedBy: null });
}

function limitFrom(
  { ground: { calendars, firstCalendar, parameters } }: Replaying,
  {
    calendar: version = firstCalendar,
    ...about
  }: {
    length: LimitLength;
    startedAt: Instant;
    startedOn: PlainDate;
    warnedAsOn: PlainDate;
    calendar?: unknown;
  },
): ClockLimit {
  const calendar = calendars.get(String(version));
  if (!calendar) throw new Refusal('CALENDAR_UNKNOWN', { calendar: version });
  return clockLimit({ calendar, parameters }, about);
}

function findClock(replay: Replaying, { seq, stepRound, data }: ReplayEntry): ReplayedClock | undefined {
  const found = replay.clocks.find(({ kind, round }) => kind === data['clock'] && round === stepRound);
  if (!found) addFault(replay, seq, 'no-such-clock');
  return found;
}

function addFault({ faults }: Replay, seq: number, fault: ReplayFault): void {
  faults.push({ seq, fault });
}

function isClockKind(word: unknown): word is ClockKind {
  return (clockKinds as readonly unknown[]).includes(word);
}

function levelIndex(level: string | null): number {
  return (warningLevels as readonly (string | null)[]).indexOf(level);
}

function isPast(limit: Instant, at: Instant): boolean {
  return Date.parse(limit) <= Date.parse(at);
}

function isSame(one: Instant, other: Instant): boolean {
  return Date.parse(one) === Date.parse(other);
}
