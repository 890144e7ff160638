import {
  type Agent,
  type Fen,
  type Household,
  type Instant,
  type Month,
  refuse,
  type RelativeDeclaration,
  type Stage,
  stageOf,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, NoticeRecord, PeriodRecord, TaskRecord } from '../record/case-frame.ts';
import { isUuid, noFacts } from '../record/lock-case.ts';
import { mayReadReports } from '../record/sealed.ts';
import type { PublicNotice } from './notices-on-day.ts';

/** What a step of a case is, to whoever reads its file: the case and its township are known. */
type InFile<Row> = Omit<Row, 'caseId' | 'township'>;
export type CaseTask = InFile<TaskRecord>;

/** Everything of a case that an officer reads on one page. What of it steps rest on is as in the frame. */
export interface CaseFile extends Pick<CaseFrame, InFrame> {
  declarations: { relatives?: RelativeDeclaration[]; authorizations?: string[]; without?: string[]; agent?: Agent; signedBy?: string };
  version: number;
  /** Something was done in it under an emergency. */
  inEmergency: boolean;
  stage: Stage;
  /** What later steps rest on: the newest facts. */
  household: Household;
  /** All versions of the facts, oldest first; the first is what was declared. */
  facts: { version: number; source: string; household: Household; byName: string; at: Instant }[];
  tasks: CaseTask[];
  periods: Omit<InFile<PeriodRecord>, 'parameter' | 'calendarVersion' | 'lengthenedBy'>[];
  objections: { id: string; round: number; text: string; at: Instant }[];
  award: { monthlyFen: Fen; fromMonth: Month; because: unknown } | null;
  /** What hangs now, if anything. */
  notice: (PublicNotice & Pick<NoticeRecord, 'round'>) | null;
}

type InFrame =
  | 'id'
  | 'receipt'
  | 'programme'
  | 'process'
  | 'origin'
  | 'township'
  | 'village'
  | 'applicantName'
  | 'applicantIdLast4'
  | 'appliedBy'
  | 'mode'
  | 'parameterSet'
  | 'hasRelatives'
  | 'relatives'
  | 'answers'
  | 'appliedAt'
  | 'acceptedAt'
  | 'closedAt'
  | 'ending'
  | 'exitReason';

/** The file of a case, in one round trip and without locking it. @throws Refusal NOT_FOUND */
export async function getCase(tx: Tx, caseId: string): Promise<CaseFile> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const [found] = await tx.rows<Omit<CaseFile, 'stage' | 'household' | 'facts'> & { facts: CaseFile['facts'] | null; isSealed: boolean }>(
    fileQuery,
    [caseId, tx.day],
  );
  if (!found || (found.isSealed && !mayReadReports(tx.who))) return refuse('NOT_FOUND');
  const { isSealed: _, ...row } = found;
  // A case that is about nobody's household has no facts.
  const facts = row.facts ?? [];
  const open = {
    tasks: row.tasks.filter(({ closedAt }) => closedAt === null).map(({ kind }) => kind),
    periods: row.periods.filter(({ outcome, endedAt }) => outcome === null && endedAt === null).map(({ kind }) => kind),
    isClosed: row.closedAt !== null,
  };
  return { ...row, facts, household: facts.at(-1)?.household ?? noFacts.household, stage: stageOf(open) };
}

/** An instant inside of JSON, written as everywhere else. */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const fileQuery = `
  select c.id, c.receipt, c.programme, c.process, c.origin, c.township, c.village, c.applicant_name as "applicantName", c.applicant_id_last4 as "applicantIdLast4",
    c.applied_by as "appliedBy", c.mode, c.parameter_set as "parameterSet", c.has_relatives as "hasRelatives", c.relatives, c.answers, c.declarations, c.applied_at as "appliedAt",
    c.accepted_at as "acceptedAt", c.closed_at as "closedAt", c.ending, c.exit_reason as "exitReason", c.version,
    was_in_emergency(c.id) as "inEmergency",
    exists (select from work_order o where o.case_id = c.id and o.is_sealed) as "isSealed",
    (select jsonb_agg(jsonb_build_object('version', f.version, 'source', f.source, 'household', f.household, 'byName', f.by_name, 'at', ${instant('f.at')})
       order by f.version) from household_facts f where f.case_id = c.id) as facts,
    coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'round', t.round, 'duty', t.duty, 'openedAt', ${instant('t.opened_at')},
       'dueOn', t.due_on, 'version', t.version, 'outcome', t.outcome, 'outcomeData', t.outcome_data, 'givenBy', t.given_by, 'givenByName', t.given_by_name,
       'givenAt', ${instant('t.given_at')}, 'closedAt', ${instant('t.closed_at')}) order by t.opened_at, t.id) from task t where t.case_id = c.id), '[]') as tasks,
    coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'round', p.round, 'startsAt', ${instant('p.starts_at')}, 'endsAt', ${instant('p.ends_at')},
       'endsOn', p.ends_on, 'endedAt', ${instant('p.ended_at')}, 'outcome', p.outcome) order by p.starts_at) from period p where p.case_id = c.id), '[]') as periods,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'round', o.round, 'text', o.text, 'at', ${instant('o.at')}) order by o.at)
       from objection o where o.case_id = c.id), '[]') as objections,
    (select jsonb_build_object('monthlyFen', w.monthly_fen, 'fromMonth', w.from_month, 'because', w.because) from award w where w.case_id = c.id) as award,
    (select jsonb_build_object('id', n.id, 'kind', n.kind, 'round', n.round, 'township', n.township, 'fields', n.fields, 'postedAt', ${instant('n.posted_at')}, 'endsOn', n.ends_on)
       from notice n where n.case_id = c.id and n.removed_at is null and n.ends_on >= $2::date order by n.posted_at desc limit 1) as notice
  from cases c where c.id = $1`;
