import { addDays, type Duty, type Instant, type PlainDate, type Programme, refuse, type TaskKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface TaskFilter {
  duties: readonly Duty[];
  /** Left out: all that the transaction sees. */
  townships?: readonly string[];
  kind?: TaskKind;
  due?: 'overdue' | 'today' | 'soon';
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

export interface TaskLine {
  id: string;
  caseId: string;
  receipt: string;
  programme: Programme;
  township: string;
  village: string;
  applicantName: string;
  kind: TaskKind;
  round: number;
  duty: Duty;
  openedAt: Instant;
  dueOn: PlainDate | null;
  version: number;
}

const NEVER = '9999-12-31';
/** How many days ahead `soon` looks. */
export const SOON_DAYS = 3;

/** A page of the open tasks, by the day on which they are due; `next` continues it. */
export async function findTasks(
  tx: Tx,
  { cursor, limit = 50, ...filter }: TaskFilter,
): Promise<{ items: TaskLine[]; next: string | null }> {
  const most = Math.min(limit, 200);
  const { from, to } = dueBetween(tx.day, filter.due);
  const after = cursor === undefined ? null : parseCursor(cursor);
  // One ordered walk along the index for each township and duty, and no more rows of any than a page takes.
  const items = await tx.rows<TaskLine>(
    `select t.id, t.case_id as "caseId", c.receipt, c.programme, t.township, c.village, c.applicant_name as "applicantName", t.kind, t.round, t.duty,
       t.opened_at as "openedAt", t.due_on as "dueOn", t.version
     from (
       select page.* from unnest($1::text[]) as place(township) cross join unnest($2::text[]) as held(duty)
       cross join lateral (
         select o.* from task o
         where o.closed_at is null and o.township = place.township and o.duty = held.duty
           and o.due_key between $3::date and $4::date
           and ($5::date is null or (o.due_key, o.id) > ($5::date, $6::uuid))
           and ($7::text is null or o.kind = $7)
         order by o.due_key, o.id limit $8) as page
       order by page.due_key, page.id limit $8) as t
     join cases c on c.id = t.case_id
     order by t.due_key, t.id`,
    [await townshipsFor(tx, filter), filter.duties, from, to, after?.dueKey ?? null, after?.id ?? null, filter.kind ?? null, most + 1],
  );
  const page = items.slice(0, most);
  const last = page.at(-1);
  return {
    items: page,
    next: items.length > most && last ? Buffer.from(`${last.dueOn ?? NEVER}/${last.id}`).toString('base64url') : null,
  };
}

/** The townships that are asked for, of those inside the fence. */
export async function townshipsFor(tx: Tx, { townships }: Pick<TaskFilter, 'townships'>): Promise<readonly string[]> {
  const { townships: seen } = tx.who;
  if (seen !== '*') return townships ? townships.filter((code) => seen.includes(code)) : seen;
  return townships ?? (await tx.rows<{ code: string }>('select code from area where length(code) = $1', [9])).map(({ code }) => code);
}

export function dueBetween(day: PlainDate, due: TaskFilter['due']): { from: PlainDate; to: PlainDate } {
  if (due === 'overdue') return { from: '0001-01-01', to: addDays(day, -1) };
  if (due === 'today') return { from: day, to: day };
  if (due === 'soon') return { from: addDays(day, 1), to: addDays(day, SOON_DAYS) };
  return { from: '0001-01-01', to: NEVER };
}

function parseCursor(cursor: string): { dueKey: string; id: string } {
  const [dueKey, id] = Buffer.from(cursor, 'base64url').toString().split('/');
  if (!dueKey || !/^\d{4}-\d{2}-\d{2}$/.test(dueKey) || !id || !/^[0-9a-f-]{36}$/.test(id)) return refuse('MALFORMED', { cursor });
  return { dueKey, id };
}
