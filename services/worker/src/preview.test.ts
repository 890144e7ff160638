import { expect, test } from 'vitest';
import type { Statute } from '@zhouji/workflows/process';
import { isChanged, previewCase } from './preview.ts';

const about = { caseId: 'a', receipt: 'DB26-00000000', township: '999901101', process: 'subsistence-allowance' };
const statute: Statute = async ({ task, act }) => {
  await task('intake');
  await task('survey');
  await task('opinion');
  await act('grant');
  return 'granted';
};
const intake = { step: 'task', kind: 'intake', round: 1, outcome: 'accepted' } as const;
const open = (kind: string) => ({ step: 'task', kind, round: 1 }) as const;

test('a case that stands where the code wants it would not change, and its road is told', async () => {
  const previewed = await previewCase(statute, { ...about, settled: [intake], open: [open('survey')] });
  expect(previewed.ahead).toEqual(['task:opinion:1', 'act:grant:1']);
  expect(isChanged(previewed)).toBe(false);
});

test('a step that the code wants and nobody has opened is told, and so is one that it no longer wants', async () => {
  const previewed = await previewCase(statute, { ...about, settled: [intake], open: [open('verification')] });
  expect(previewed).toMatchObject({ wouldOpen: ['task:survey:1'], orphaned: ['task:verification:1'] });
  expect(isChanged(previewed)).toBe(true);
});

test('a record that the code cannot carry is told and stops nobody else', async () => {
  const faulty: Statute = async ({ task }) => {
    await task('intake');
    throw new Error('a slip of the pen');
  };
  expect(await previewCase(faulty, { ...about, settled: [intake], open: [] })).toMatchObject({ fault: 'a slip of the pen' });
});
