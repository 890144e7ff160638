import { type AnchoredHead, anchorText, type LedgerAnchor } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { sha256 } from '../record/enter.ts';

/** Where anchors are kept outside of the database. */
export interface AnchorStore {
  /** The last one that it holds whole. */
  last(): LedgerAnchor | undefined;
  /** Adds one; when it returns, the anchor is on the disk. */
  append(anchor: LedgerAnchor): void;
}

/** One anchor speaks of as many cases at most. */
export const headsPerAnchor = 1000;

type Last = Pick<LedgerAnchor, 'seq' | 'hash'>;

/**
 * Anchors what is new in the ledgers since the last anchor: outside first, so that a base that knows of an anchor which is
 * not there was robbed of it. Where the two do not agree on the last anchor, everything is anchored anew.
 *
 * @returns the anchor, or undefined where nothing is new; and whether the store lacked what the base knows
 */
export async function anchorHeads(tx: Tx, store: AnchorStore): Promise<{ anchor: LedgerAnchor | undefined; lacked: boolean }> {
  await tx.rows(`select pg_advisory_xact_lock(hashtext('ledger anchor'))`);
  const outside = store.last();
  const known = await lastKnown(tx);
  // Somebody died between the two writings: what stands outside was anchored.
  if (outside && outside.before === (known?.hash ?? '') && outside.seq === (known?.seq ?? 0) + 1) {
    await remember(tx, outside);
    return { anchor: outside, lacked: false };
  }
  const lacked =
    known !== undefined && (outside === undefined || outside.seq < known.seq || (outside.seq === known.seq && outside.hash !== known.hash));
  if (lacked) await tx.rows('delete from anchored_head');
  const heads = await newHeads(tx);
  if (heads.length === 0) return { anchor: undefined, lacked };
  const anchor = standingUpon(lacked ? known : outside, { at: new Date(tx.at).toISOString(), heads });
  store.append(anchor);
  await remember(tx, anchor);
  return { anchor, lacked };
}

function standingUpon(last: Last | undefined, said: Pick<LedgerAnchor, 'at' | 'heads'>): LedgerAnchor {
  const anchor = { ...said, seq: (last?.seq ?? 0) + 1, before: last?.hash ?? '' };
  return { ...anchor, hash: sha256(anchorText(anchor)) };
}

async function lastKnown(tx: Tx): Promise<Last | undefined> {
  const [last] = await tx.rows<Last>('select seq, hash from ledger_anchor order by seq desc limit 1');
  return last;
}

async function newHeads(tx: Tx): Promise<AnchoredHead[]> {
  const rows = await tx.rows<{ caseId: string; count: number; head: string }>(
    `select c.id as "caseId", c.ledger_count as count, c.ledger_head as head
     from cases c left join anchored_head a on a.case_id = c.id
     where c.ledger_count > 0 and (a.case_id is null or a.count <> c.ledger_count or a.head <> c.ledger_head)
     order by c.id limit ${headsPerAnchor}`,
  );
  return rows.map(({ caseId, count, head }) => [caseId, count, head] as const);
}

/** A case that the base has lost is remembered outside alone. */
async function remember(tx: Tx, { seq, at, heads, hash }: LedgerAnchor): Promise<void> {
  await tx.rows('insert into ledger_anchor (seq, at, heads, hash) values ($1, $2, $3, $4)', [seq, at, heads.length, hash]);
  await tx.rows(
    `insert into anchored_head (case_id, township, count, head, seq)
     select c.id, c.township, (h.head ->> 1)::int, h.head ->> 2, $2
     from jsonb_array_elements($1::jsonb) h (head) join cases c on c.id = (h.head ->> 0)::uuid
     on conflict (case_id) do update set count = excluded.count, head = excluded.head, seq = excluded.seq, township = excluded.township`,
    [JSON.stringify(heads), seq],
  );
}
