import { systemActor } from '../actor.ts';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import { enter } from './enter.ts';
import { removeNotices } from './remove-notices.ts';

/**
 * Lets a case come back to a new opinion, because what the last one rested on has changed: the notice comes down, and
 * what waits to be visited or decided is sent back by the office. Where no opinion was formed, or one will be formed
 * anyway, nothing needs to be done.
 */
export function sendBackForOpinion(tx: Tx, frame: CaseFrame, reason: string): void {
  for (const period of frame.periods) {
    if (period.kind !== 'notice' || period.outcome !== null || period.endedAt) continue;
    Object.assign(period, { outcome: 'facts-changed', endedAt: tx.at });
    tx.writes.change('period', 'periodEnd', period);
    enter(tx, frame, { kind: 'notice.facts-changed', round: period.round, byOffice: true });
  }
  removeNotices(tx, frame, 'notice');
  for (const task of frame.tasks) {
    if (task.closedAt || (task.kind !== 'county-visit' && task.kind !== 'confirm')) continue;
    Object.assign(task, {
      ...{ outcome: 'returned', outcomeData: { reason }, givenBy: null, givenByName: systemActor.name, givenAt: tx.at, closedAt: tx.at },
      version: task.version + 1,
    });
    tx.writes.change('task', 'taskChange', task);
    enter(tx, frame, { kind: `${task.kind}.returned`, round: task.round, data: { task: task.id }, byOffice: true });
  }
}
