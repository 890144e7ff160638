import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';

/** Writes where a case stands now, and when it last took a step. */
export function saveCase(tx: Tx, frame: CaseFrame): void {
  frame.lastStepAt = tx.at;
  const { mode, hasRelatives, acceptedAt, closedAt, ending, exit, exitReason, wakeAt, lastStepAt } = frame;
  tx.writes.changeCase(frame.id, { mode, hasRelatives, acceptedAt, closedAt, ending, exit, exitReason, wakeAt, lastStepAt });
  tx.writes.touch(frame);
}
