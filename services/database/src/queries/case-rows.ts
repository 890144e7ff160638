import type { AreaCode, CaseEnding, Household, Instant, Mode, Programme, RelativeDeclaration } from '@zhouji/domain';
import { columns } from './columns.ts';

/** What lists and pages say of a case, with what its stage is read from. */
export interface CaseRow {
  id: string;
  receipt: string;
  programme: Programme;
  township: AreaCode;
  village: AreaCode;
  applicantName: string;
  /** The applicant's ID number, as established; whoever shows it masks it. */
  idNumber: string | null;
  hasRelatives: boolean;
  mode: Mode | null;
  appliedAt: Instant;
  appliedBy: string | null;
  acceptedAt: Instant | null;
  closedAt: Instant | null;
  ending: CaseEnding | null;
  exitReason: string | null;
  version: number;
  /** Kinds of task that are open. */
  openTasks: string[];
  /** Kinds of period that are running. */
  openPeriods: string[];
  /** Whether a legal limit was missed. */
  isOverdue: boolean;
}

/** The facts of a household as they stood after one source spoke. */
export interface FactsRow {
  version: number;
  source: 'application' | 'supplement' | 'survey' | 'verification' | 'recheck' | 'objection';
  household: Household;
  by: string | null;
  byName: string;
  at: Instant;
}

/** What was declared of relatives, authorisations and truth with the application. */
export interface DeclarationsRow {
  truthful: true;
  authorizations: string[];
  relatives: RelativeDeclaration[];
  without: string[];
}

/** The `select` items of a {@link CaseRow} of `cases c`. */
export const caseColumns = `${columns('c', [
  'id',
  'receipt',
  'programme',
  'township',
  'village',
  'applicantName',
  'hasRelatives',
  'mode',
  'appliedAt',
  'appliedBy',
  'acceptedAt',
  'closedAt',
  'ending',
  'exitReason',
  'version',
])},
  (select jsonb_path_query_first(f.household, '$.members[*] ? (@.relation == "applicant").idNumber') #>> '{}'
    from household_facts f where f.case_id = c.id order by f.version desc limit 1) as "idNumber",
  array(select t.kind from task t where t.case_id = c.id and t.closed_at is null) as "openTasks",
  array(select p.kind from period p where p.case_id = c.id and p.ended_at is null and c.closed_at is null) as "openPeriods",
  exists (select from clock k where k.case_id = c.id and k.state = 'missed') as "isOverdue"`;
