import type { Instant, LedgerKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface LedgerRow {
  id: number;
  /** Its place in the ledger of the case, and its hash upon the one before it. */
  seq: number;
  hash: string;
  at: Instant;
  kind: LedgerKind;
  round: number | null;
  byName: string;
  data: Record<string, unknown>;
}

/** What happened in a case, in the order in which it was entered. */
export async function ledgerOf(tx: Tx, caseId: string): Promise<LedgerRow[]> {
  return tx.rows<LedgerRow>(
    `select id, seq, hash, at, kind, step_round as round, by_name as "byName", data from ledger where case_id = $1 order by seq`,
    [caseId],
  );
}
