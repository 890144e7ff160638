import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { anchorText, firstContradicted, headsByCase, type AnchoredHead, type LedgerAnchor, verifyAnchors } from './ledger-anchor.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

function anchorsOf(...steps: AnchoredHead[][]): LedgerAnchor[] {
  const anchors: LedgerAnchor[] = [];
  for (const heads of steps) {
    const { seq, hash: before } = anchors.at(-1) ?? { seq: 0, hash: '' };
    const said = { seq: seq + 1, at: '2026-09-01T01:00:00.000Z', before, heads };
    anchors.push({ ...said, hash: sha(anchorText(said)) });
  }
  return anchors;
}

const three = () => anchorsOf([['a', 2, 'a2']], [['b', 1, 'b1']], [['a', 5, 'a5']]);

test('anchors that stand upon each other have no fault', () => {
  expect(verifyAnchors(three(), sha)).toEqual([]);
  expect(verifyAnchors([], sha)).toEqual([]);
});

test('an anchor that is taken out, changed, or written anew with its hash is found', () => {
  const [one, two, last] = three() as [LedgerAnchor, LedgerAnchor, LedgerAnchor];
  expect(verifyAnchors([one, last], sha)).toEqual([{ seq: 3, fault: 'missing' }]);
  expect(verifyAnchors([two, last], sha)).toEqual([{ seq: 2, fault: 'missing' }]);
  const changed: LedgerAnchor = { ...two, heads: [['b', 1, 'other']] };
  expect(verifyAnchors([one, changed, last], sha)).toEqual([{ seq: 2, fault: 'changed' }]);
  expect(verifyAnchors([one, { ...changed, hash: sha(anchorText(changed)) }, last], sha)).toEqual([{ seq: 3, fault: 'missing' }]);
});

test('a ledger that has grown agrees with all that was anchored of it; a shorter one, and another one of the same length, do not', () => {
  const anchored = headsByCase(three()).get('a') ?? [];
  expect(firstContradicted(anchored, ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])).toBeUndefined();
  expect(firstContradicted(anchored, ['a1', 'a2', 'a3', 'a4'])).toEqual({ seq: 3, count: 5, head: 'a5' });
  expect(firstContradicted(anchored, ['x1', 'x2', 'x3', 'x4', 'x5'])).toEqual({ seq: 1, count: 2, head: 'a2' });
  expect(firstContradicted([], ['a1'])).toBeUndefined();
});
