import { addMonths, deadline, figure } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { emergencyOn } from '../emergencies.ts';
import type { CaseFrame, PeriodRecord } from './case-frame.ts';
import { enter } from './enter.ts';

/**
 * M57 31 — A review that falls due while a major emergency reigns where the household lives comes later, once, by as many
 * months as the place has set. What counts is the last day of the interval, so that a look that comes late finds the same.
 *
 * @returns whether the interval goes on
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function lengthenReview(tx: Tx, frame: CaseFrame, period: PeriodRecord): boolean {
  const { kind, round, endsOn: from } = period;
  if (kind !== 'review-interval' || from === null || period.lengthenedBy) return false;
  const emergency = emergencyOn(tx, frame.township, from);
  if (!emergency) return false;
  const { value: months, parameter } = figure(tx.place.parametersOf(frame.parameterSet), 'review.emergency.later', from);
  if (months === 0) return false;
  const to = addMonths(from, months);
  Object.assign(period, { endsOn: to, endsAt: deadline(to), lengthenedBy: emergency.id });
  tx.writes.change('period', 'periodLength', period);
  enter(tx, frame, {
    kind: 'period.lengthened',
    round,
    data: { period: kind, from, to, parameter, emergency: emergency.id },
    byOffice: true,
  });
  return Date.parse(deadline(to)) > Date.parse(tx.at);
}
