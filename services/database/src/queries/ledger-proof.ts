import {
  type AnchorFault,
  type ChainVerdict,
  firstContradicted,
  headsByCase,
  type HeadAtAnchor,
  type LedgerAnchor,
  verifyAnchors,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { sha256 } from '../record/enter.ts';
import { type KeptEntry, keptEntriesOf, verdictOn } from './verify-ledger.ts';

/** Whether the anchors stand upon each other, and are those that the database knows of. */
export interface AnchorsProof {
  anchors: readonly LedgerAnchor[];
  faults: { seq: number; fault: AnchorFault }[];
}

/** Whether the ledger of a case is whole, and is what the anchors say of it. */
export interface LedgerProof {
  caseId: string;
  /** Null where anchors speak of the case and the database does not. */
  receipt: string | null;
  chain: ChainVerdict;
  /** How many anchors speak of the case. */
  anchors: number;
  /** The entries of it that an anchor covers. */
  anchored: number;
  /** The first anchor that it contradicts. */
  contradicted: HeadAtAnchor | null;
  holds: boolean;
}

/** The anchors of a store against each other, and against those that the database knows of. They are read after it was asked: what it knows of was written before. */
export async function anchorsProof(tx: Tx, read: () => readonly LedgerAnchor[]): Promise<AnchorsProof> {
  const known = await tx.rows<{ seq: number; hash: string }>('select seq, hash from ledger_anchor order by seq');
  const anchors = read();
  const hashes = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  const differing = known.flatMap(({ seq, hash }): AnchorsProof['faults'] => {
    const outside = hashes.get(seq);
    if (outside === hash) return [];
    return [{ seq, fault: outside === undefined ? 'cut' : 'unknown' }];
  });
  const faults = [...verifyAnchors(anchors, sha256), ...differing].toSorted((one, other) => one.seq - other.seq);
  return { anchors, faults };
}

/** The ledgers of some cases against what the anchors say, in the order of the ids; also of cases that are gone. */
export async function ledgerProofs(tx: Tx, caseIds: readonly string[], anchors: ReturnType<typeof headsByCase>): Promise<LedgerProof[]> {
  const cases = new Map(
    (
      await tx.rows<{ id: string; receipt: string; head: string; count: number }>(
        'select id, receipt, ledger_head as head, ledger_count as count from cases where id = any ($1::uuid[])',
        [caseIds],
      )
    ).map((one) => [one.id, one]),
  );
  const entries = Map.groupBy(await keptEntriesOf(tx, caseIds), ({ caseId }) => caseId);
  return caseIds.map((caseId) => {
    const kept = cases.get(caseId);
    return proofOf({ caseId, receipt: kept?.receipt ?? null }, entries.get(caseId) ?? [], {
      kept: kept ?? { head: '', count: 0 },
      anchored: anchors.get(caseId) ?? [],
    });
  });
}

function proofOf(
  of: Pick<LedgerProof, 'caseId' | 'receipt'>,
  entries: readonly KeptEntry[],
  { kept, anchored }: { kept: { head: string; count: number }; anchored: readonly HeadAtAnchor[] },
): LedgerProof {
  const chain = verdictOn(entries, kept);
  const hashes = entries.map(({ hash }) => hash);
  const contradicted = firstContradicted(anchored, hashes) ?? null;
  return {
    ...of,
    chain,
    anchors: anchored.length,
    anchored: Math.max(0, ...anchored.map(({ count }) => count)),
    contradicted,
    holds: chain.holds && contradicted === null,
  };
}

/** Cases in the order of their ids, after one of them. */
export async function caseIdsAfter(tx: Tx, after: string | null, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>('select id from cases where ($1::uuid is null or id > $1::uuid) order by id limit $2', [
    after,
    most,
  ]);
  return rows.map(({ id }) => id);
}
