import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@zhouji/local';
import { expect, test } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { start } from '../support/processes.ts';

const SERVER = fileURLToPath(new URL('../../services/api/src/server.ts', import.meta.url));

test('the program says ready, answers, and stops in good order', async () => {
  const base = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'zhouji-server-'));
  const port = await findFreePort();
  const server = start(process.execPath, [SERVER], {
    env: {
      ...process.env,
      // The test runner has a MODE of its own.
      MODE: 'demo',
      DATABASE_URL: base.urls.app,
      SESSION_SECRET: 'the secret of a server that is tested',
      DOCUMENTS_FOLDER: folder,
      PORT: String(port),
    },
  });
  await server.line(/^ready$/);
  expect((await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status).toBe(200);
  expect(await server.signal('SIGTERM')).toBe(0);
  await base.drop();
  rmSync(folder, { recursive: true });
});

test('production without its secrets does not start, and says what is missing without a stack', async () => {
  const server = start(process.execPath, [SERVER], { env: { PATH: process.env['PATH'] ?? '', MODE: 'production' } });
  expect(await server.ended()).toBe(1);
  expect(server.output()).toContain('The API does not start.');
  expect(server.output()).toContain('SESSION_SECRET is missing');
  expect(server.output()).toContain('DATABASE_URL is missing');
  expect(server.output()).not.toContain('    at ');
});
