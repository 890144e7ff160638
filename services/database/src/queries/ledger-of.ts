import type { Instant, LedgerKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface LedgerRow {
  id: number;
  at: Instant;
  kind: LedgerKind;
  round: number | null;
  byName: string;
  data: Record<string, unknown>;
}

/** What happened in a case, in the order in which it was entered. */
export async function ledgerOf(tx: Tx, caseId: string): Promise<LedgerRow[]> {
  return tx.rows<LedgerRow>(
    `select id, at, kind, step_round as round, by_name as "byName", data from ledger where case_id = $1 order by id`,
    [caseId],
  );
}
