import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

const place = mkdtempSync(join(tmpdir(), 'zhouji-lock-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('two that want the same do it one after the other', async () => {
  const folder = join(place, 'both');
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    told.push(`${name} ends`);
  };
  await Promise.all([oneAtATime(folder, work('one')), oneAtATime(folder, work('other'))]);
  expect(told).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
  expect(existsSync(folder)).toBe(false);
});

test('what a killed process left holds nobody up', async () => {
  const folder = join(place, 'left');
  mkdirSync(folder);
  writeFileSync(join(folder, 'pid'), String(spawnSync(process.execPath, ['-e', '']).pid));
  await expect(oneAtATime(folder, async () => 'done')).resolves.toBe('done');
});

test('work that fails leaves the way free', async () => {
  const folder = join(place, 'fails');
  await expect(
    oneAtATime(folder, async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(existsSync(folder)).toBe(false);
});
