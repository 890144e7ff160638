import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource, ROOT, sourceFiles } from '../support/sources.ts';

const documents = sourceFiles(/^[A-Z]+\.md$/);
const { scripts } = JSON.parse(readSource('package.json')) as { scripts: Record<string, string> };

test('every command that a document tells is there', () => {
  expect(documents).toContain('README.md');
  const told = documents.flatMap((file) =>
    [...readSource(file).matchAll(/\bnpm (?:run ([a-z-]+)|(start|test)\b)/g)].map(([, run, short]) => ({ file, name: run ?? short ?? '' })),
  );
  expect(told.map(({ name }) => name)).toContain('start');
  expect(told.filter(({ name }) => !(name in scripts))).toEqual([]);
});

test('every command starts a file that is there', () => {
  const missing = Object.entries(scripts).flatMap(([name, command]) =>
    command
      .split(' ')
      .filter((word) => /\.(ts|mjs)$/.test(word) && !existsSync(join(ROOT, word)))
      .map((word) => `${name}: ${word}`),
  );
  expect(missing).toEqual([]);
});

test('every file and folder that a document names is there', () => {
  const named = documents.flatMap((file) => [
    ...[...readSource(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => ({ file, path: join(dirname(file), path ?? '') })),
    ...[...readSource(file).matchAll(/`((?:services|workflows|web|tests|infra)\/[A-Za-z0-9_./-]+)`/g)].map(([, path]) => ({
      file,
      path: path ?? '',
    })),
  ]);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
});
