import { deadline, endOfPeriod, figure, type ParameterId, type PeriodKind, periods, type PeriodUnit } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, PeriodRecord } from '../record/case-frame.ts';

/** What a period of a kind is, when it begins on a day: its last day, and what that was worked out with. A period of no days has passed at once. */
export function periodFrom(tx: Tx, frame: CaseFrame, kind: PeriodKind, startsAt: string, startsOn: string) {
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const length = figure(parameters, periods[kind].length as ParameterId, startsOn);
  const unit = figure(parameters, periods[kind].unit as ParameterId, startsOn).value as PeriodUnit;
  const days = length.value as number;
  const { calendar } = tx.place;
  const endsOn = days === 0 ? startsOn : endOfPeriod(calendar, startsOn, days, unit);
  return { endsOn, endsAt: days === 0 ? startsAt : deadline(endsOn), parameter: length.parameter, calendarVersion: calendar.version };
}

/** Begins a period. That of the notice began when the notice was posted [M57 19]. */
export function openPeriod(tx: Tx, frame: CaseFrame, kind: PeriodKind, round: number): void {
  const posted = frame.notices.find((notice) => notice.kind === 'notice' && notice.round === round);
  const startsAt = posted?.postedAt ?? tx.at;
  const startsOn = posted?.fields.postedOn ?? tx.day;
  const period: PeriodRecord = {
    caseId: frame.id,
    township: frame.township,
    kind,
    round,
    startsAt,
    endedAt: null,
    outcome: null,
    ...periodFrom(tx, frame, kind, startsAt, startsOn),
  };
  frame.periods.push(period);
  tx.writes.add('period', period);
  tx.writes.touch(frame);
}
