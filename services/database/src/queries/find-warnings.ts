import {
  type ClockKind,
  type ClockState,
  holds,
  type Instant,
  isTaskKind,
  type PlainDate,
  type Role,
  roles,
  type TaskKind,
  taskRow,
  tasks,
  type WarningLevel,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { mayReadReports } from '../record/sealed.ts';
import { townshipsFor } from './find-tasks.ts';

/** A limit at risk or missed, of a case that concerns the caller. */
export interface Warning {
  caseId: string;
  receipt: string;
  township: string;
  village: string;
  applicantName: string;
  clock: ClockKind;
  round: number;
  dueOn: PlainDate;
  dueAt: Instant;
  state: Extract<ClockState, 'running' | 'missed'>;
  warnedLevel: WarningLevel | null;
  /** The open task by which the caller can end it, if that is theirs to do. */
  taskId: string | null;
  taskKind: TaskKind | null;
}

export interface Warnings {
  items: Warning[];
  /** Each stops at {@link MOST_WARNINGS}, which means "that many or more". */
  counts: { atRisk: number; missed: number };
}

export const MOST_WARNINGS = 1000;

/**
 * The limits that were rung for, and are not stopped, of the cases that concern the caller, the first due first: whoever
 * may do the open task that ends it hears of each; the township's leader of those that came up to the leader; the county of
 * those that came up to it. A limit of a case without open tasks concerns whoever takes applications.
 */
export async function findWarnings(tx: Tx, { most = 100 }: { most?: number } = {}): Promise<Warnings> {
  const role = tx.who.role as Role;
  if (!Object.hasOwn(roles, role)) return { items: [], counts: { atRisk: 0, missed: 0 } };
  const found = await tx.rows<Warning>(
    `select k.case_id as "caseId", c.receipt, k.township, c.village, c.applicant_name as "applicantName", k.kind as clock, k.round, k.due_on as "dueOn", k.due_at as "dueAt",
       k.state, k.warned_level as "warnedLevel", own.id as "taskId", own.kind as "taskKind"
     from clock k join cases c on c.id = k.case_id
     left join lateral (
       select t.id, t.kind from task t where t.case_id = k.case_id and t.closed_at is null and t.duty = any ($2::text[])
         and (not $5::jsonb ? k.kind or $5::jsonb -> k.kind ? t.kind)
       order by t.due_key, t.id limit 1
     ) own on true
     where k.township = any ($1::text[]) and k.stopped_at is null and (k.state = 'missed' or k.warned_level is not null)
       and ($6 or not exists (select from work_order o where o.case_id = k.case_id and o.is_sealed))
       and (
         own.id is not null
         or (k.state = 'missed' and $3::text[] <> '{}')
         or k.warned_level = any ($3::text[])
         or ($4 and not exists (select from task t where t.case_id = k.case_id and t.closed_at is null))
       )
     order by k.due_on, k.case_id, k.kind, k.round limit ${MOST_WARNINGS}`,
    [
      await townshipsFor(tx, {}),
      roles[role].duties,
      levelsOf(role),
      holds(role, 'accept'),
      JSON.stringify(endedBy),
      mayReadReports(tx.who),
    ],
  );
  const missed = found.filter(({ state }) => state === 'missed').length;
  return { items: found.slice(0, most), counts: { atRisk: found.length - missed, missed } };
}

/** The tasks that end a limit, where it is that of a step; the limit of the decision is everybody's who has a task of the case. */
const endedBy: Record<string, string[]> = {};
for (const kind of Object.keys(tasks).filter(isTaskKind)) {
  const { due, dueInCountyMode } = taskRow(kind);
  for (const clock of [due, dueInCountyMode]) if (clock && clock !== 'decision') (endedBy[clock] ??= []).push(kind);
}

/** The levels of warning that come up to a role whoever has the task. */
function levelsOf(role: Role): WarningLevel[] {
  if (role === 'leader') return ['leader', 'county'];
  return holds(role, 'county-confirm') || holds(role, 'county-visit') ? ['county'] : [];
}
