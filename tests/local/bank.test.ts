// The simulated bank as a process: it stops when asked, keeps its ledger through kill -9, and is for no money of people.
import { openBank } from '@zhouji/bank';
import { findFreePort } from '@zhouji/local';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Spawned, start } from '../support/processes.ts';

const PROGRAM = fileURLToPath(new URL('../../infra/local/bank-simulator.ts', import.meta.url));
const SECRET = 'what both share';
const NOW = () => new Date().toISOString();
let folder: string;
let port: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhouji-bank-'));
  port = await findFreePort();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ledgerFile = () => join(folder, 'bank.jsonl');
const line = () => openBank({ url: `http://127.0.0.1:${port}`, secret: SECRET, now: NOW });

async function open(env: NodeJS.ProcessEnv = {}): Promise<Spawned> {
  const bank = start(process.execPath, [PROGRAM], {
    env: {
      ...process.env,
      ...{ BANK_PORT: String(port), BANK_SECRET: SECRET, BANK_LEDGER: ledgerFile(), BANK_CALLBACK_URL: 'http://127.0.0.1:9' },
      ...env,
    },
  });
  await bank.line(/^ready$/m);
  return bank;
}

function instruction(id: string, { account = '6200000000001234', notAfter = new Date(Date.now() + 60_000).toISOString() } = {}) {
  return { instruction: id, fen: 12_345, payee: { name: '示收款', bank: '演示银行', account }, notAfter };
}

test('it keeps what it has carried out through kill -9, and carries the same instruction out once', async () => {
  const before = await open();
  const sent = await line().send('99', [instruction('A1')]);
  expect(sent).toMatchObject([{ instruction: 'A1', result: 'paid', fen: 12_345 }]);
  await before.kill9();
  // The half line of a death in the middle of writing is nobody's.
  writeFileSync(ledgerFile(), '{"what":"booked","payer":"99","numb', { flag: 'a' });
  const after = await open();
  expect(await line().send('99', [instruction('A1')])).toEqual(sent);
  expect(await line().ask('99', ['A1', 'A2'])).toMatchObject([{ result: 'paid' }, { instruction: 'A2', result: 'not-received' }]);
  const { lines, count, sumFen } = await line().statement('99', 0);
  expect({ lines: lines.length, count, sumFen }).toEqual({ lines: 1, count: 1, sumFen: 12_345 });
  expect(await after.signal('SIGINT')).toBe(0);
});

test('what was received and not carried out when it died is carried out when it is back', async () => {
  const before = await open({ BANK_DELAY_MS: '60000' });
  expect(await line().send('99', [instruction('B1')])).toMatchObject([{ result: 'pending' }]);
  await before.kill9();
  const after = await open({ BANK_DELAY_MS: '60000' });
  expect(await line().ask('99', ['B1'])).toMatchObject([{ result: 'paid' }]);
  expect(await after.signal('SIGTERM')).toBe(0);
});

test('it carries nothing out after its time, and listens to nobody who does not sign', async () => {
  const bank = await open();
  expect(await line().send('99', [instruction('C1', { notAfter: '2020-01-01T00:00:00.000Z' })])).toMatchObject([
    { result: 'returned', reference: null },
  ]);
  const stranger = openBank({ url: `http://127.0.0.1:${port}`, secret: 'another', now: NOW });
  await expect(stranger.send('99', [instruction('C2')])).rejects.toThrow('401');
  const late = openBank({ url: `http://127.0.0.1:${port}`, secret: SECRET, now: () => '2020-01-01T00:00:00.000Z' });
  await expect(late.ask('99', ['C1'])).rejects.toThrow('401');
  for (const body of ['', '{', '[]', '{"payer":"99"}']) {
    const answer = await fetch(`http://127.0.0.1:${port}/instructions`, { method: 'POST', body });
    expect([400, 401]).toContain(answer.status);
  }
  await bank.signal('SIGTERM');
});

test('it says that it is simulated, and does not start where money of people is moved', async () => {
  const bank = await open();
  expect(await line().isThere()).toEqual({ isThere: true, isSimulated: true });
  await bank.signal('SIGTERM');
  const refused = start(process.execPath, [PROGRAM], { env: { ...process.env, MODE: 'production', BANK_PORT: String(port) } });
  expect(await refused.ended()).toBe(1);
  expect(refused.output()).toContain('MODE is production');
  expect(existsSync(ledgerFile()) && readFileSync(ledgerFile(), 'utf8')).toBe('');
});
