// kill -9 of API, worker and bank at every named point on the way of money, in the middle of a batch.
import { checkPayments, openDatabase, systemActor } from '@zhouji/database';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { businessNow } from '../support/business-now.ts';
import { query } from '../support/database.ts';
import { planMany, putDownPayees } from '../support/many-awards.ts';
import { until } from '../support/until.ts';
import { openStackOffice, type StackOffice } from './stack-office.ts';

const PAYMENTS = 120;
const TOWNSHIP = '999901101';
/** Where a process dies: before the bank hears of it, before its answer is kept, after, and in the same way at the bank and at the API's door. */
const points = [
  'payments-claimed',
  'bank-told',
  'reply-taken',
  'question-noted',
  'statement-kept',
  'answers-arrived',
  'answers-taken',
  'bank-received',
  'bank-booked',
] as const;

test('a process that dies at any point of paying loses no payment and doubles none', { timeout: 400_000 }, async () => {
  const failpoints = mkdtempSync(join(tmpdir(), 'zhouji-failpoints-'));
  chmodSync(failpoints, 0o777);
  const office = await openStackOffice({
    lookAhead: true,
    bank: true,
    env: {
      ...{ FAILPOINTS: failpoints, BANK_DELAY_MS: '300', BANK_LATE_MS: '600', BANK_FAULT_RATE: '0.1' },
      ...{ BANK_VALID_S: '5', BANK_ASK_AFTER_S: '1', BANK_STATEMENT_EVERY_S: '1' },
    },
  });
  try {
    const { admin } = office.stack.databaseUrls;
    await putDownPayees(admin, { count: PAYMENTS });
    for (const [index, point] of points.entries()) {
      await planMany(admin, { occasion: String(index + 1) });
      const { body: batch } = await office.insist('finance', 'POST', '/api/pay-batches', { township: TOWNSHIP });
      writeFileSync(join(failpoints, point), '');
      await office.insist('finance-2', 'POST', `/api/pay-batches/${String(batch['id'])}/approval`, {
        lines: batch['lines'],
        sum: batch['sum'],
      });
      await untilSettled(office, point, failpoints);
    }
    // Whatever the bank has booked of it lies on its own disk.
    await until(`our ledger equal to the bank's`, async () => (await sumOfOurs(admin)) === sumOfBank(office.dataFolder), {
      withinMs: 30_000,
    });
    expect(await broken(office)).toEqual([]);
    const [counts] = await query<{ all: number; paid: number }>(
      admin,
      `select count(*)::int as all, count(*) filter (where state = 'paid')::int as paid from pay_intent`,
    );
    expect(counts?.all).toBe(points.length * PAYMENTS);
    expect(counts?.paid).toBeGreaterThan(points.length * PAYMENTS * 0.6);
  } finally {
    await office.close();
    rmSync(failpoints, { recursive: true, force: true });
  }
});

/** The point was reached, and whoever died there is back and has brought everything to its end. */
async function untilSettled(office: StackOffice, point: string, failpoints: string): Promise<void> {
  await until(`somebody dead at ${point}`, () => !hasFile(join(failpoints, point)), { withinMs: 60_000 });
  await until(
    `every payment settled after ${point}`,
    async () => {
      const open = await query(office.stack.databaseUrls.admin, `select 1 from pay_intent where state not in ('paid', 'returned')`);
      return open.length === 0;
    },
    { withinMs: 90_000, everyMs: 200 },
  );
}

function hasFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

async function sumOfOurs(admin: string): Promise<number> {
  const [row] = await query<{ fen: number }>(
    admin,
    `select coalesce(sum(fen), 0)::float8 as fen from pay_intent where state = 'paid' and not is_disputed`,
  );
  return row?.fen ?? -1;
}

function sumOfBank(dataFolder: string): number {
  return readFileSync(join(dataFolder, 'bank.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"what":"booked"'))
    .map((line) => JSON.parse(line) as { kind: string; fen: number })
    .reduce((sum, { kind, fen }) => sum + (kind === 'payment' ? fen : -fen), 0);
}

async function broken(office: StackOffice): Promise<unknown[]> {
  const database = openDatabase({ url: office.stack.databaseUrls.worker, poolSize: 1 });
  try {
    return (await database.transact(systemActor, businessNow(), checkPayments)).filter((check) => check.broken !== 0);
  } finally {
    await database.close();
  }
}
