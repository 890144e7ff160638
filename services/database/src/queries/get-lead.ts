import {
  type CallForHelp,
  type CaseEnding,
  type Instant,
  leadProgressOf,
  type LeadProgress,
  type ProcessName,
  type Programme,
  refuse,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { knownOf, type LeadRow, leadOf } from '../record/lead-of.ts';
import { isUuid } from '../record/lock-case.ts';

/** A lead with all that whoever follows it needs. */
export interface LeadFile extends LeadRow {
  /** What was told, with what was learnt of the person since. */
  known: CallForHelp;
  /** What came of it: the application, the relief, the referral, the discussion. */
  turnedInto: { caseId: string; receipt: string; process: ProcessName; openedAt: Instant; ending: CaseEnding | null; tasks: TaskOfIt[] }[];
  /** Applications that the office has begun and nobody has handed in yet. */
  prepared: { id: string; programme: Programme }[];
  /** Other leads and reliefs that seem to be about the same people. */
  similar: { caseId: string; receipt: string; process: ProcessName; at: Instant; ending: CaseEnding | null }[];
  /** The awards and applications of the person, in this township. */
  helped: { caseId: string; receipt: string; process: ProcessName; ending: CaseEnding | null }[];
}

interface TaskOfIt {
  id: string;
  kind: string;
}

/** The lead of a case. @throws Refusal NOT_FOUND */
export async function getLead(tx: Tx, caseId: string): Promise<LeadFile> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const lead = await leadOf(tx, caseId);
  const known = knownOf(lead);
  const { idNumber } = known.person;
  const turnedInto = await tx.rows<LeadFile['turnedInto'][number]>(
    `select c.id as "caseId", c.receipt, c.process, c.applied_at as "openedAt", c.ending,
       coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind) order by t.opened_at) from task t where t.case_id = c.id and t.closed_at is null), '[]') as tasks
     from cases c where c.origin = $1 order by c.applied_at, c.id`,
    [caseId],
  );
  const prepared = await tx.rows<LeadFile['prepared'][number]>(
    'select id, programme from draft where origin = $1 and case_id is null order by updated_at desc',
    [caseId],
  );
  const similar = await tx.rows<LeadFile['similar'][number]>(
    `select c.id as "caseId", c.receipt, c.process, c.applied_at as at, c.ending from cases c
     where c.id <> $1 and c.origin is distinct from $1::uuid and c.id in (
       select case_id from lead where keys && $2::text[] union select case_id from relief where keys && $2::text[])
     order by c.applied_at desc limit 10`,
    [caseId, lead.keys],
  );
  const helped = idNumber
    ? await tx.rows<LeadFile['helped'][number]>(
        `select id as "caseId", receipt, process, ending from cases where people && array[$1] and process <> 'lead' and origin is distinct from $2::uuid
         and (closed_at is null or ending = 'granted') order by applied_at desc limit 10`,
        [`id:${idNumber}`, caseId],
      )
    : [];
  return { ...lead, known, turnedInto, prepared, similar, helped };
}

/** How far a lead has come, by its number; the fence must be open for its township. @throws Refusal NOT_FOUND */
export async function leadProgressBy(tx: Tx, receipt: string): Promise<{ reportedAt: Instant; progress: LeadProgress }> {
  const [row] = await tx.rows<{ reportedAt: Instant; tasks: string[]; isClosed: boolean }>(
    `select l.reported_at as "reportedAt", c.closed_at is not null as "isClosed",
       array(select t.kind from task t where t.case_id = c.id and t.closed_at is null) as tasks
     from lead l join cases c on c.id = l.case_id where c.receipt = $1`,
    [receipt],
  );
  if (!row) return refuse('NOT_FOUND');
  return { reportedAt: row.reportedAt, progress: leadProgressOf(row) };
}
