import { type CaseEnding, isRecognised } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import { enter } from './enter.ts';
import { removeNotices } from './remove-notices.ts';
import { saveCase } from './save-case.ts';

/** Closes a case: its open tasks leave the queues, its notices come down, and without an award its people may apply again. */
export function closeCase(
  tx: Tx,
  frame: CaseFrame,
  ending: CaseEnding,
  { data = {}, byOffice = false }: { data?: Record<string, unknown>; byOffice?: boolean } = {},
): void {
  frame.closedAt = tx.at;
  frame.ending = ending;
  for (const task of frame.tasks) {
    if (task.closedAt) continue;
    task.closedAt = tx.at;
    tx.writes.change('task', 'taskChange', task);
  }
  removeNotices(tx, frame, 'notice');
  // What is recognised may be asked for anew before its term is over [RIGID 10].
  if (ending !== 'granted' || isRecognised(frame.programme)) tx.writes.add('claimEnd', { caseId: frame.id });
  enter(tx, frame, { kind: 'case.closed', data: { ending, ...data }, byOffice });
  saveCase(tx, frame);
}
