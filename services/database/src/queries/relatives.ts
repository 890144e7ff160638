import type { CaseEnding, CloseRelation, Instant, RelativeSource } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A row of the separate register [M57 11]. */
export interface RelativeRow {
  id: string;
  caseId: string;
  receipt: string;
  township: string;
  applicantName: string;
  member: string;
  officer: string;
  /** Whether it is known which of the staff is meant. */
  isOfStaff: boolean;
  relation: CloseRelation;
  how: RelativeSource;
  note: string | null;
  byName: string;
  at: Instant;
  filedByName: string | null;
  filedAt: Instant | null;
  ending: CaseEnding | null;
}

/** The register of the townships inside the fence, newest first; of one case where it is named. At most 500. */
export async function relativesRegistered(tx: Tx, { caseId }: { caseId?: string } = {}): Promise<RelativeRow[]> {
  return tx.rows<RelativeRow>(
    `select r.id, r.case_id as "caseId", c.receipt, r.township, c.applicant_name as "applicantName", r.member, r.officer,
       r.officer_account is not null as "isOfStaff", r.relation, r.how, r.note, r.by_name as "byName", r.at,
       r.filed_by_name as "filedByName", r.filed_at as "filedAt", c.ending
     from relative_registration r join cases c on c.id = r.case_id
     where $1::uuid is null or r.case_id = $1::uuid
     order by r.at desc, r.id limit 500`,
    [caseId ?? null],
  );
}
