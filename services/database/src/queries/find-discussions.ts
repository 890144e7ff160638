import { type CaseEnding, type Fen, type Instant, type Stage, stageOf, type TaskKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A discussion in a list. */
export interface DiscussionLine {
  id: string;
  receipt: string;
  township: string;
  applicantName: string;
  origin: string | null;
  requestedAt: Instant;
  stage: Stage;
  ending: CaseEnding | null;
  isUrgent: boolean;
  /** What the signed minutes decided; null before. */
  amountFen: Fen | null;
  /** What somebody has to do in it now. */
  task: { id: string; kind: TaskKind; dueOn: string | null } | null;
}

/** The discussions inside the fence, or those that came from a case; those that run before those that are over, newest first. At most 200. */
export async function findDiscussions(tx: Tx, { origin = null }: { origin?: string | null } = {}): Promise<DiscussionLine[]> {
  const rows = await tx.rows<Row>(
    `select c.id, c.receipt, c.township, c.applicant_name as "applicantName", c.origin, c.applied_at as "requestedAt", c.closed_at as "closedAt", c.ending,
       m.amount_fen::float8 as "amountFen",
       ${isUrgentSql} as "isUrgent",
       (select jsonb_build_object('id', t.id, 'kind', t.kind, 'dueOn', t.due_on) from task t where t.case_id = c.id and t.closed_at is null order by t.opened_at limit 1) as task,
       array(select p.kind from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null) as periods
     from cases c left join discussion_minutes m on m.case_id = c.id
     where c.process = 'case-discussion' and ($1::uuid is null or c.origin = $1::uuid)
     order by c.closed_at is not null, c.applied_at desc, c.id limit 200`,
    [origin],
  );
  return rows.map(({ closedAt, periods, ...row }) => ({
    ...row,
    stage: stageOf({ tasks: row.task ? [row.task.kind] : [], periods, isClosed: closedAt !== null }),
  }));
}

/** Of a case `c`: it cannot wait, or could not; what the county let wait is ordinary. */
export const isUrgentSql = `coalesce((select t.outcome = 'urgent-agenda' from task t where t.case_id = c.id and t.kind = 'pre-check' and t.outcome in ('agenda', 'urgent-agenda')
  order by t.round desc limit 1), exists (select from clock k where k.case_id = c.id and k.kind = 'urgent-discussion'))`;

type Row = Omit<DiscussionLine, 'stage'> & { closedAt: Instant | null; periods: string[] };
