import { type Household, type LedgerKind, refuse, type TaskKind, taskRow } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { exitFrom } from '../record/gradual-exit.ts';
import { lockCase } from '../record/lock-case.ts';
import { modeOn } from '../record/mode-on.ts';
import { saveCase } from '../record/save-case.ts';
import { writeFacts } from '../record/write-facts.ts';
import { afterOutcome } from './after-outcome.ts';
import { assessForOpinion } from './assess-for-opinion.ts';
import { audit } from './audit.ts';
import { assessForAward } from './award/assess-for-award.ts';
import { destinationOf, requireDestination } from './pass-on.ts';
import { nameSurveyors } from './name-surveyors.ts';
import { requireFitting } from './require-fitting.ts';
import { requireOpinionThatStands } from './require-opinion-that-stands.ts';
import { requireRight } from './require-right.ts';

/** What goes with an outcome: what the schema of the outcome in the domain's table of tasks has let pass. */
export type OutcomeData = Record<string, unknown> & { household?: Household; surveyors?: string[]; reason?: string; relatives?: unknown[] };

/**
 * Gives a task its outcome: the one way in which a person changes a case. Nothing is written unless all of it is.
 * `check` sees the kind of the task before anything else is decided, and throws when what goes with the outcome does not fit it.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, TASK_CLOSED and STALE (with `by`, `at`, `outcome`), NOT_YOUR_DUTY, RECUSED, FOUR_EYES,
 *   HEARING_FIRST, OUTCOME_UNKNOWN, OUTCOME_NOT_NOW, TWO_SURVEYORS, FIELDS_REFUSED, FACTS_CONTRADICT, OPINION_AGAINST_ASSESSMENT,
 *   HELD_BY_PLATFORM, SURVEY_REMOTE, REVIEW_INCOMPLETE, COUNTY_VISIT_FIRST, NO_SUCH_QUESTION, CALENDAR_UNKNOWN,
 *   PARAMETER_UNKNOWN; DUPLICATE at the latest when the transaction ends, for people whom the facts name for the first time
 */
export async function giveOutcome(
  tx: Tx,
  { taskId, version, outcome, with: data }: { taskId: string; version: number; outcome: string; with: OutcomeData },
  check?: (kind: TaskKind) => void,
): Promise<{ caseId: string; task: TaskRecord }> {
  const frame = await lockCase(tx, { taskId });
  const task = frame.tasks.find(({ id }) => id === taskId);
  // Who may not see the task is told neither its kind nor what is wrong with a form: citizens see those of what they applied for.
  if (!task || (tx.who.role === 'citizen' && frame.appliedBy !== tx.who.account)) return refuse('NOT_FOUND');
  check?.(task.kind);
  requireOpen(frame, task, version);
  requireOutcome(task, outcome);
  const named = await nameSurveyors(tx, frame.township, data);
  requireRight(tx.who, frame, task, { outcome, ...named });
  const fitting = await requireFitting(tx, frame, task, { outcome, data: named });
  requireOpinionThatStands(frame, task, outcome);
  if (task.kind === 'opinion')
    await assessForOpinion(tx, frame, { round: task.round, outcome, ...(data.reason === undefined ? {} : { reason: data.reason }) });

  await assessForAward(tx, frame, task, { outcome, data });
  if (task.kind === 'intake' && outcome === 'transferred') await requireDestination(tx, frame, destinationOf(data));
  // M57 22; LAW 44 — Who will confirm is fixed on the day of acceptance; the limits go by it.
  if (task.kind === 'intake' && outcome === 'accepted') frame.mode = modeOn(tx, frame, tx.day);
  write(tx, frame, task, { outcome, data: fitting });
  await afterOutcome(tx, frame, task, fitting);
  return { caseId: frame.id, task };
}

function requireOpen(frame: CaseFrame, task: TaskRecord, version: number): void {
  if (task.outcome !== null) refuse('TASK_CLOSED', { by: task.givenByName, at: task.givenAt, outcome: task.outcome });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  if (task.version === version) return;
  const last = frame.tasks
    .filter(({ givenAt }) => givenAt !== null)
    .sort((one, other) => Date.parse(other.givenAt ?? '') - Date.parse(one.givenAt ?? ''))[0];
  refuse('STALE', { version: task.version, by: last?.givenByName ?? null, at: last?.givenAt ?? null, outcome: last?.outcome ?? null });
}

function requireOutcome({ kind, round }: TaskRecord, outcome: string): void {
  const row = taskRow(kind);
  if (!Object.hasOwn(row.outcomes, outcome)) refuse('OUTCOME_UNKNOWN', { outcome });
  if (round > 1 && row.firstRoundOnly?.includes(outcome)) refuse('OUTCOME_NOT_NOW', { outcome, round });
}

function write(tx: Tx, frame: CaseFrame, task: TaskRecord, { outcome, data }: { outcome: string; data: OutcomeData }): void {
  const { household, ...rest } = data;
  const written = household ? writeFacts(tx, frame, sourceOf(task.kind), household) : undefined;
  const factsVersion = task.kind === 'opinion' ? frame.facts.version : written;
  Object.assign(task, {
    outcome,
    outcomeData: { ...rest, ...(factsVersion === undefined ? {} : { factsVersion }) },
    givenBy: tx.who.account,
    givenByName: tx.who.name,
    givenAt: tx.at,
    closedAt: tx.at,
    version: task.version + 1,
  });
  tx.writes.change('task', 'taskChange', task);
  if (task.kind === 'intake' && outcome === 'accepted') {
    frame.acceptedAt = tx.at;
    if ((data.relatives ?? []).length > 0) frame.hasRelatives = true;
  }
  enter(tx, frame, {
    kind: `${task.kind}.${outcome}` as LedgerKind,
    round: task.round,
    data: {
      task: task.id,
      ...(factsVersion === undefined ? {} : { factsVersion }),
      // The day that a limit runs from stands in the ledger, from which limits are worked out again.
      ...(typeof data['urgencyEndedOn'] === 'string' ? { urgencyEndedOn: data['urgencyEndedOn'] } : {}),
      ...(outcome === 'gradual-exit' ? { exitFrom: exitFrom(frame, task.round, tx.at) } : {}),
    },
  });
  saveCase(tx, frame);
  audit(tx, {
    action: 'give-outcome',
    township: frame.township,
    caseId: frame.id,
    target: `task:${task.id}`,
    data: { kind: task.kind, outcome },
  });
  tx.writes.nudge(frame);
}

const sources = {
  supplement: 'supplement',
  survey: 'survey',
  'spending-check': 'spending-check',
  verification: 'verification',
  recheck: 'recheck',
  objection: 'objection',
  review: 'review',
} as const;

function sourceOf(kind: TaskKind): (typeof sources)[keyof typeof sources] {
  const source = (sources as Partial<Record<TaskKind, (typeof sources)[keyof typeof sources]>>)[kind];
  if (!source) throw new Error(`the outcome of ${kind} carries no household`);
  return source;
}
