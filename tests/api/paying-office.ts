// An office that pays: the API listening, the worker's side of the bank, and a simulated bank that goes wrong as often as it is told.

import { openBank } from '@zhouji/bank';
import { type MoneyCheck, checkPayments, systemActor } from '@zhouji/database';
import { type SimulatedBank, startSimulatedBank } from '@zhouji/local';
import { type Payments, startPayments } from '@zhouji/worker';
import { openOffice, type TestOffice } from './open-office.ts';

export const SECRET = 'what the bank and the office of the tests share';
const NEVER_MS = 1_000_000_000;

export interface PayingOffice extends TestOffice {
  bank: SimulatedBank;
  payments: Payments;
  log: string[];
  /** Moves the clock on. */
  pass(ms: number): void;
  /** Sentences of money that do not hold. */
  broken(): Promise<MoneyCheck[]>;
  /** A month's list, made, prepared by one officer and approved by the other. */
  approve(month: string): Promise<{ lines: number; sum: string }>;
}

export async function openPayingOffice({ faultRate = 0, now = '2026-09-10T02:00:00.000Z' } = {}): Promise<PayingOffice> {
  const office = await openOffice({ bankSecret: SECRET, now });
  const url = await office.app.listen({ port: 0, host: '127.0.0.1' });
  const log: string[] = [];
  const clock = () => office.clock.now();
  const bank = await startSimulatedBank({
    ...{ port: 0, secret: SECRET, callbackUrl: url, now: clock, delayMs: NEVER_MS, lateMs: NEVER_MS, faultRate },
    log: (line) => log.push(line),
  });
  const time = { now: async () => clock(), instantOf: async () => ({ instant: clock(), isTrusted: true }) };
  const payments = startPayments({
    ...{ database: office.database, time, everyMs: NEVER_MS },
    bank: openBank({ url: bank.url, secret: SECRET, now: clock }),
    log: (line) => log.push(line),
  });
  return {
    ...office,
    ...{ bank, payments, log },
    pass: (ms) => office.clock.set(new Date(Date.parse(clock()) + ms).toISOString()),
    broken: async () =>
      (await office.database.transact(systemActor, clock(), (tx) => checkPayments(tx))).filter((check) => check.broken !== 0),
    async approve(month) {
      await must(office.ask('finance', 'POST', '/api/pay-lists', { month }));
      const { id, lines, sum } = await must<{ id: string; lines: number; sum: string }>(
        office.ask('finance', 'POST', '/api/pay-batches', { township: '999901101' }),
      );
      await must(office.ask('finance-2', 'POST', `/api/pay-batches/${id}/approval`, { lines, sum }));
      return { lines, sum };
    },
    async close() {
      await payments.stop();
      await bank.stop();
      await office.close();
    },
  };
}

async function must<Body>(asked: Promise<{ status: number; body: unknown }>): Promise<Body> {
  const { status, body } = await asked;
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body as Body;
}
