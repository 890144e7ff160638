import { isTaskKind, passedOutcome, taskRow } from '@zhouji/domain';
import type { Step } from './process.ts';

/**
 * The outcome that stands for a task which a newer process asks for and the record has gone past; undefined for steps
 * of other kinds.
 *
 * @param record every step that is there, open or ended
 */
export function passedBy(step: Step, record: readonly Step[]): string | undefined {
  if (step.step !== 'task' || !isTaskKind(step.kind)) return undefined;
  return passedOutcome(taskRow(step.kind), step.round, record);
}
