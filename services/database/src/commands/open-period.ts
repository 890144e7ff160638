import {
  addMonths,
  type Calendar,
  dayOf,
  deadline,
  endOfPeriod,
  type Figure,
  figure,
  type Instant,
  type ParameterId,
  type ParameterSet,
  type PeriodKind,
  periodLengthIdOf,
  periodRow,
  type PeriodUnit,
  type PlainDate,
  reviewIntervalOf,
  startOfDay,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, PeriodRecord } from '../record/case-frame.ts';
import { stageOfMinutes } from '../record/discussion-of.ts';
import { exitBegan } from '../record/gradual-exit.ts';
import { instalmentsOf } from '../record/instalments-of.ts';

/**
 * What a period of a kind is, when it begins on a day: its last day, and what that was worked out with. A period of no
 * days has passed at once. Of kinds that a day ends.
 */
export function periodFrom(tx: Tx, frame: CaseFrame, kind: PeriodKind, startsAt: string, startsOn: string) {
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const length =
    kind === 'review-interval'
      ? reviewIntervalOf(frame.facts.household, startsOn, parameters).months
      : lengthOf(frame, kind, startsOn, parameters);
  const { calendar } = tx.place;
  const endsOn = length.value === 0 ? startsOn : endOf(calendar, { kind, startsOn, length: length.value, parameters });
  return {
    ...{ endsOn, endsAt: length.value === 0 ? startsAt : deadline(endsOn) },
    ...{ parameter: length.parameter, calendarVersion: calendar.version },
  };
}

function lengthOf({ process }: CaseFrame, kind: PeriodKind, startsOn: PlainDate, parameters: ParameterSet): Figure<number> {
  const id = periodLengthIdOf(process, kind);
  if (id === null) throw new Error(`no day ends a period of the kind "${kind}"`);
  const length = figure(parameters, id, startsOn) as Figure<number>;
  if (kind !== 'gradual-exit') return length;
  // LAW 48 — The last months of the exit are those in which the recipient is heard and the stop decided.
  const ahead = figure<'gradualExit.heardAhead'>(parameters, 'gradualExit.heardAhead', startsOn);
  return { ...length, value: Math.max(0, length.value - ahead.value) };
}

/** Months end on the day that corresponds; days on a working day, counted as the place counts them [CIVIL 202–203]. */
function endOf(
  calendar: Calendar,
  { kind, startsOn, length, parameters }: { kind: PeriodKind; startsOn: PlainDate; length: number; parameters: ParameterSet },
): PlainDate {
  const { unit } = periodRow(kind);
  if (unit === undefined) return addMonths(startsOn, length);
  return endOfPeriod(calendar, startsOn, length, figure(parameters, unit as ParameterId, startsOn).value as PeriodUnit);
}

/** Begins a period. */
export function openPeriod(tx: Tx, frame: CaseFrame, kind: PeriodKind, round: number): void {
  const period: PeriodRecord = {
    caseId: frame.id,
    township: frame.township,
    kind,
    round,
    endedAt: null,
    outcome: null,
    ...(periodRow(kind).length === null ? openEnded(tx, dayFromRecord(frame, kind, round)) : spanOf(tx, frame, kind, round)),
  };
  frame.periods.push(period);
  tx.writes.add('period', period);
  tx.writes.touch(frame);
}

/** A period that something ends, and no day; or that a day of the record ends as it begins, whatever day that is [CIVIL 202]. */
function openEnded({ at, place: { calendar } }: Tx, day?: PlainDate) {
  const end = day === undefined ? { endsAt: null, endsOn: null } : { endsAt: startOfDay(day), endsOn: day };
  return { startsAt: at, ...end, parameter: '', calendarVersion: calendar.version };
}

/** TA2018 2(3), 2(4) — The day that the signed minutes give to a stage, or the decision to an instalment. */
function dayFromRecord(frame: CaseFrame, kind: PeriodKind, round: number): PlainDate | undefined {
  if (kind === 'stage-day') return stageOfMinutes(frame, round)?.on;
  return kind === 'instalment' ? instalmentsOf(frame)?.[round - 1]?.on : undefined;
}

/** From when to when a period of this kind and round runs, if it is opened now. */
export function spanOf(tx: Tx, frame: CaseFrame, kind: PeriodKind, round: number) {
  const startsAt = startOf(frame, { kind, round, at: tx.at }) ?? tx.at;
  return { startsAt, ...periodFrom(tx, frame, kind, startsAt, dayOf(startsAt)) };
}

/** When a period began that goes on from something earlier; undefined when it begins now. */
function startOf(frame: CaseFrame, { kind, round, at }: { kind: PeriodKind; round: number; at: Instant }): Instant | undefined {
  // M57 19 — The notice began when it was posted.
  if (kind === 'notice') return frame.notices.find((notice) => notice.kind === 'notice' && notice.round === round)?.postedAt;
  return kind === 'gradual-exit' ? exitBegan(frame, round, at) : undefined;
}
