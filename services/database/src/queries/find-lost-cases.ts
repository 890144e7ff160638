import type { Instant, LostReason, ProcessName } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { townshipsFor } from './find-tasks.ts';

/** A case that waited on nobody when the worker looked last. */
export interface LostCaseLine {
  caseId: string;
  receipt: string;
  process: ProcessName;
  township: string;
  village: string;
  applicantName: string;
  why: LostReason;
  since: Instant;
}

/** The cases that wait on nobody, the longest waiting first. */
export async function findLostCases(tx: Tx, { most = 200 }: { most?: number } = {}): Promise<LostCaseLine[]> {
  return tx.rows<LostCaseLine>(
    `select l.case_id as "caseId", c.receipt, c.process, l.township, c.village, c.applicant_name as "applicantName", l.why, l.since
     from lost_case l join cases c on c.id = l.case_id where l.township = any ($1::text[]) order by l.since, l.case_id limit $2`,
    [await townshipsFor(tx, {}), most],
  );
}
