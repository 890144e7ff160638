import {
  assess,
  type Assessment,
  type Contradiction,
  type Household,
  type Instant,
  answersQuestion,
  type MissingPaper,
  Refusal,
  type RefusalCode,
  refuse,
  refusersOf,
} from '@zhouji/domain';
import { requireRight } from '../commands/require-right.ts';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { aidRecordOf } from '../record/aid-record.ts';
import { workRefusalsOf } from '../record/work-refusals-of.ts';
import { isUuid } from '../record/lock-case.ts';
import { casesSharing } from './duplicates-of.ts';
import { type CaseFile, type CaseTask, getCase } from './get-case.ts';
import { missingPapersOf } from './missing-papers-of.ts';
import { questionsOf } from './questions-of.ts';

export interface TaskPage {
  task: CaseTask;
  case: CaseFile;
  /** What the applicant stated, beside what was found since. */
  declared: Household;
  found: Household;
  /** Questions about the facts, with what was answered to them. */
  contradictions: (Contradiction & { answer: string | null })[];
  /** How many other cases share a person, where the papers are being checked. */
  duplicates: number;
  /** What the office itself finds missing, where the papers are being checked [M57 10]. */
  missing: MissingPaper[];
  /** What the rules give today for what was found; null when they cannot be applied, with the refusal that says why. */
  preview: Assessment | null;
  previewRefusal: RefusalCode | null;
  /** Who did which step. */
  doneBy: { kind: string; round: number; name: string; at: Instant }[];
  mayDo: { ok: boolean; refusal?: { code: RefusalCode; details: Record<string, unknown> } };
}

/** A task with all that it takes to decide it; nothing is locked. @throws Refusal NOT_FOUND */
export async function getTask(tx: Tx, taskId: string): Promise<TaskPage> {
  if (!isUuid.test(taskId)) return refuse('NOT_FOUND');
  const [found] = await tx.rows<{ case_id: string }>('select case_id from task where id = $1', [taskId]);
  if (!found) return refuse('NOT_FOUND');
  const file = await getCase(tx, found.case_id);
  const task = file.tasks.find(({ id }) => id === taskId);
  if (!task) return refuse('NOT_FOUND');
  return {
    task,
    case: file,
    declared: file.facts[0]?.household ?? file.household,
    found: file.household,
    contradictions: await questionsAsked(tx, file),
    duplicates: task.kind === 'intake' && task.outcome === null ? (await casesSharing(tx, { ...file, caseId: file.id })).length : 0,
    missing: task.kind === 'intake' && task.outcome === null ? await missingPapersOf(tx, file) : [],
    ...(await preview(tx, file)),
    doneBy: file.tasks.flatMap(({ kind, round, givenByName, givenAt }) =>
      givenByName && givenAt ? [{ kind, round, name: givenByName, at: givenAt }] : [],
    ),
    mayDo: mayDoTask(tx, file, task),
  };
}

async function preview(
  tx: Tx,
  { id, programme, household, parameterSet, facts }: CaseFile,
): Promise<Pick<TaskPage, 'preview' | 'previewRefusal'>> {
  if (facts.length === 0) return { preview: null, previewRefusal: null };
  try {
    const parameters = tx.place.parametersOf(parameterSet);
    const aid = programme === 'temporary-aid' ? { aid: await aidRecordOf(tx, { id, household }) } : {};
    const refusers = refusersOf(await workRefusalsOf(tx, id), tx.day, parameters);
    return {
      preview: assess({ programme, household, day: tx.day, parameters, refusers, ...aid }),
      previewRefusal: null,
    };
  } catch (error) {
    if (error instanceof Refusal) return { preview: null, previewRefusal: error.code };
    throw error;
  }
}

async function questionsAsked(tx: Tx, { household, answers, facts }: CaseFile): Promise<TaskPage['contradictions']> {
  if (facts.length === 0) return [];
  return (await questionsOf(tx, household)).map((question) => ({
    ...question,
    answer: answers.find((answer) => answersQuestion(answer, question))?.note ?? null,
  }));
}

/** The same rules as when the outcome is given, asked beforehand. */
export function mayDoTask(tx: Tx, file: CaseFile, task: CaseTask): TaskPage['mayDo'] {
  try {
    if (task.outcome !== null) refuse('TASK_CLOSED', { by: task.givenByName, at: task.givenAt, outcome: task.outcome });
    if (file.closedAt) refuse('CASE_CLOSED', { ending: file.ending, at: file.closedAt });
    requireRight(tx.who, file as unknown as CaseFrame, task, {});
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: { code: error.code, details: error.details } };
    throw error;
  }
}
