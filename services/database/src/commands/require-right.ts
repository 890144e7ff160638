import { type Duty, holds, liesIn, refuse, type Role, type TaskKind, taskRow, tasks } from '@zhouji/domain';
import type { Actor } from '../actor.ts';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';
import { relativesOf } from '../record/relatives-of.ts';

/**
 * Whether this person may give this task its outcome: the duty, at the right place; no close relative of the household;
 * and somebody else than who did the steps that it is separated from, in any round.
 *
 * @throws Refusal NOT_YOUR_DUTY, RECUSED, FOUR_EYES
 */
export function requireRight(
  who: Actor,
  frame: CaseFrame,
  task: Pick<TaskRecord, 'kind' | 'duty'>,
  { outcome, ...data }: { outcome?: string; surveyors?: string[]; visitors?: string[] },
): void {
  const present = [...(data.surveyors ?? []), ...(data.visitors ?? [])];
  if (!hasDuty(who, frame, task, outcome)) refuse('NOT_YOUR_DUTY', { duty: task.duty });
  const relative = relativesOf(frame).find(
    ({ officer }) => isSameName(officer, who.name) || present.some((name) => isSameName(officer, name)),
  );
  if (relative) refuse('RECUSED', { officer: relative.officer });
  const separated = frame.tasks.find((done) => areSeparated(task.kind, done.kind) && isBy(done, who, present));
  if (separated) refuse('FOUR_EYES', { kind: separated.kind, round: separated.round, by: separated.givenByName });
}

function hasDuty(who: Actor, frame: CaseFrame, task: Pick<TaskRecord, 'kind' | 'duty'>, outcome: string | undefined): boolean {
  // M57 10 — Papers are brought by whoever applied.
  if (task.kind === 'supplement' && who.account !== null && who.account === frame.appliedBy)
    return outcome === undefined || outcome === 'supplied';
  if (who.role === 'public' || who.role === 'system' || who.account === null) return false;
  return holds(who.role satisfies Role, task.duty as Duty) && who.area !== null && liesIn(frame.township, who.area);
}

function areSeparated(one: TaskKind, other: TaskKind): boolean {
  return taskRow(one).separatedFrom.includes(other) || taskRow(other).separatedFrom.includes(one);
}

/** Whether a step was done by this person or by somebody who is present now, as the one who gave its outcome or as one of its surveyors. */
function isBy(done: TaskRecord, who: Actor, present: string[]): boolean {
  if (done.outcome === null) return false;
  if (done.givenBy !== null && done.givenBy === who.account) return true;
  const before = [
    ...((done.outcomeData?.surveyors as string[] | undefined) ?? []),
    ...((done.outcomeData?.visitors as string[] | undefined) ?? []),
  ];
  const now = [who.name, ...present];
  return (
    before.some((name) => now.some((other) => isSameName(name, other))) || present.some((name) => isSameName(name, done.givenByName ?? ''))
  );
}

function isSameName(one: string, other: string): boolean {
  return plain(one) !== '' && plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}

/** The pairs that the trigger of the database holds as well; a test compares the two. */
export function separatedPairs(): [TaskKind, TaskKind][] {
  return (Object.keys(tasks) as TaskKind[]).flatMap((kind) =>
    taskRow(kind).separatedFrom.map((other): [TaskKind, TaskKind] => [kind, other as TaskKind]),
  );
}
