import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FoundSandbox, holds, linesOf, play, readScenario, startSandbox } from '@zhouji/player';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const files = globSync('*/*.yaml', { cwd: import.meta.dirname }).filter((file) => dirname(file) !== 'assess');

let found: FoundSandbox;
beforeAll(async () => {
  found = await startSandbox();
}, 240_000);
afterAll(() => found?.stop(), 60_000);

describe.each([...new Set(files.map((file) => dirname(file)))])('%s', (programme) => {
  test.each(files.filter((file) => dirname(file) === programme).map((file) => basename(file)))('%s', async (name) => {
    const report = await play(readScenario(join(import.meta.dirname, programme, name)), found.sandbox);
    expect.soft(holds(report), linesOf(report).join('\n')).toBe(true);
  });
});
