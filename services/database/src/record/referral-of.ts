import type { Consent, Department, Passed } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A referral with the receiver that it is addressed to. */
export interface ReferralRow {
  caseId: string;
  receiver: string;
  receiverName: string;
  department: Department;
  what: string;
  passed: Passed[];
  consent: Consent | null;
  isMeasure: boolean;
  openedByName: string;
  openedAt: string;
  reminders: number;
  remindedAt: string | null;
}

/** The referral that a case of that process is. @throws Error when the case is none */
export async function referralOf(tx: Tx, caseId: string): Promise<ReferralRow> {
  const [row] = await tx.rows<ReferralRow>(
    `select r.case_id as "caseId", r.receiver, v.name as "receiverName", v.department, r.what, r.passed, r.consent, r.is_measure as "isMeasure",
       r.opened_by_name as "openedByName", r.opened_at as "openedAt", r.reminders, r.reminded_at as "remindedAt"
     from referral r join receiver v on v.id = r.receiver where r.case_id = $1`,
    [caseId],
  );
  if (!row) throw new Error('a case of the process of referrals has no referral');
  return row;
}
