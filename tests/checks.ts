// The checks of `npm test` that are not tests. Each says nothing when all is well, else what is wrong in one line; the details are printed before it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findWebHandler } from '@zhouji/local';

export interface Check {
  name: string;
  /** Resolves to what is wrong. */
  run(): Promise<string | undefined>;
}

let synced: Promise<{ code: number; output: string }> | undefined;

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Cheap ones first. The web is built here so that no test has to wait for it. */
export const checks: Check[] = [
  { name: 'format', run: () => pnpmExec(['oxfmt', '--check'], 'files are not as "npm run format" leaves them') },
  { name: 'lint', run: () => afterSync(() => pnpmExec(['oxlint', '--type-aware', '--deny-warnings'], 'there are findings')) },
  { name: 'types', run: checkTypes },
  { name: 'knip', run: () => afterSync(() => pnpmExec(['knip', '--no-progress'], 'something is unused or undeclared')) },
  { name: 'generated', run: checkGenerated },
  { name: 'svelte', run: () => afterSync(checkSvelte) },
  { name: 'web', run: () => findWebHandler(console.log).then((handler) => (handler ? undefined : 'there is no web to build')) },
];

/** Each package has its own tsconfig; one without would silently not be checked. */
async function checkTypes(): Promise<string | undefined> {
  const manifests = globSync(['services/*/package.json', 'workflows/package.json', 'tests/package.json', 'infra/local/package.json'], {
    cwd: ROOT,
  });
  const folders = ['.', 'infra/generate', ...manifests.map((file) => file.slice(0, -'/package.json'.length)).toSorted()];
  const wrong: string[] = [];
  for (const folder of folders) {
    const config = join(ROOT, folder, 'tsconfig.json');
    if (!existsSync(config)) {
      wrong.push(`${folder} has no tsconfig.json`);
      continue;
    }
    console.log(`tsc -p ${folder}`);
    if ((await run('pnpm', ['exec', 'tsc', '-p', config])).code !== 0) wrong.push(folder);
  }
  return wrong.length > 0 ? `in ${wrong.join(', ')}` : undefined;
}

/** The web's tsconfig extends a file that its framework writes; whoever reads that tsconfig needs it. */
async function afterSync(check: () => Promise<string | undefined>): Promise<string | undefined> {
  synced ??= run('pnpm', ['exec', 'svelte-kit', 'sync'], { cwd: join(ROOT, 'web') });
  return (await synced).code === 0 ? check() : 'svelte-kit sync failed';
}

/** svelte-check that looked at nothing also finds nothing: it must have seen every component. */
async function checkSvelte(): Promise<string | undefined> {
  const web = join(ROOT, 'web');
  const components = globSync('src/**/*.svelte', { cwd: web }).length;
  if (components === 0) return 'there is no component in web/src';
  const { code, output } = await run('pnpm', ['exec', 'svelte-check', '--fail-on-warnings', '--output', 'human-verbose'], { cwd: web });
  if (code !== 0) return 'svelte-check has findings';
  const { output: machine } = await run('pnpm', ['exec', 'svelte-check', '--output', 'machine'], { cwd: web, quiet: true });
  const files = Number(/COMPLETED (\d+) FILES/.exec(machine)?.[1] ?? 0);
  return files >= components
    ? undefined
    : `svelte-check saw ${files} files and there are ${components} components; it printed: ${output.slice(-200)}`;
}

/** Whoever changes a source of generated files also runs "npm run generate": running it now must change nothing. */
async function checkGenerated(): Promise<string | undefined> {
  const before = await fingerprints();
  if ((await run(process.execPath, ['infra/generate/all.ts'])).code !== 0) return 'the generators failed';
  const after = await fingerprints();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  return changed.length > 0 ? `these were not up to date, and are now: ${changed.join(', ')}` : undefined;
}

async function fingerprints(): Promise<Map<string, string>> {
  const { output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { quiet: true });
  const files = output.split('\n').filter((file) => file && existsSync(join(ROOT, file)));
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(ROOT, file)))
        .digest('hex'),
    ]),
  );
}

async function pnpmExec(command: string[], wrong: string): Promise<string | undefined> {
  const { code } = await run('pnpm', ['exec', ...command]);
  return code === 0 ? undefined : wrong;
}

/** Runs a program; what it prints goes through, unless quiet, and comes back. */
export function run(
  program: string,
  args: string[],
  { cwd = ROOT, quiet = false }: { cwd?: string; quiet?: boolean } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!quiet) process.stdout.write(chunk);
    });
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
