import { expect, test } from 'vitest';
import { passedOutcome } from './passed-by.ts';

const row = { passedBy: { kinds: ['opinion'], outcome: 'done' } };

test('a step is passed when one that comes after it is there, in the same round or a later one', () => {
  expect(passedOutcome(row, 1, [{ kind: 'opinion', round: 1 }])).toBe('done');
  expect(passedOutcome(row, 1, [{ kind: 'opinion', round: 2 }])).toBe('done');
});

test('an earlier round and another kind pass nothing', () => {
  expect(passedOutcome(row, 2, [{ kind: 'opinion', round: 1 }])).toBeUndefined();
  expect(passedOutcome(row, 1, [{ kind: 'survey', round: 1 }])).toBeUndefined();
});

test('a step that nothing passes is opened whatever the record holds', () => {
  expect(passedOutcome({}, 1, [{ kind: 'opinion', round: 9 }])).toBeUndefined();
});
