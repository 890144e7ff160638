import { expect, test } from 'vitest';
import { readMissing, stillMissing } from './supplement.ts';

test('an item of the notice is a paper, or a member who has to sign', () => {
  expect(readMissing('document:income-proof')).toMatchObject({ kind: 'document', what: 'income-proof' });
  expect(readMissing('authorization:甲秋实')).toMatchObject({ kind: 'authorization', what: '甲秋实' });
  expect(readMissing('signature:甲秋实')).toMatchObject({ kind: 'signature', what: '甲秋实' });
  // A colon belongs to the name of a paper, and a paper may be named without its kind.
  expect(readMissing('document:证明:第二页')).toMatchObject({ kind: 'document', what: '证明:第二页' });
  expect(readMissing('户口簿')).toMatchObject({ kind: 'document', what: '户口簿' });
});

test('a long name is cut to what a paper can be stored under', () => {
  expect(readMissing(`document:${'证'.repeat(61)}`).what).toBe('证'.repeat(60));
  expect(readMissing(`document:${'证'.repeat(60)}`).what).toBe('证'.repeat(60));
});

test('papers answer for papers and signatures for signatures', () => {
  const missing = ['document:income-proof', 'authorization:甲秋实', 'signature:乙大山'];
  expect(stillMissing(missing, { documents: [], signed: [] }).map(({ item }) => item)).toEqual(missing);
  expect(stillMissing(missing, { documents: ['income-proof'], signed: ['甲秋实', '乙大山'] })).toEqual([]);
  // A photograph of a form is no signature in this sense, and who signs hands in no paper by it.
  expect(stillMissing(missing, { documents: ['甲秋实'], signed: ['income-proof'] })).toHaveLength(3);
});
