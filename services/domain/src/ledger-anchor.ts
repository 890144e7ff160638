import type { Instant } from './plain-date.ts';
import { canonicalText } from './ledger-chain.ts';

/**
 * An anchor says outside of the database how long the ledgers of some cases were at a moment, and with which hash each
 * ended. Anchors stand upon each other like the entries of a ledger. So whoever has every right on the database, and writes
 * a ledger anew together with its case and its limits, contradicts what was kept elsewhere.
 */
export interface LedgerAnchor {
  /** Its place among the anchors, from 1. */
  seq: number;
  at: Instant;
  /** The hash of the anchor before it. */
  before: string;
  heads: AnchoredHead[];
  hash: string;
}

/** The ledger of a case as it ended: the case, the number of its entries, the hash of the last. */
export type AnchoredHead = readonly [caseId: string, count: number, head: string];

/** What the hash of an anchor is taken of; SHA-256 of it as UTF-8, in lower-case hexadecimal. */
export function anchorText({ seq, at, before, heads }: Omit<LedgerAnchor, 'hash'>): string {
  return `${before}\n${canonicalText({ seq, at, heads })}`;
}

export const anchorFaults = {
  missing: { zh: '前一个锚点缺失', en: 'The anchor before it is missing.' },
  changed: { zh: '锚点内容被改动', en: 'It is not what was anchored.' },
  unknown: { zh: '数据库记载的锚点与此不同', en: 'The database knows another anchor of this place.' },
  cut: { zh: '数据库记载的锚点在文件夹中没有', en: 'The database knows of it, and the folder does not hold it.' },
} as const;
export type AnchorFault = keyof typeof anchorFaults;

/** The first anchors that do not stand upon each other, from the first place on; one for each gap or change. */
export function verifyAnchors(
  anchors: readonly LedgerAnchor[],
  hash: (text: string) => string,
): { seq: number; fault: Extract<AnchorFault, 'missing' | 'changed'> }[] {
  const faults: { seq: number; fault: 'missing' | 'changed' }[] = [];
  let last = { seq: 0, hash: '' };
  for (const anchor of anchors) {
    if (anchor.seq !== last.seq + 1 || anchor.before !== last.hash) faults.push({ seq: anchor.seq, fault: 'missing' });
    if (hash(anchorText(anchor)) !== anchor.hash) faults.push({ seq: anchor.seq, fault: 'changed' });
    last = anchor;
  }
  return faults;
}

/** What anchors say of one case, and which anchor says so. */
export type HeadAtAnchor = { seq: number; count: number; head: string };

/** What anchors say, by case, in their order. */
export function headsByCase(anchors: readonly LedgerAnchor[]): Map<string, HeadAtAnchor[]> {
  const byCase = new Map<string, HeadAtAnchor[]>();
  for (const { seq, heads } of anchors)
    for (const [caseId, count, head] of heads) byCase.set(caseId, [...(byCase.get(caseId) ?? []), { seq, count, head }]);
  return byCase;
}

/**
 * The first anchor that the ledger of its case contradicts: the entry at the place it names is gone, or is not the one that
 * was there.
 *
 * @param hashes those of the entries, in their order
 */
export function firstContradicted(anchored: readonly HeadAtAnchor[], hashes: readonly string[]): HeadAtAnchor | undefined {
  return anchored.find(({ count, head }) => hashes[count - 1] !== head);
}
