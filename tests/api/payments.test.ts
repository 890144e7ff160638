// Paying at the doors of the API: who prepares, who approves, what the bank says in its own name and in that of others.

import { openBank, signatureHeader, signatureOf, timeHeader } from '@zhouji/bank';
import { startPayments } from '@zhouji/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { putDownAwards } from '../support/many-awards.ts';
import { openPayingOffice, type PayingOffice, SECRET } from './paying-office.ts';

interface PaymentBody {
  id: string;
  caseId: string;
  occasion: string;
  attempt: number;
  amount: string;
  state: string;
  instruction: string;
  lastFour: string | null;
  returnReason: string | null;
  isDisputed: boolean;
}
interface Overview {
  batches: { id: string; state: string; lines: number; sum: string }[];
  returned: PaymentBody[];
  unknown: PaymentBody[];
  givingUp: PaymentBody[];
  reconciliation: { difference: string; ourLines: number; differences: unknown[] } | null;
  refused: { verdict: string; instruction: string | null }[];
  books: { account: string; sum: string }[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const PATH = '/api/bank/answers';
/** In the order of the awards: what happens at the bank to the account of each. */
const tails = ['0001', '9011', '9008', '9009', '9004', '9006', '9007', '9001', '9003', '9012'];

let office: PayingOffice;
beforeAll(async () => {
  office = await openPayingOffice();
  await putDownAwards(office.base.urls.admin, { count: tails.length, account: (n) => `620000000000${tails[n - 1]}` });
});
afterAll(() => office.close());

const overview = async (who = 'finance') => (await office.ask<Overview>(who, 'GET', '/api/payments')).body;
const rows = <Row extends object>(text: string, values: unknown[] = []) =>
  query<Row & Record<string, unknown>>(office.base.urls.admin, text, values);

/** The payment of the nth award: its latest attempt. */
async function payment(n: number): Promise<PaymentBody & { state: string }> {
  const [row] = await rows<PaymentBody>(
    `select id, case_id as "caseId", state, instruction_id as instruction, attempt, fen::text as amount, return_reason as "returnReason", is_disputed as "isDisputed"
     from pay_intent where payee_name = $1 order by attempt desc limit 1`,
    [`示收款${n}`],
  );
  return row as PaymentBody;
}

/** Says something in the bank's name. */
async function tell(
  items: object[],
  { secret = SECRET, time = office.clock.now() } = {},
): Promise<{ status: number; body: { verdicts?: string[]; code?: string } }> {
  const body = { items };
  return office.ask(null, 'POST', PATH, body, { [timeHeader]: time, [signatureHeader]: signatureOf(secret, { path: PATH, time, body }) });
}

describe('a batch', () => {
  test('is prepared by one finance officer, and approved by the other as it was seen; nobody else', async () => {
    expect((await office.ask('finance', 'POST', '/api/pay-batches', { township: '999901101' })).body).toMatchObject({
      code: 'BATCH_EMPTY',
    });
    await office.ask('finance', 'POST', '/api/pay-lists', { month: '2026-09' });
    expect((await office.ask('caseworker', 'POST', '/api/pay-batches', { township: '999901101' })).status).toBe(403);
    const { body: batch } = await office.ask<{ id: string; lines: number; sum: string }>('finance', 'POST', '/api/pay-batches', {
      township: '999901101',
    });
    expect(batch).toMatchObject({ lines: tails.length, isYours: true, state: 'prepared' });
    const approval = `/api/pay-batches/${batch.id}/approval`;
    const seen = { lines: batch.lines, sum: batch.sum };
    expect((await office.ask('finance', 'POST', approval, seen)).body).toMatchObject({ code: 'SAME_PERSON' });
    expect((await office.ask('leader', 'POST', approval, seen)).body).toMatchObject({ code: 'NOT_YOUR_DUTY' });
    expect((await office.ask('finance-2', 'POST', approval, { ...seen, lines: 9 })).body).toMatchObject({ code: 'BATCH_CHANGED' });
    expect((await office.ask('finance-2', 'POST', approval, { ...seen, sum: '1.00' })).body).toMatchObject({ code: 'BATCH_CHANGED' });
    for (const sum of ['-1.00', '0', 'x', '1e9'])
      expect((await office.ask('finance-2', 'POST', approval, { ...seen, sum })).status).toBe(422);
    const key = { 'idempotency-key': 'approve-once-0001' };
    const first = await office.ask('finance-2', 'POST', approval, seen, key);
    expect(first.body).toMatchObject({ state: 'approved' });
    // Told twice it is approved once; and the same page once more is told that it is.
    expect((await office.ask('finance-2', 'POST', approval, seen, key)).body).toEqual(first.body);
    expect((await office.ask('finance-2', 'POST', approval, seen)).body).toMatchObject({ code: 'PAYMENT_STATE' });
    expect((await office.ask('finance-2', 'POST', '/api/pay-batches/00000000-0000-4000-8000-000000000000/approval', seen)).status).toBe(
      404,
    );
  });

  test('leaves to the bank by itself, once, and what comes of each payment is what the bank does with its account', async () => {
    await office.payments.check();
    // Two are silent at sending: they are unknown, and stand in the queue that has no way to send them again.
    expect((await overview()).unknown.map(({ lastFour }) => lastFour).sort()).toEqual(['9008', '9009']);
    await office.bank.flush();
    expect(await Promise.all([1, 2, 3, 4].map(async (n) => (await payment(n)).state))).toEqual(['paid', 'sent', 'unknown', 'unknown']);
    office.pass(2 * MINUTE);
    await office.payments.check();
    await office.bank.flush();
    office.pass(5 * MINUTE);
    await office.payments.check();
    expect(await payment(2)).toMatchObject({ state: 'returned', returnReason: 'name-mismatch' });
    expect(await payment(3)).toMatchObject({ state: 'paid' });
    // What the bank has never heard of is not returned because it says so when asked: only its closed statement proves it.
    expect(await payment(4)).toMatchObject({ state: 'unknown' });
    office.pass(DAY);
    await office.payments.check();
    expect(await payment(4)).toMatchObject({ state: 'returned', returnReason: 'not-received' });
    expect(await payment(10)).toMatchObject({ state: 'returned', returnReason: 'account-closed' });
    for (const n of [5, 6, 7, 8, 9]) expect(await payment(n), `${n}`).toMatchObject({ state: 'paid', isDisputed: false });
    const { reconciliation } = await overview();
    expect(reconciliation).toMatchObject({ difference: '0.00', differences: [], ourLines: 7 });
    expect(await office.broken()).toEqual([]);
  });
});

test('money of people never goes through a simulated bank', async () => {
  const log: string[] = [];
  const time = { now: async () => office.clock.now(), instantOf: async () => ({ instant: office.clock.now(), isTrusted: true }) };
  const bank = openBank({ url: office.bank.url, secret: SECRET, now: () => office.clock.now() });
  const payments = startPayments({
    database: office.database,
    time,
    bank,
    payer: '6200',
    isProduction: true,
    everyMs: DAY,
    log: (line) => log.push(line),
  });
  await payments.check();
  await payments.stop();
  expect(log.join()).toContain('simulated bank');
  expect(office.bank.ledger.lines('6200')).toEqual([]);
});

describe('what is said in the bank’s name', () => {
  test('with another key, about other content, or at another time is refused, kept, and changes nothing', async () => {
    const { instruction, amount } = await payment(1);
    const before = await rows(`select state, version from pay_intent order by id`);
    const item = { instruction, reference: 'F1', result: 'returned', fen: Number(amount), reason: 'account-closed' };
    for (const how of [
      { secret: 'somebody else’s' },
      { time: '2026-09-01T00:00:00.000Z' },
      { time: '2027-09-01T00:00:00.000Z' },
      { time: '' },
    ])
      expect(await tell([item], how)).toMatchObject({ status: 401, body: { code: 'BANK_SIGNATURE_WRONG' } });
    const time = office.clock.now();
    const signature = signatureOf(SECRET, { path: PATH, time, body: { items: [item] } });
    const changed = await office.ask(
      null,
      'POST',
      PATH,
      { items: [{ ...item, fen: 1 }] },
      { [timeHeader]: time, [signatureHeader]: signature },
    );
    expect(changed.status).toBe(401);
    expect((await office.ask(null, 'POST', PATH, { items: [item] })).status).toBe(401);
    expect(await rows(`select state, version from pay_intent order by id`)).toEqual(before);
    const kept = (await overview()).refused.filter((one) => one.instruction === instruction);
    expect(kept.filter(({ verdict }) => verdict === 'forged').length).toBeGreaterThanOrEqual(3);
    expect(kept.filter(({ verdict }) => verdict === 'stale').length).toBeGreaterThanOrEqual(2);
  });

  test('twice counts once, and what has no form is refused before anything', async () => {
    const { instruction, amount } = await payment(1);
    const again = { instruction, reference: 'another', result: 'paid', fen: Number(amount), reason: null };
    expect((await tell([again])).body.verdicts).toEqual(['contradicts']);
    expect((await tell([{ ...again, fen: Number(amount) + 1 }])).body.verdicts).toEqual(['amount-differs']);
    expect((await tell([{ ...again, instruction: 'ZJNOTHING' }])).body.verdicts).toEqual(['unknown-instruction']);
    expect(await payment(1)).toMatchObject({ state: 'paid', isDisputed: true });
    office.pass(MINUTE);
    await office.payments.check();
    // The bank, asked, has told what is so.
    expect(await payment(1)).toMatchObject({ state: 'paid', isDisputed: false });
    for (const items of [
      [],
      [{ ...again, fen: 0 }],
      [{ ...again, fen: -1 }],
      [{ ...again, fen: 1.5 }],
      [{ ...again, result: 'gone' }],
      [{ ...again, instruction: "'; drop table pay_intent" }],
      Array.from({ length: 1001 }, () => again),
    ])
      expect((await tell(items)).status).toBe(422);
  });
});

describe('what came back', () => {
  test('is not sent to the account that it came back from; with a right one it is a new attempt, which two people carry', async () => {
    const { id, caseId } = await payment(2);
    expect((await office.ask('finance', 'POST', `/api/payments/${id}/attempts`)).body).toMatchObject({ code: 'PAYEE_ACCOUNT_SAME' });
    const account = { bank: '演示银行', account: '6200000000000002', holder: '示收款2' };
    const path = `/api/cases/${caseId}/payee-account`;
    expect((await office.ask('finance', 'PUT', path, account)).status).toBe(403);
    expect((await office.ask('baishi-caseworker', 'PUT', path, account)).status).toBe(404);
    expect((await office.ask('caseworker', 'PUT', path, { ...account, holder: '示他人' })).body).toMatchObject({
      code: 'PAYEE_NOT_HOLDER',
    });
    for (const wrong of ['1234567', '62000000000000AB', '', '6'.repeat(31)])
      expect((await office.ask('caseworker', 'PUT', path, { ...account, account: wrong })).status, wrong).toBe(422);
    expect((await office.ask('caseworker', 'PUT', path, account)).status).toBe(200);
    const { body: shown } = await office.ask<{ account: { account: string } }>('leader', 'GET', `/api/cases/${caseId}/payments`);
    expect(shown.account.account).toBe('**** 0002');
    const { body: second } = await office.ask<{ id: string }>('finance', 'POST', `/api/payments/${id}/attempts`);
    expect((await office.ask<{ id: string }>('finance', 'POST', `/api/payments/${id}/attempts`)).body).toEqual(second);
    const { body: batch } = await office.ask<{ id: string; lines: number; sum: string }>('finance-2', 'POST', '/api/pay-batches', {
      township: '999901101',
    });
    // Whoever planned the attempt does not approve it, also when somebody else has put it into the batch.
    const approval = [`/api/pay-batches/${batch.id}/approval`, { lines: batch.lines, sum: batch.sum }] as const;
    expect((await office.ask('finance', 'POST', ...approval)).body).toMatchObject({ code: 'SAME_PERSON' });
    expect(
      (await office.ask('finance', 'POST', `/api/pay-batches/${batch.id}/dissolution`, { reason: '由另一人组批' })).body,
    ).toMatchObject({ state: 'dissolved' });
    const { body: own } = await office.ask<{ id: string; lines: number; sum: string }>('finance', 'POST', '/api/pay-batches', {
      township: '999901101',
    });
    expect((await office.ask('finance-2', 'POST', `/api/pay-batches/${own.id}/approval`, { lines: own.lines, sum: own.sum })).status).toBe(
      200,
    );
    await office.payments.check();
    await office.bank.flush();
    expect(await payment(2)).toMatchObject({ state: 'paid', attempt: 2 });
  });

  test('is given up when two people say so, and by one of them alone it is not', async () => {
    const { id } = await payment(10);
    const path = `/api/payments/${id}/giving-up`;
    expect((await office.ask('finance', 'POST', path, { reason: '' })).status).toBe(422);
    expect((await office.ask('finance', 'POST', path, { reason: '户主已迁出，由新地发放' })).status).toBe(200);
    expect((await office.ask('finance', 'POST', path, { reason: '再次' })).body).toMatchObject({ code: 'PAYMENT_STATE' });
    expect((await office.ask('finance', 'POST', `/api/payments/${id}/attempts`)).body).toMatchObject({ code: 'PAYMENT_STATE' });
    expect((await office.ask('finance', 'POST', `${path}/answer`, { agrees: true })).body).toMatchObject({ code: 'SAME_PERSON' });
    expect((await office.ask('finance-2', 'POST', `${path}/answer`, { agrees: false })).status).toBe(200);
    expect(await payment(10)).toMatchObject({ state: 'returned' });
    await office.ask('finance', 'POST', path, { reason: '户主已迁出，由新地发放' });
    expect((await office.ask('finance-2', 'POST', `${path}/answer`, { agrees: true })).status).toBe(200);
    expect(await payment(10)).toMatchObject({ state: 'cancelled' });
    expect((await office.ask('finance-2', 'POST', `${path}/answer`, { agrees: true })).body).toMatchObject({ code: 'PAYMENT_STATE' });
    const paid = await payment(1);
    expect((await office.ask('finance', 'POST', `/api/payments/${paid.id}/giving-up`, { reason: '不再发放' })).body).toMatchObject({
      code: 'PAYMENT_STATE',
    });
    expect(await office.broken()).toEqual([]);
  });
});

describe('the reserve fund', () => {
  test('is topped up by the county’s leader with the source said, and shown with what went in and out [TA2018 3(3)]', async () => {
    const path = '/api/reserve-funds/999901101/top-ups';
    const given = { amount: '50000', source: '演财社〔2026〕18号' };
    for (const who of ['finance', 'leader', 'caseworker']) expect((await office.ask(who, 'POST', path, given)).status).toBe(403);
    for (const amount of ['0', '0.00'])
      expect((await office.ask('county-leader', 'POST', path, { ...given, amount })).body).toMatchObject({ code: 'PAYMENT_AMOUNT' });
    for (const amount of ['-1', '1e6', '1.005', '', '9999999999'])
      expect((await office.ask('county-leader', 'POST', path, { ...given, amount })).status).toBe(422);
    expect((await office.ask('county-leader', 'POST', path, { ...given, amount: '1000000.01' })).body).toMatchObject({
      code: 'PAYMENT_AMOUNT',
    });
    expect((await office.ask('county-leader', 'POST', '/api/reserve-funds/110101001/top-ups', given)).status).toBe(404);
    const { body } = await office.ask<{ funds: object[]; moves: object[] }>('county-leader', 'POST', path, given);
    expect(body.funds).toContainEqual({ township: { code: '999901101', name: expect.any(String) }, year: 2026, balance: '50000.00' });
    expect(body.moves[0]).toMatchObject({ kind: 'top-up', amount: '50000.00', balance: '50000.00', source: given.source });
  });
});
