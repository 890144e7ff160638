import { changedBetween, clockLimit, type PlainDate, Refusal, warningLevels } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, ClockRecord, PeriodRecord } from './case-frame.ts';
import { followLimits } from './due-on.ts';
import { startLacking } from './clocks.ts';
import { enter } from './enter.ts';
import { periodFrom } from '../commands/open-period.ts';

/**
 * Works the open limits of a case out again by the calendar of the transaction, where it differs from the one they were
 * worked out by within their days: clocks, the notice that hangs, and the days by which tasks are due. Done twice it does
 * nothing the second time. What could not begin for want of a calendar begins.
 *
 * @returns how many limits were worked out again
 */
export async function recomputeLimits(tx: Tx, frame: CaseFrame): Promise<number> {
  let count = startLacking(tx, frame, (entry) => enter(tx, frame, entry));
  for (const clock of frame.clocks) if (recomputeClock(tx, frame, clock)) count += 1;
  if (frame.clocks.some(({ stoppedAt }) => stoppedAt === null)) followLimits(tx, frame);
  for (const period of frame.periods) if (await recomputeNotice(tx, frame, period)) count += 1;
  return count;
}

function recomputeClock(tx: Tx, frame: CaseFrame, clock: ClockRecord): boolean {
  const { calendar } = tx.place;
  if (clock.stoppedAt !== null || !isTouched(tx, clock.calendarVersion, { from: clock.startedOn, to: clock.dueOn })) return false;
  const { days, unit, parameter, startedAt, startedOn, calendarVersion, dueOn: from } = clock;
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const limit = whereKnown(() =>
    clockLimit({ calendar, parameters }, { length: { days, unit, parameter }, startedAt, startedOn, warnedAsOn: tx.day }),
  );
  if (!limit) return false;
  const warned = limit.warnings.slice(0, warningLevels.indexOf(clock.warnedLevel ?? 'person') + (clock.warnedLevel ? 1 : 0));
  Object.assign(clock, limit, { warnedLevel: warned.findLast(({ at }) => isPast(at, tx.at))?.level ?? null });
  if (clock.state === 'missed' && !isPast(limit.dueAt, tx.at)) clock.state = 'running';
  tx.writes.change('clock', 'clock', clock);
  const data = { clock: clock.kind, from, to: clock.dueOn, calendar: { from: calendarVersion, to: calendar.version } };
  enter(tx, frame, { kind: 'clock.recomputed', round: clock.round, data, byOffice: true });
  return true;
}

/** M57 19 — Who reads the notice was told until when to object: a new calendar may give them longer, never less. */
async function recomputeNotice(tx: Tx, frame: CaseFrame, period: PeriodRecord): Promise<boolean> {
  const notice = frame.notices.find(({ kind, round, removedAt }) => kind === 'notice' && round === period.round && !removedAt);
  if (period.kind !== 'notice' || period.outcome !== null || period.endedAt || frame.closedAt || !notice) return false;
  const startsOn = notice.fields.postedOn;
  const { endsOn: from, calendarVersion } = period;
  if (from === null || !isTouched(tx, calendarVersion, { from: startsOn, to: from })) return false;
  const computed = whereKnown(() => periodFrom(tx, frame, 'notice', period.startsAt, startsOn));
  if (!computed || computed.endsOn <= from) return false;
  Object.assign(period, computed);
  Object.assign(notice, { endsOn: computed.endsOn, fields: { ...notice.fields, endsOn: computed.endsOn } });
  await tx.rows('update period set ends_on = $4, ends_at = $5, calendar_version = $6 where case_id = $1 and kind = $2 and round = $3', [
    ...[frame.id, period.kind, period.round],
    ...[period.endsOn, period.endsAt, period.calendarVersion],
  ]);
  await tx.rows('update notice set ends_on = $2, fields = $3::jsonb where id = $1', [
    notice.id,
    notice.endsOn,
    JSON.stringify(notice.fields),
  ]);
  const data = { notice: notice.id, from, to: period.endsOn, calendar: { from: calendarVersion, to: period.calendarVersion } };
  enter(tx, frame, { kind: 'notice.recomputed', round: period.round, data, byOffice: true });
  return true;
}

/** Whether the calendar of the transaction says something else of the days of a limit than the one it was worked out by. */
function isTouched(tx: Tx, version: string, { from, to }: { from: PlainDate; to: PlainDate }): boolean {
  const { current, byVersion } = tx.place.calendars;
  const before = byVersion.get(version);
  if (version === current.version || !before) return false;
  const changed = changedBetween(before, current);
  return changed !== undefined && changed.first <= to && changed.last > from;
}

/** A limit that now leads into a year that is not published stays as it was worked out. */
function whereKnown<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN') return undefined;
    throw error;
  }
}

function isPast(limit: string, at: string): boolean {
  return Date.parse(limit) <= Date.parse(at);
}
