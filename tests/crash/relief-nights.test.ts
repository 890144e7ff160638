// A night of reliefs during which API, worker and bank are killed at whatever moment: everybody is relieved once, or nobody is told so.
import { casesWaitingOnNobody, checkPayments, openDatabase, systemActor, topUpReserve } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { businessNow } from '../support/business-now.ts';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import { openStackOffice, type StackOffice } from './stack-office.ts';

const RELIEFS = 18;
/** The fund holds what this many get, and not a fen more. */
const FUNDED = 12;
const AMOUNT = 820_00;
const TOWNSHIP = '999901101';
/** What is killed, in turn, and how long after the last one: odd times, so that they fall everywhere. */
const victims = ['api', 'worker', 'bank', 'worker', 'api', 'bank', 'api'] as const;
const GAPS_MS = [370, 1130, 530, 910];

const call = {
  ...{
    caller: { isAnonymous: true },
    person: { persons: 3 },
    place: {},
    what: '出租屋起火，今晚没有地方住。',
    vulnerable: [],
    danger: false,
  },
};

test(
  'in a night of kills the fund gives its last fen once, and every transfer arrives once or comes back',
  { timeout: 400_000 },
  async () => {
    const office = await openStackOffice({
      lookAhead: true,
      bank: true,
      env: {
        BANK_DELAY_MS: '200',
        BANK_LATE_MS: '500',
        BANK_FAULT_RATE: '0.3',
        BANK_ASK_AFTER_S: '1',
        BANK_STATEMENT_EVERY_S: '1',
        BANK_VALID_S: '5',
      },
    });
    try {
      const { admin, worker } = office.stack.databaseUrls;
      await fill(worker, FUNDED * AMOUNT);
      const killing = killByTurns(office);
      const outcomes = await Promise.all(Array.from({ length: RELIEFS }, (_, n) => relieve(office, n)));
      await killing;

      expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(FUNDED);
      expect(new Set(outcomes)).toEqual(new Set(['granted', 'RESERVE_FUND_EXHAUSTED']));
      await until(
        'every transfer settled',
        async () =>
          (await query(admin, `select 1 from pay_intent where state not in ('paid', 'returned') and channel = 'bank'`)).length === 0,
        { withinMs: 120_000, everyMs: 200 },
      );
      await until(`our ledger equal to the bank's`, async () => (await paidByBank(admin)) === bookedAt(office.dataFolder), {
        withinMs: 30_000,
      });
      // What was asked for again is one relief, and nothing waits for nobody.
      const [reliefs] = await query<{ n: number }>(admin, 'select count(*)::int as n from relief');
      expect(reliefs?.n).toBe(RELIEFS);
      // Between the money's arrival and the next look of its process a case is on its way.
      await until('no case waiting on nobody', async () => (await examine(worker)).lost.length === 0, { withinMs: 30_000, everyMs: 500 });
      expect((await examine(worker)).broken).toEqual([]);
      const [fund] = await query<{ fen: string }>(
        admin,
        `select balance_fen::text as fen from reserve_fund where township = '${TOWNSHIP}'`,
      );
      expect(Number(fund?.fen)).toBeGreaterThanOrEqual(0);
    } finally {
      await office.close();
    }
  },
);

/** Logged, triaged and decided, whoever has to ask again; every second one by transfer. The calls come one after the other, through all the kills. */
async function relieve(office: StackOffice, n: number): Promise<string> {
  await pause(n * 250);
  const opened = (await office.insist('caseworker', 'POST', '/api/reliefs', { call })).body as { task: string };
  const account = `62000000000${String(10_000 + n)}`;
  const way = n % 2 === 0 ? { channel: 'bank', payee: { name: '演望北', bank: '演示银行', account } } : { channel: 'cash' };
  const proposal = { persons: 3, amount: '820', reason: '当晚没有住处。', witness: '演见证', ...way };
  const triaged = await office.insist('caseworker', 'PUT', `/api/tasks/${opened.task}/outcome`, {
    version: 1,
    outcome: 'relief-first',
    with: proposal,
  });
  const [next] = triaged.body['next'] as { id: string }[];
  const decided = await office.insist('leader', 'PUT', `/api/tasks/${next?.id}/outcome`, { version: 1, outcome: 'granted', with: {} });
  return decided.status === 200 ? 'granted' : String(decided.body['code']);
}

async function killByTurns({ stack }: StackOffice): Promise<void> {
  for (const [turn, victim] of victims.entries()) {
    await pause(GAPS_MS[turn % GAPS_MS.length]);
    const pid = stack.processes[victim]?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
}

async function fill(url: string, amount: number): Promise<void> {
  const database = openDatabase({ url, poolSize: 1 });
  const year = Number(businessNow().slice(0, 4));
  try {
    await database.transact(systemActor, businessNow(), (tx) =>
      topUpReserve(tx, { township: TOWNSHIP, year, amount: fen(amount), source: '演财〔2026〕1号' }),
    );
  } finally {
    await database.close();
  }
}

async function examine(url: string): Promise<{ lost: unknown[]; broken: unknown[] }> {
  const database = openDatabase({ url, poolSize: 1 });
  try {
    const lost = await database.transact(systemActor, businessNow(), casesWaitingOnNobody);
    const checks = await database.transact(systemActor, businessNow(), checkPayments);
    return { lost, broken: checks.filter((check) => check.broken !== 0) };
  } finally {
    await database.close();
  }
}

async function paidByBank(admin: string): Promise<number> {
  const [row] = await query<{ fen: number }>(
    admin,
    `select coalesce(sum(fen), 0)::float8 as fen from pay_intent where state = 'paid' and channel = 'bank'`,
  );
  return row?.fen ?? -1;
}

/** What the bank has booked lies on its own disk. */
function bookedAt(dataFolder: string): number {
  return readFileSync(join(dataFolder, 'bank.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"what":"booked"'))
    .map((line) => JSON.parse(line) as { kind: string; fen: number })
    .reduce((sum, { kind, fen: moved }) => sum + (kind === 'payment' ? moved : -moved), 0);
}
