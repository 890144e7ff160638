import {
  type Actor,
  dutiesOf,
  audit,
  classOfOrder,
  countsForQueue,
  faultsOf,
  findTasks,
  getTask,
  type TaskLine as StoredLine,
  type TaskPage as StoredTask,
  type Tx,
} from '@zhouji/database';
import {
  addDays,
  contradictions,
  type Duty,
  duties,
  holds,
  mayBeExplained,
  type PlainDate,
  reaches,
  refusals,
  refuse,
  type Role,
  type TaskKind,
  taskRow,
} from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { OutcomeGiven, TaskFile, TaskLine, TaskPage } from '../answers/task-file.ts';
import { placesOf } from '../area-names.ts';
import { type Language, languageOf } from '../language.ts';
import type { Office } from '../office.ts';
import { fileShown, isOverdue, taskShown } from './show-case.ts';

interface QueueFilter {
  duty?: Duty;
  due?: 'overdue' | 'today' | 'soon';
  township?: string;
  kind?: TaskKind;
  mine?: boolean;
  cursor?: string;
  limit?: number;
}

const SOON_DAYS = 3;

/** A page of the work queue: what the caller may do, or with `mine=false` what is open at all for who may read cases. */
export async function taskPageOf(
  office: Office,
  { caller }: FastifyRequest,
  { duty, mine = true, township, ...filter }: QueueFilter,
): Promise<TaskPage> {
  const place = await placesOf(office);
  const held = dutiesSeen(caller, mine).filter((one) => duty === undefined || one === duty);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const within = { duties: held, ...(township ? { townships: [township] } : {}), ...(filter.kind ? { kind: filter.kind } : {}) };
    const { items, next } = await findTasks(tx, { ...filter, ...within });
    const counts = await countsForQueue(tx, within);
    return { items: items.map((line) => lineShown(line, place, tx)), next, counts };
  });
}

/** All that somebody needs to do a task. @throws Refusal NOT_FOUND for whom the case is none of their business */
export async function taskFileOf(office: Office, request: FastifyRequest, taskId: string): Promise<TaskFile> {
  const place = await placesOf(office);
  const language = languageOf(request);
  return office.database.transact(request.caller, office.clock.now(), async (tx) => {
    const stored = await getTask(tx, taskId);
    requireReader(tx, stored);
    const { id: caseId, township } = stored.case;
    audit(tx, { action: 'read-task', township, caseId, target: `task:${taskId}` });
    const {
      household,
      declared,
      tasks,
      objections,
      case: summary,
    } = fileShown(stored.case, { place, overdue: await isOverdue(tx, caseId), faults: await faultsOf(tx, caseId) });
    return {
      task: taskShown(stored.task),
      case: summary,
      household,
      declared,
      assessment: stored.preview,
      contradictions: stored.contradictions.map((found) => ({ ...found, message: contradictions[found.code][language] })),
      duplicates: stored.duplicates,
      missing: stored.missing.map(({ item, label, source }) => ({ item, label: label[language], source })),
      outcomes: await outcomesOf(tx, stored),
      steps: tasks,
      objections,
      mayDo: mayDoShown(stored.mayDo, language),
    };
  });
}

/** An open task, as the answer to an outcome tells of it. */
export function openTaskShown({
  id,
  kind,
  round,
  duty,
  dueOn,
}: {
  id: string;
  kind: string;
  round: number;
  duty: string;
  dueOn: string | null;
}): OutcomeGiven['next'][number] {
  return { id, kind: kind as TaskKind, round, duty: duty as Duty, dueOn };
}

function dutiesSeen(caller: Actor, mine: boolean): Duty[] {
  const role = caller.role as Role;
  // M57 37 — That somebody reported is for those who examine it.
  if (!mine && holds(role, 'read-cases'))
    return (Object.keys(duties) as Duty[]).filter((duty) => duty !== 'examine-report' || holds(role, duty));
  return dutiesOf(caller);
}

/** Whoever reads cases, whose duty it is where they work, and whoever applied. */
function requireReader({ who }: Tx, { case: { appliedBy, township, village }, task }: StoredTask): void {
  const role = who.role as Role;
  const isHere = who.area !== null && reaches(who.area, { township, village });
  if (isHere && (holds(role, 'read-cases') || holds(role, task.duty as Duty))) return;
  if (who.account === null || who.account !== appliedBy) refuse('NOT_FOUND');
}

async function outcomesOf(tx: Tx, { task: { kind, round }, case: { id } }: StoredTask): Promise<string[]> {
  const { outcomes, firstRoundOnly = [] } = taskRow(kind);
  const offered = Object.keys(outcomes).filter((outcome) => round === 1 || !firstRoundOnly.includes(outcome));
  // WF-12345 20 — What must be done is not offered to be explained.
  if (kind === 'answer' && !mayBeExplained(await classOfOrder(tx, id))) return offered.filter((outcome) => outcome !== 'explained');
  return offered;
}

function mayDoShown({ ok, refusal }: StoredTask['mayDo'], language: Language): TaskFile['mayDo'] {
  return refusal ? { ok, refusal: { code: refusal.code, detail: refusals[refusal.code][language] } } : { ok };
}

function lineShown(line: StoredLine, place: Awaited<ReturnType<typeof placesOf>>, { day, at }: Pick<Tx, 'day' | 'at'>): TaskLine {
  const { id, caseId, receipt, programme, kind, round, duty, township, village, applicantName, openedAt, dueOn, dueAt } = line;
  const isPast = dueAt !== null && Date.parse(dueAt) <= Date.parse(at);
  return {
    id,
    caseId,
    receipt,
    programme,
    kind,
    round,
    duty,
    township: place(township),
    village: place(village),
    applicant: applicantName,
    openedAt,
    dueOn,
    dueAt,
    due: isPast ? 'overdue' : dueShown(dueOn, day),
  };
}

function dueShown(dueOn: PlainDate | null, day: PlainDate): TaskLine['due'] {
  if (dueOn === null) return 'open-ended';
  if (dueOn < day) return 'overdue';
  if (dueOn === day) return 'today';
  return dueOn <= addDays(day, SOON_DAYS) ? 'soon' : 'later';
}
