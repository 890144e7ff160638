import type { TaskKind } from '@zhouji/domain';
import { answerOf, api, Refused } from '#lib/api/client.ts';
import type { Problem } from '#lib/api/shapes.ts';

/** A task that a page of its own gives its outcome. */
export interface StepToGive {
  id: string;
  kind: TaskKind;
  version: number;
}

/** Gives a task its outcome with what goes with it; says why not, where it was refused. `key` counts one intention once. */
export async function sendStep(task: StepToGive, outcome: string, body: object, key: string): Promise<Problem | null> {
  const params = { path: { id: task.id }, header: { 'idempotency-key': key } };
  // The document lists one form per outcome of each kind; which one it is, the table of tasks has said.
  return refusalOf(answerOf(api.PUT('/api/tasks/{id}/outcome', { params, body: { version: task.version, outcome, with: body } as never })));
}

/** The reason why something was refused; null when it was done. */
export async function refusalOf(asked: Promise<unknown>): Promise<Problem | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}
