import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findFreePort, isAlive, startPostgres } from '@zhouji/local';
import { expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { temporaryDataFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const quiet = () => {};

test('what was written before a stop is there after the next start', async () => {
  const dataFolder = temporaryDataFolder();
  const first = await startPostgres({ dataFolder, durable: false, say: quiet });
  await query(first.adminUrl, `create table family as select '韦秀英' as head`);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await startPostgres({ dataFolder, durable: false, say: quiet });
  expect(await query(second.adminUrl, 'select head from family')).toEqual([{ head: '韦秀英' }]);
});

test('what was committed before a kill -9 is there after the next start', async () => {
  const dataFolder = temporaryDataFolder();
  const first = await startPostgres({ dataFolder, durable: true, say: quiet });
  await query(first.adminUrl, 'create table kept as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await until('the end of the killed postmaster', () => !isAlive(first.pid));

  const second = await startPostgres({ dataFolder, durable: true, say: quiet });
  expect(await query(second.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('the postmaster that a killed run left is stopped, and that is said', async () => {
  const dataFolder = temporaryDataFolder();
  const orphan = await startPostgres({ dataFolder, durable: false, say: quiet });
  const said: string[] = [];
  const next = await startPostgres({ dataFolder, durable: false, say: (line) => said.push(line) });
  expect(said.join('\n')).toContain(`process ${orphan.pid}`);
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await query(next.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a port that another program holds is left to it, and that is said', async () => {
  const port = await findFreePort();
  const holder = createServer().listen(port, '127.0.0.1');
  try {
    const said: string[] = [];
    const postgres = await startPostgres({ dataFolder: temporaryDataFolder(), port, durable: false, say: (line) => said.push(line) });
    expect(postgres.port).not.toBe(port);
    expect(said.join('\n')).toContain(`Port ${port} (PostgreSQL) is in use`);
  } finally {
    holder.close();
  }
});

test('the data of a newer PostgreSQL are refused in plain words and not touched', async () => {
  const dataFolder = temporaryDataFolder();
  const first = await startPostgres({ dataFolder, durable: false, say: quiet });
  const [row] = await query<{ folder: string }>(first.adminUrl, `select current_setting('data_directory') as folder`);
  await first.stop();
  writeFileSync(join(row?.folder ?? '', 'PG_VERSION'), '99\n');
  await expect(startPostgres({ dataFolder, durable: false, say: quiet })).rejects.toThrow(/is of PostgreSQL 99.*npm run reset/s);
});

test('Chinese text is searched by trigrams, and its case and width follow UTF-8', async () => {
  const { adminUrl } = await startPostgres({ dataFolder: temporaryDataFolder(), durable: false, say: quiet });
  await query(adminUrl, 'create extension pg_trgm');
  const [row] = await query<{ n: number }>(adminUrl, `select cardinality(show_trgm('清溪镇')) as n`);
  expect(row?.n).toBeGreaterThan(0);
});

test('only who knows the password gets in', async () => {
  const { adminUrl } = await startPostgres({ dataFolder: temporaryDataFolder(), durable: false, say: quiet });
  const stranger = new URL(adminUrl);
  stranger.password = 'guessed';
  await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
});
