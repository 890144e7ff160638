import { expect, test } from 'vitest';
import { foresee } from './foresee.ts';
import type { Process, Settled, Statute } from './process.ts';

test('asking for the same step twice is asking once', async () => {
  const statute = async ({ task, together }: Process) => {
    await together(task('intake'), task('intake'));
    return 'granted' as const;
  };
  expect((await foresee(statute, [])).wanted).toEqual([{ step: 'task', kind: 'intake', round: 1 }]);
  expect((await foresee(statute, [done('intake', 'accepted')])).ending).toBe('granted');
});

test('a statute runs through a record of any length in one go', async () => {
  const visits = Array.from({ length: 300 }, (_, n) => done('survey', 'nobody-home', n + 1));
  const statute = async ({ task }: Process) => {
    for (let visit = 1; (await task('survey', visit)) !== 'done'; visit++);
    return 'granted' as const;
  };
  expect((await foresee(statute, visits)).wanted).toEqual([{ step: 'task', kind: 'survey', round: 301 }]);
});

test('branches may hold branches: what each of them wants is found', async () => {
  const statute: Statute = async ({ task, together }) => {
    const branch = async (depth: number): Promise<void> => {
      if (depth === 0) await task('survey');
      else await together(branch(depth - 1), task('verification', depth));
      await task('recheck', depth + 1);
    };
    await branch(8);
    await task('opinion');
    return 'granted';
  };
  const rechecks = Array.from({ length: 9 }, (_, n) => done('recheck', 'upheld', n + 1));
  const checks = Array.from({ length: 8 }, (_, n) => done('verification', 'consistent', n + 1));
  expect((await foresee(statute, [done('survey', 'done'), ...checks, ...rechecks])).wanted).toEqual([
    { step: 'task', kind: 'opinion', round: 1 },
  ]);
});

test('a step that the record has gone past is not wanted, and stands as its row says', async () => {
  const statute: Statute = async ({ task }) => {
    await task('recheck');
    await task('opinion');
    return 'granted';
  };
  const passed = ({ kind }: { kind: string }) => (kind === 'recheck' ? 'upheld' : undefined);
  expect(await foresee(statute, [], { passed })).toEqual({
    wanted: [{ step: 'task', kind: 'opinion', round: 1 }],
    passed: [{ step: 'task', kind: 'recheck', round: 1, outcome: 'upheld' }],
  });
});

test('a step that the statute no longer has stays in the record and disturbs nothing', async () => {
  const statute: Statute = async ({ task }) => {
    await task('opinion');
    return 'granted';
  };
  expect((await foresee(statute, [done('recheck', 'upheld')])).wanted).toEqual([{ step: 'task', kind: 'opinion', round: 1 }]);
});

test('what a statute throws is told to whoever runs it', async () => {
  const statute: Statute = async ({ task }) => {
    await task('intake');
    throw new Error('a slip of the pen');
  };
  expect((await foresee(statute, [])).wanted).toHaveLength(1);
  await expect(foresee(statute, [done('intake', 'accepted')])).rejects.toThrow('a slip of the pen');
});

function done(kind: string, outcome: string, round = 1): Settled {
  return { step: 'task', kind, round, outcome };
}
