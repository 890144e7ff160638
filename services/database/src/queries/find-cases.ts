import {
  type CaseEnding,
  type Flag,
  type Instant,
  type Mode,
  processesFrom,
  type ProcessName,
  type Programme,
  refuse,
  type Stage,
  stageOf,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { townshipsFor } from './find-tasks.ts';

export interface CaseLine {
  id: string;
  receipt: string;
  programme: Programme;
  process: ProcessName;
  origin: string | null;
  township: string;
  village: string;
  applicantName: string;
  mode: Mode | null;
  hasRelatives: boolean;
  appliedAt: Instant;
  acceptedAt: Instant | null;
  closedAt: Instant | null;
  stage: Stage;
  ending: CaseEnding | null;
  /** A limit has passed, and what it was for is not done. */
  overdue: boolean;
  /** Something was done in it under an emergency. */
  inEmergency: boolean;
  /** What its notices lack, and what other places answered. */
  faults: Flag[];
}

export interface CaseFilter {
  stage?: Stage;
  programme?: Programme;
  townships?: readonly string[];
  /** Beginning of the applicant's name, receipt, or the whole ID number of a member. */
  text?: string;
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

/** A page of applications, newest first; `next` continues it. */
export async function findCases(
  tx: Tx,
  { stage, programme, text, cursor, limit = 50, ...filter }: CaseFilter,
): Promise<{ items: CaseLine[]; next: string | null }> {
  if (cursor !== undefined && !isUuid.test(cursor)) return refuse('MALFORMED', { cursor });
  const most = Math.min(limit, 200);
  const asked = {
    townships: await townshipsFor(tx, filter),
    text: text?.trim() || null,
    programme: programme ?? null,
    isClosed: stage === undefined ? null : stage === 'closed',
    most: most + 1,
  };
  const items: CaseLine[] = [];
  for (let after: string | null = cursor ?? null; ;) {
    const rows: Row[] = await readPage(tx, { ...asked, after });
    // The stage is derived from what is open and never stored, so it is chosen from here.
    for (const { tasks, periods, ...row } of rows) {
      const line = { ...row, stage: stageOf({ tasks, periods, isClosed: row.closedAt !== null }) };
      if (stage === undefined || line.stage === stage) items.push(line);
    }
    after = rows.at(-1)?.id ?? null;
    if (rows.length <= most || items.length > most) break;
  }
  const page = items.slice(0, most);
  return { items: page, next: items.length > most ? (page.at(-1)?.id ?? null) : null };
}

type Row = Omit<CaseLine, 'stage'> & { tasks: string[]; periods: string[] };

interface Asked {
  townships: readonly string[];
  after: string | null;
  most: number;
  isClosed: boolean | null;
  text: string | null;
  programme: string | null;
}

function readPage(tx: Tx, { townships, after, most, isClosed, text, programme }: Asked): Promise<Row[]> {
  return tx.rows<Row>(
    `select c.id, c.receipt, c.programme, c.process, c.origin, c.township, c.village, c.applicant_name as "applicantName", c.mode, c.has_relatives as "hasRelatives",
       c.applied_at as "appliedAt", c.accepted_at as "acceptedAt", c.closed_at as "closedAt", c.ending,
       exists (select from clock k where k.case_id = c.id and k.state = 'missed' and k.stopped_at is null) as overdue,
       was_in_emergency(c.id) as "inEmergency", case_faults(c.id, $8::date) as faults,
       array(select t.kind from task t where t.case_id = c.id and t.closed_at is null) as tasks,
       array(select p.kind from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null) as periods
     from cases c
     where c.township = any ($1::text[]) and c.process = any ($7::text[]) and ($2::uuid is null or c.id < $2::uuid)
       and ($4::boolean is null or (c.closed_at is not null) = $4)
       and ($5::text is null or starts_with(c.applicant_name, $5) or c.receipt = upper($5) or c.id_numbers @> array[upper($5)])
       and ($6::text is null or c.programme = $6)
     order by c.id desc limit $3`,
    [townships, after, most, isClosed, text, programme, processesFrom('application'), tx.day],
  );
}
