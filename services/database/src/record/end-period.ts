import type { LedgerKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, PeriodRecord } from './case-frame.ts';
import { enter } from './enter.ts';

/** Ends a period of a case with an outcome of its kind, and enters it. Whoever ends it saves the case and wakes its process. */
export function endPeriod(
  tx: Tx,
  frame: CaseFrame,
  period: PeriodRecord,
  outcome: string,
  { byOffice = false, data }: { byOffice?: boolean; data?: Record<string, unknown> } = {},
): void {
  Object.assign(period, { outcome, endedAt: tx.at });
  tx.writes.change('period', 'periodEnd', period);
  enter(tx, frame, { kind: `${period.kind}.${outcome}` as LedgerKind, round: period.round, byOffice, ...(data ? { data } : {}) });
}

/** The period of a kind that runs in a case, of a round or the latest; undefined when none does. */
export function findRunning(frame: CaseFrame, kind: string, round?: number): PeriodRecord | undefined {
  return frame.periods.findLast((one) => one.kind === kind && one.outcome === null && (round === undefined || one.round === round));
}
