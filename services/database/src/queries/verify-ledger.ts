import { type ChainedEntry, type ChainVerdict, type LedgerKind, refuse, verifyChain } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { sha256 } from '../record/enter.ts';
import { isUuid } from '../record/lock-case.ts';

/** An entry as it is kept, with the hash of what stood there when it was entered. */
export type KeptEntry = ChainedEntry & { kind: LedgerKind; hash: string };

/** Whether the ledger of a case is as it was entered; else the first place that does not fit. @throws Refusal NOT_FOUND */
export async function verifyLedger(tx: Tx, caseId: string): Promise<ChainVerdict> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const [kept] = await tx.rows<{ head: string; count: number }>(
    'select ledger_head as head, ledger_count as count from cases where id = $1',
    [caseId],
  );
  if (!kept) return refuse('NOT_FOUND');
  return verdictOn(await keptEntries(tx, caseId), kept);
}

export function verdictOn(entries: readonly KeptEntry[], kept: { head: string; count: number }): ChainVerdict {
  return verifyChain(entries, { ...kept, hash: sha256 });
}

export function keptEntries(tx: Tx, caseId: string): Promise<KeptEntry[]> {
  return keptEntriesOf(tx, [caseId]);
}

/** The entries of some cases, those of each in the order of their places. */
export async function keptEntriesOf(tx: Tx, caseIds: readonly string[]): Promise<KeptEntry[]> {
  return tx.rows<KeptEntry>(
    `select seq, case_id as "caseId", township, at, kind, step_round as "stepRound", "by", by_name as "byName", data, hash
     from ledger where case_id = any ($1::uuid[]) order by case_id, seq`,
    [caseIds],
  );
}
