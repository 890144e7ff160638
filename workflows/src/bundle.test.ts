import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { acts, clocks, duties, periods, processes, programmes, refusals, tasks } from '@zhouji/domain';
import { expect, test } from 'vitest';
import { bundleWorkflows, buildOf } from './bundle.ts';
import * as workflows from './index.ts';

test('every process has the workflow that its row names, and no other workflow exists', () => {
  expect(Object.keys(workflows).toSorted()).toEqual(
    Object.values(processes)
      .map(({ workflow }) => workflow)
      .toSorted(),
  );
});

test('what Temporal is given holds no word, no rule and no figure of the domain', { timeout: 60_000 }, async () => {
  const { code } = await bundleWorkflows();
  const ours = new Set(
    [...code.matchAll(/^\/\*{3}\/ "\.\/(?!node_modules)([^"]+)"/gm)].map(([, path]) => path?.replace(/^workflows\/src\//, '')),
  );
  // The statutes that are offered, what they share, and the durable runner: nothing of the domain, the database or the look-ahead.
  const statutes = Object.keys(processes).map((process) => `${process}.ts`);
  expect([...ours].toSorted()).toEqual(['durable.ts', 'index.ts', 'means-test.ts', 'process.ts', 'walk.ts', ...statutes].toSorted());

  const labels = [tasks, acts, periods, clocks, duties, programmes].flatMap((table) => Object.values(table).map(({ label }) => label.zh));
  // Comments name the law; what may not be there is a value.
  const literals = [...labels, ...Object.values(refusals).map(({ zh }) => zh)].filter(
    (text) => code.includes(`'${text}'`) || code.includes(`"${text}"`),
  );
  expect(literals).toEqual([]);
});

test('no process is patched: a change of code starts it again from its record', () => {
  const folder = new URL('./', import.meta.url);
  for (const name of readdirSync(fileURLToPath(folder)).filter((file) => !file.endsWith('.test.ts'))) {
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/\b(patched|deprecatePatch|Temporal\.Now)\b/);
  }
});

test('a build is named by its code alone', () => {
  expect(buildOf()).toMatch(/^[0-9a-f]{12}$/);
  expect(buildOf()).toBe(buildOf());
});
