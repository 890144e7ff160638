import { type TaskKind, taskRow } from './task.ts';

interface DoneTask {
  kind: TaskKind;
  round: number;
  outcome: string | null;
}

/**
 * Whether the doer of one of two tasks may not do the other [M57 16, 19–20, 32]: their kinds are separated, and both belong
 * to the same decision. An application is one decision, in whatever round; an award is judged again and again for years, and
 * what was settled binds nobody who comes to judge it anew.
 *
 * @param tasks all of the case
 */
export function areSeparated(
  tasks: readonly DoneTask[],
  one: Pick<DoneTask, 'kind' | 'round'>,
  other: Pick<DoneTask, 'kind' | 'round'>,
): boolean {
  const kinds = taskRow(one.kind).separatedFrom.includes(other.kind) || taskRow(other.kind).separatedFrom.includes(one.kind);
  return kinds && !isSettledBetween(tasks, Math.min(one.round, other.round), Math.max(one.round, other.round));
}

/** Whether a round from the first on, and before the last, came to an end that nothing of it outlives. */
function isSettledBetween(tasks: readonly DoneTask[], first: number, last: number): boolean {
  return tasks.some(
    ({ kind, round, outcome }) => outcome !== null && round >= first && round < last && taskRow(kind).settles?.includes(outcome),
  );
}
