import type { CaseEnding, Fen, Instant, ReliefChannel, TaskKind } from '@zhouji/domain';
import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { townshipsFor } from './find-tasks.ts';

/** A relief, as the list shows it. */
export interface ReliefLine {
  id: string;
  receipt: string;
  township: string;
  name: string;
  what: string;
  loggedAt: Instant;
  amountFen: Fen | null;
  goods: string | null;
  channel: ReliefChannel | null;
  relievedAt: Instant | null;
  closedAt: Instant | null;
  ending: CaseEnding | null;
  marks: string[];
  isOverdue: boolean;
  /** What is open in it: the kind of the task, and the instant at which its next limit falls due. */
  open: TaskKind | null;
  openTask: string | null;
  dueAt: Instant | null;
}

/** A page of reliefs, newest first; `next` continues it. */
export async function findReliefs(
  tx: Tx,
  { township, isClosed, cursor, limit = 50 }: { township?: string; isClosed?: boolean; cursor?: string; limit?: number },
): Promise<{ items: ReliefLine[]; next: string | null }> {
  if (cursor !== undefined && !isUuid.test(cursor)) return refuse('MALFORMED', { cursor });
  const townships = await townshipsFor(tx, township === undefined ? {} : { townships: [township] });
  const most = Math.min(limit, 200);
  const rows = await tx.rows<ReliefLine>(
    `select c.id, c.receipt, c.township, c.applicant_name as name, r.call ->> 'what' as what, r.logged_at as "loggedAt", r.amount_fen as "amountFen", r.goods,
       r.channel, r.relieved_at as "relievedAt", c.closed_at as "closedAt", c.ending, case_faults(c.id, $5::date) as marks,
       exists (select from clock k where k.case_id = c.id and k.state = 'missed' and k.stopped_at is null) as "isOverdue",
       t.kind as open, t.id as "openTask",
       (select min(k.due_at) from clock k where k.case_id = c.id and k.stopped_at is null) as "dueAt"
     from cases c join relief r on r.case_id = c.id
     left join lateral (select kind, id from task where case_id = c.id and closed_at is null order by opened_at, id limit 1) t on true
     where c.township = any ($1::text[]) and ($2::boolean is null or (c.closed_at is not null) = $2) and ($3::uuid is null or c.id < $3::uuid)
     order by c.id desc limit $4`,
    [townships, isClosed ?? null, cursor ?? null, most + 1, tx.day],
  );
  const items = rows.slice(0, most);
  return { items, next: rows.length > most ? (items.at(-1)?.id ?? null) : null };
}
