import { areSeparated, type Duty, reaches, refuse, type TaskKind, taskRow, tasks } from '@zhouji/domain';
import { type Actor, holdsToday } from '../actor.ts';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';
import { type Doer, doersOf, isSamePerson, presentIn } from '../record/doer.ts';
import { relativesOf } from '../record/relatives-of.ts';

/**
 * Whether this person may give this task its outcome: the duty, at the right place; no close relative of the household;
 * and somebody else than who did the steps that it is separated from, in any round in which the same was judged.
 *
 * @throws Refusal NOT_YOUR_DUTY, RECUSED, FOUR_EYES
 */
export function requireRight(
  who: Actor,
  frame: CaseFrame,
  task: Pick<TaskRecord, 'kind' | 'duty' | 'round'>,
  { outcome, ...data }: { outcome?: string } & Record<string, unknown>,
): void {
  if (!hasDuty(who, frame, task, outcome)) refuse('NOT_YOUR_DUTY', { duty: task.duty });
  const doers: Doer[] = [{ account: who.account, name: who.name }, ...presentIn(data)];
  const relative = relativesOf(frame).find(({ officer, officerAccount }) =>
    doers.some((doer) => isSamePerson(doer, { account: officerAccount, name: officer })),
  );
  if (relative) refuse('RECUSED', { officer: relative.officer });
  const separated = frame.tasks.find(
    (done) => areSeparated(frame.tasks, task, done) && doersOf(done).some((before) => doers.some((doer) => isSamePerson(doer, before))),
  );
  if (separated) refuse('FOUR_EYES', { kind: separated.kind, round: separated.round, by: separated.givenByName });
}

function hasDuty(who: Actor, frame: CaseFrame, task: Pick<TaskRecord, 'kind' | 'duty'>, outcome: string | undefined): boolean {
  // M57 10 — Papers are brought by whoever applied.
  if (task.kind === 'supplement' && isApplicant(who, frame)) return outcome === undefined || outcome === 'supplied';
  if (who.role === 'public' || who.role === 'system' || who.account === null) return false;
  return holdsToday(who, task.duty as Duty) && who.area !== null && reaches(who.area, frame);
}

function isApplicant(who: Actor, frame: CaseFrame): boolean {
  return (who.account !== null && who.account === frame.appliedBy) || who.holdsReceiptOf === frame.id;
}

/** The pairs that the trigger of the database holds as well; a test compares the two. */
export function separatedPairs(): [TaskKind, TaskKind][] {
  return (Object.keys(tasks) as TaskKind[]).flatMap((kind) =>
    taskRow(kind).separatedFrom.map((other): [TaskKind, TaskKind] => [kind, other as TaskKind]),
  );
}
