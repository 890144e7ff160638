import { isTaskKind, taskRow } from '@zhouji/domain';
import type { Step } from './process.ts';

/**
 * The outcome that stands for a task which a newer process asks for and the record has gone past: one of the kinds that
 * its row in `tasks` names as passing it has been opened, in the same round or a later one. Nothing is opened backwards.
 *
 * @param record every step that is there, open or ended
 */
export function passedBy(step: Step, record: readonly Step[]): string | undefined {
  if (step.step !== 'task' || !isTaskKind(step.kind)) return undefined;
  const row = taskRow(step.kind).passedBy;
  if (!row) return undefined;
  return record.some(({ kind, round }) => row.kinds.includes(kind) && round >= step.round) ? row.outcome : undefined;
}
