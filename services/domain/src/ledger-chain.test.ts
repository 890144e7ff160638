import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, type ChainedEntry, chainText, emptyHead, verifyChain } from './ledger-chain.ts';

/** No real hash: the domain has none. Any that tells texts apart shows what the chain finds. */
function hash(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `${sum}:${text.length}`;
}

const entryOf = (seq: number, data: Record<string, unknown> = {}): ChainedEntry => ({
  seq,
  caseId: '0199c0de-0000-7000-8000-000000000001',
  township: '999901101',
  at: '2026-09-07T01:00:00.000Z',
  kind: 'applied',
  stepRound: null,
  by: null,
  byName: '系统',
  data,
});

function chainOf(length: number): { entries: (ChainedEntry & { hash: string })[]; head: string; count: number } {
  let head: string = emptyHead;
  const entries = Array.from({ length }, (_, index) => {
    const entry = entryOf(index + 1, { step: index });
    head = hash(chainText(head, entry));
    return { ...entry, hash: head };
  });
  return { entries, head, count: length };
}

function verdictOn({ entries, head, count }: ReturnType<typeof chainOf>) {
  return verifyChain(entries, { head, count, hash });
}

test('the text of an entry is the same whatever the order of its keys and the form of its instant', () => {
  expect(canonicalText({ b: 1, a: { d: [1, null, undefined], c: undefined } })).toBe('{"a":{"d":[1,null,null]},"b":1}');
  const one = { ...entryOf(1, { to: '2026-10-10', from: '2026-09-29' }), at: '2026-09-07T01:00:00Z' };
  const other = entryOf(1, { from: '2026-09-29', to: '2026-10-10' });
  expect(chainText('x', one)).toBe(chainText('x', other));
});

test('numbers that are the same are written the same', () => {
  expect(canonicalText([1, -0, 1e21, 0.1])).toBe('[1,0,1e+21,0.1]');
});

test('whatever JSON can carry comes back from it with the same text', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => canonicalText(JSON.parse(JSON.stringify(value))) === canonicalText(value)));
});

test('a ledger as it was written holds, and an empty one too', () => {
  expect(verdictOn(chainOf(5))).toMatchObject({ holds: true, count: 5 });
  expect(verdictOn(chainOf(0))).toMatchObject({ holds: true, count: 0 });
});

test('an entry that was changed is found, in each of its fields', () => {
  const changes: Partial<ChainedEntry>[] = [
    { at: '2026-09-07T01:00:00.001Z' },
    { kind: 'intake.accepted' },
    { stepRound: 1 },
    { by: '0199c0de-0000-7000-8000-000000000002' },
    { byName: '示甲一' },
    { data: { step: 2, more: true } },
    { township: '999901102' },
    { caseId: '0199c0de-0000-7000-8000-000000000009' },
  ];
  for (const change of changes) {
    const ledger = chainOf(5);
    Object.assign(ledger.entries[2], change);
    expect(verdictOn(ledger), JSON.stringify(change)).toEqual({ holds: false, seq: 3, fault: 'changed' });
  }
});

test('an entry that was taken out is found: in the middle, the first, the last', () => {
  for (const [place, seq] of [
    [2, 3],
    [0, 1],
    [4, 5],
  ] as const) {
    const ledger = chainOf(5);
    ledger.entries.splice(place, 1);
    expect(verdictOn(ledger)).toEqual({ holds: false, seq, fault: 'missing' });
  }
});

test('two entries that changed places are found at the first of them', () => {
  const ledger = chainOf(5);
  const [one, other] = [ledger.entries[1], ledger.entries[3]];
  ledger.entries[1] = { ...other, seq: one.seq };
  ledger.entries[3] = { ...one, seq: other.seq };
  expect(verdictOn(ledger)).toEqual({ holds: false, seq: 2, fault: 'changed' });
});

test('an entry that was added at the end is found, also with a hash that fits', () => {
  const ledger = chainOf(5);
  const added = entryOf(6);
  ledger.entries.push({ ...added, hash: hash(chainText(ledger.head, added)) });
  expect(verdictOn(ledger)).toEqual({ holds: false, seq: 6, fault: 'added' });
});

test('a last entry that was written anew with its hash is found by what the case keeps', () => {
  const ledger = chainOf(5);
  const before = ledger.entries[3].hash;
  const anew = { ...ledger.entries[4], kind: 'case.closed' };
  ledger.entries[4] = { ...anew, hash: hash(chainText(before, anew)) };
  expect(verdictOn(ledger)).toEqual({ holds: false, seq: 5, fault: 'changed' });
});
