import type { Instant } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface AuditRow {
  id: number;
  at: Instant;
  township: string | null;
  actorName: string;
  action: string;
  caseId: string | null;
  target: string | null;
  result: string;
  data: Record<string, unknown>;
}

/** A page of the audit trail, newest first, before the entry with the id; of one case, or of all inside the fence. */
export async function auditTrail(
  tx: Tx,
  { caseId = null, before = null, limit = 100 }: { caseId?: string | null; before?: number | null; limit?: number },
): Promise<AuditRow[]> {
  return tx.rows<AuditRow>(
    `select id, at, township, actor_name as "actorName", action, case_id as "caseId", target, result, data
     from audit where ($1::uuid is null or case_id = $1::uuid) and ($2::bigint is null or id < $2::bigint) order by id desc limit $3`,
    [caseId, before, limit],
  );
}
