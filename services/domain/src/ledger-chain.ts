import type { Instant } from './plain-date.ts';

/**
 * The ledger of a case is a chain: each entry has a place in it and the hash of what stands there together with the hash
 * before it, and the case keeps the last hash and the number of entries. So whoever changes, takes out, swaps or adds an
 * entry behind the office's back would have to write every later entry and the case anew.
 */
export interface ChainedEntry {
  /** The place in the ledger of the case, from 1. */
  seq: number;
  caseId: string;
  township: string;
  at: Instant;
  kind: string;
  stepRound: number | null;
  by: string | null;
  byName: string;
  data: Readonly<Record<string, unknown>>;
}

/** The hash that the first entry of a ledger stands upon. */
export const emptyHead = '';

/**
 * What the hash of an entry is taken of: the hash before it, and on the next line the entry in its one form. Hash it as
 * UTF-8 with SHA-256 and write that in lower-case hexadecimal.
 */
export function chainText(before: string, entry: ChainedEntry): string {
  const { seq, caseId, township, at, kind, stepRound, by, byName, data } = entry;
  return `${before}\n${canonicalText({ seq, caseId, township, at: new Date(at).toISOString(), kind, stepRound, by, byName, data })}`;
}

/**
 * JSON in one form: keys in the order of their code units, no spaces, nothing for what is undefined. An instant of an
 * entry has milliseconds and Z; a number is written as ECMAScript writes it.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members: string[] = [];
    for (const [key, member] of Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** How the first entry that does not fit differs from what the chain demands. */
export const chainFaults = ['changed', 'missing', 'added'] as const;
export type ChainFault = (typeof chainFaults)[number];

export type ChainVerdict = { holds: true; count: number; head: string } | { holds: false; seq: number; fault: ChainFault };

/**
 * Whether a ledger is whole. `entries` in the order of their places, with the hashes that are kept; `head` and `count` as
 * the case keeps them. Tells the first place that does not fit: `missing` where another entry stands or none, `changed`
 * where the entry is not the one that was hashed, `added` where the case knows of no entry.
 */
export function verifyChain(
  entries: readonly (ChainedEntry & { hash: string })[],
  { head, count, hash }: { head: string; count: number; hash: (text: string) => string },
): ChainVerdict {
  let before: string = emptyHead;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (seq > count) return { holds: false, seq, fault: 'added' };
    if (entry.seq !== seq) return { holds: false, seq, fault: 'missing' };
    if (hash(chainText(before, entry)) !== entry.hash) return { holds: false, seq, fault: 'changed' };
    before = entry.hash;
  }
  if (entries.length < count) return { holds: false, seq: entries.length + 1, fault: 'missing' };
  if (before !== head) return { holds: false, seq: count, fault: 'changed' };
  return { holds: true, count, head };
}
