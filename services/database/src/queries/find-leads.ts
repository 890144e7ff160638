import type { CaseEnding, LeadFinding, LeadSource, PlainDate, Stage, Urgency } from '@zhouji/domain';
import { stageOf } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { townshipsFor } from './find-tasks.ts';

/** A lead as lists show it. */
export interface LeadLine {
  caseId: string;
  receipt: string;
  township: string;
  village: string;
  name: string;
  source: LeadSource;
  alert: string | null;
  urgency: Urgency;
  what: string;
  reportedAt: string;
  found: LeadFinding | null;
  stage: Stage;
  ending: CaseEnding | null;
  /** The next day by which something of it is due. */
  dueOn: PlainDate | null;
  /** The nearest limit that runs. */
  dueAt: string | null;
}

export interface LeadFilter {
  townships?: readonly string[];
  source?: LeadSource;
  urgency?: Urgency;
  isOpen?: boolean;
  /** Those alone that an account has reported. */
  reporter?: string;
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

/** A page of leads, newest first; `next` continues it. */
export async function findLeads(
  tx: Tx,
  { source, urgency, isOpen, reporter, cursor, limit = 50, ...filter }: LeadFilter,
): Promise<{ items: LeadLine[]; next: string | null }> {
  const most = Math.min(limit, 200);
  const rows = await tx.rows<Omit<LeadLine, 'stage'> & { tasks: string[]; isClosed: boolean }>(
    `select l.case_id as "caseId", c.receipt, l.township, c.village, c.applicant_name as name, l.source, l.alert, l.urgency, l.call ->> 'what' as what,
       l.reported_at as "reportedAt", l.found, c.ending, c.closed_at is not null as "isClosed",
       array(select t.kind from task t where t.case_id = c.id and t.closed_at is null) as tasks,
       (select min(t.due_on)::text from task t where t.case_id = c.id and t.closed_at is null) as "dueOn",
       (select min(k.due_at) from clock k where k.case_id = c.id and k.stopped_at is null) as "dueAt"
     from lead l join cases c on c.id = l.case_id
     where l.township = any ($1::text[]) and ($2::text is null or l.source = $2) and ($3::text is null or l.urgency = $3)
       and ($4::boolean is null or (c.closed_at is null) = $4) and ($5::uuid is null or l.reporter_account = $5::uuid)
       and ($6::uuid is null or l.case_id < $6::uuid)
     order by l.case_id desc limit $7`,
    [
      await townshipsFor(tx, filter),
      source ?? null,
      urgency ?? null,
      isOpen ?? null,
      reporter ?? null,
      cursor !== undefined && isUuid.test(cursor) ? cursor : null,
      most + 1,
    ],
  );
  const page = rows.slice(0, most);
  const items = page.map(({ tasks, isClosed, ...line }) => ({ ...line, stage: stageOf({ tasks, periods: [], isClosed }) }));
  return { items, next: rows.length > most ? (page.at(-1)?.caseId ?? null) : null };
}
