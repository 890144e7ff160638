import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

test('no more are under way at once than the limit allows', async () => {
  let running = 0;
  let most = 0;
  await sideBySide(
    [1, 2, 3, 4, 5, 6, 7],
    () => 3,
    async () => {
      most = Math.max(most, ++running);
      await new Promise((next) => setImmediate(next));
      running--;
    },
  );
  expect(most).toBe(3);
  expect(running).toBe(0);
});

test('one that fails stops none of the others, and is told at the end', async () => {
  const done: number[] = [];
  const work = sideBySide(
    [1, 2, 3],
    () => 1,
    async (one) => {
      if (one === 2) throw new Error('the second');
      done.push(one);
    },
  );
  await expect(work).rejects.toThrow('the second');
  expect(done).toEqual([1, 3]);
});
