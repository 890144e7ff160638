import type { TaskOfCase } from '#lib/api/shapes.ts';
import { outcomeLabel, tasks } from '@zhouji/domain';
import type { Words } from '#lib/messages/words.ts';

/** The name of a step: its kind, and its round when it is not the first. */
export function stepName({ kind, round }: { kind: TaskOfCase['kind']; round: number }, { t, label }: Words): string {
  return round > 1 ? t('task.round', { task: label(tasks[kind].label), round }) : label(tasks[kind].label);
}

/** What a step came to. */
export function outcomeName({ kind, outcome }: { kind: string; outcome: string | null }, { t, label }: Words): string {
  return outcome === null ? t('task.open') : label(outcomeLabel(kind, outcome));
}
