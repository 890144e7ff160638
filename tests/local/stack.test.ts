// The whole system as `npm start` runs it: started, hurt, stopped, found again.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startStack, type Stack } from '@zhouji/local';
import { expect, onTestFinished, test } from 'vitest';
import { query } from '../support/database.ts';
import { answers, start } from '../support/processes.ts';
import { temporaryDataFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const quiet = () => {};
const START = fileURLToPath(new URL('../../infra/local/start.ts', import.meta.url));

test('every part that is killed is back within 15 seconds, and all of them when killed at once', async () => {
  const stack = await bareStack();
  const parts = partsOf(stack);
  for (const part of parts) {
    const killed = part.pid;
    part.kill();
    await until(`${part.name} to be back`, () => part.pid !== undefined && part.pid !== killed, { withinMs: 15_000 });
    await answers(`${stack.url}/api/health/ready`, { withinMs: 15_000 });
  }
  const killed = parts.map((part) => part.pid);
  for (const part of parts) part.kill();
  await until('all four to be back', () => parts.every((part, index) => part.pid !== undefined && part.pid !== killed[index]), {
    withinMs: 15_000,
  });
  await answers(`${stack.url}/api/health/ready`, { withinMs: 15_000 });
});

test('stopping leaves no process behind', async () => {
  const stack = await bareStack();
  const folder = await folderOf(stack);
  expect(processesThatName(folder).length).toBeGreaterThan(0);
  await stack.stop();
  expect(processesThatName(folder)).toEqual([]);
  expect(partsOf(stack).map(({ pid }) => pid)).toEqual([undefined, undefined, undefined, undefined]);
});

test('the idle system stays within 1.2 GB', async () => {
  const stack = await bareStack();
  const { rss } = stack.memory();
  expect(rss).toBeGreaterThan(100);
  expect(rss).toBeLessThan(1200);
});

test('a start that was killed outright is followed by one that finds the data, and a second one beside it is refused', async () => {
  const dataFolder = temporaryDataFolder();
  const env = { ...process.env, DATA_FOLDER: dataFolder, PORT: '0' };
  const first = start(process.execPath, [START], { env });
  await first.line(/is running: http/, 180_000);
  const refused = start(process.execPath, [START], { env });
  expect(await refused.ended()).toBe(1);
  expect(refused.output()).toContain(`This is running already (process ${first.pid}`);
  await first.kill9();

  const second = start(process.execPath, [START], { env });
  const line = await second.line(/is running: http/, 60_000);
  expect(second.output()).toContain('of an earlier run');
  expect(second.output()).not.toContain('Creating the database');
  await answers(`${/http:\S+/.exec(line)?.[0]}/api/health/ready`);
  expect(await second.signal('SIGHUP')).toBe(0);
  expect(processesThatName(dataFolder)).toEqual([]);
});

async function bareStack(): Promise<Stack> {
  const stack = await startStack({ mode: 'bare', dataFolder: temporaryDataFolder(), say: quiet });
  onTestFinished(() => stack.stop());
  return stack;
}

function partsOf({ processes }: Stack) {
  return [processes.api, processes.worker, processes.temporal, processes.postgres].filter((part) => part !== undefined);
}

async function folderOf(stack: Stack): Promise<string> {
  const [row] = await query<{ folder: string }>(stack.databaseUrls.admin, `select current_setting('data_directory') as folder`);
  return (row?.folder ?? '').replace(/\/postgres\/data$/, '');
}

/** Running processes that name this folder, in their command or in their environment. */
function processesThatName(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readOf(pid, 'cmdline').includes(folder) || readOf(pid, 'environ').includes(folder))
    .map((pid) => readOf(pid, 'cmdline').replaceAll('\0', ' '));
}

function readOf(pid: string, what: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
