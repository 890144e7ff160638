import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.ts';
import { PlainError, type Say, step } from './say.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HANDLER = join(ROOT, 'web/build/handler.js');
const STAMP = join(ROOT, 'web/build/sources.sha256');
const LOCK = join(ROOT, '.cache/web-build.lock');
const SOURCES = ['web/src', 'web/static', 'web/vite.config.ts', 'web/package.json', 'services/domain/src', 'pnpm-lock.yaml'];

/**
 * The path of the web's request handler, built when it is missing or its sources have changed; undefined where there is no web to build.
 *
 * @throws PlainError with the end of what the build printed
 */
export async function findWebHandler(say: Say): Promise<string | undefined> {
  if (!existsSync(join(ROOT, 'web/vite.config.ts'))) return undefined;
  if (isFresh(fingerprint())) return HANDLER;
  mkdirSync(dirname(LOCK), { recursive: true });
  await oneAtATime(LOCK, async () => {
    const sources = fingerprint();
    // Another has built them in the meantime.
    if (isFresh(sources)) return;
    await step('Building the web pages', say, build);
    writeFileSync(STAMP, sources);
  });
  return HANDLER;
}

function isFresh(sources: string): boolean {
  return existsSync(HANDLER) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow).toSorted())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(join(ROOT, path))) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

function build(): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn('pnpm', ['--filter', '@zhouji/web', 'build'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-6000)));
    child.once('error', (error) => failed(new PlainError(`The web pages could not be built: ${error.message}`)));
    child.once('close', (code) => (code === 0 ? done() : failed(new PlainError(`The web pages could not be built:\n${said.trimEnd()}`))));
  });
}
