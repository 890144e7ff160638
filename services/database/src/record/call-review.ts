import { type LedgerKind, officeReasons } from '@zhouji/domain';
import { systemActor } from '../actor.ts';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import { enter } from './enter.ts';

/**
 * Calls the review of an award early, because something is known that it must not wait for [M57 30]: the interval, or the
 * gradual exit, ends today. What is under review already takes it up; a change that waits to be decided is sent back by
 * the office when `isEstablished`, because what it rests on is so no more.
 */
export function callReview(tx: Tx, frame: CaseFrame, { isEstablished }: { isEstablished: boolean }): void {
  for (const period of frame.periods) {
    if (period.outcome !== null || period.endedAt || !(period.kind === 'review-interval' || period.kind === 'gradual-exit')) continue;
    Object.assign(period, { outcome: 'called-early', endedAt: tx.at });
    tx.writes.change('period', 'periodEnd', period);
    enter(tx, frame, { kind: `${period.kind}.called-early` as LedgerKind, round: period.round, byOffice: true });
  }
  if (!isEstablished) return;
  for (const task of frame.tasks) {
    if (task.kind !== 'change-decision' || task.closedAt) continue;
    Object.assign(task, {
      ...{
        outcome: 'returned',
        outcomeData: { reason: officeReasons['household-changed'].zh },
        givenBy: null,
        givenByName: systemActor.name,
      },
      ...{ givenAt: tx.at, closedAt: tx.at, version: task.version + 1 },
    });
    tx.writes.change('task', 'taskChange', task);
    enter(tx, frame, { kind: 'change-decision.returned', round: task.round, data: { task: task.id }, byOffice: true });
  }
}
