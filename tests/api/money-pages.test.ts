// What the pages of money tell to whom: the office that works them off, and whoever receives. M57 25; TA2018 2(4).
import { planPayment, type PlannedPayment, systemActor } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { query } from '../support/database.ts';
import { putDownAwards } from '../support/many-awards.ts';
import { household, openOffice, type TestOffice } from './open-office.ts';
import { apply, must } from './walk.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ now: '2026-09-10T02:00:00.000Z' });
});
afterAll(() => office.close());

const township = '999901101';
const payee = { name: '甲秋实', account: '6200000000001234', bank: '演示银行' };

interface Tracked {
  payments: { occasion: string; state: string; on: string | null; account: string | null; reason: string | null; amount: string }[];
}

test('whoever receives reads how far each payment has come, on which day, to which account, and why it came back', async () => {
  const { caseId, receipt } = await apply(office, 901);
  const sent = await plan(caseId, { stage: 1 });
  const back = await plan(caseId, { stage: 2 });
  const paid = await plan(caseId, { stage: 3 });
  await approve();
  await plan(caseId, { stage: 4, payee: { name: '甲秋实' } });
  await plan(caseId, { stage: 5 });
  for (const id of [sent, back, paid]) await move(id, `state = 'sent', sent_at = $2, not_after = $2, next_at = null`);
  await move(back, `state = 'returned', settled_at = $2, return_reason = 'account-closed'`);
  await move(paid, `state = 'paid', settled_at = $2`);
  const proof = await must(office.ask<{ proof: string }>(null, 'POST', `/api/track/${receipt}/proof`, { lastFour: lastFour(901) }));
  const { body } = await must(
    office.ask<Tracked>(null, 'GET', `/api/track/${receipt}`, undefined, { 'x-tracking-proof': proof.body.proof }),
  );
  const account = '演示银行 **** 1234';
  expect(
    Object.fromEntries(body.payments.map(({ occasion, state, on, account: to, reason }) => [occasion, [state, on, to, reason]])),
  ).toEqual({
    1: ['with-bank', '2026-09-10', account, null],
    2: ['returned', '2026-09-10', account, '账户已销户'],
    3: ['paid', '2026-09-10', account, null],
    4: ['needs-account', null, null, null],
    5: ['coming', null, account, null],
  });
  expect(JSON.stringify(body)).not.toContain('6200000000001234');
});

test('the township reads in a list what came back in its cases, until the account is entered and it is paid again', async () => {
  const { caseId } = await apply(office, 903);
  const { caseId: elsewhere } = await apply(office, 904, { township: '999901102' });
  const back = await plan(caseId, { stage: 1 });
  await approve();
  await move(back, `state = 'sent', sent_at = $2, not_after = $2, next_at = null`);
  await move(back, `state = 'returned', settled_at = $2, return_reason = 'account-closed'`);
  const listOf = async (who: string) =>
    (
      await must(
        office.ask<{ items: { caseId: string; returnReason: string; hasNewAccount: boolean }[] }>(who, 'GET', '/api/returned-payments'),
      )
    ).body.items;
  const mine = async () => (await listOf('caseworker')).filter((line) => line.caseId === caseId);
  expect(await mine()).toMatchObject([{ returnReason: 'account-closed', hasNewAccount: false, lastFour: '1234' }]);
  expect(JSON.stringify(await mine())).not.toContain(payee.account);
  expect((await listOf('baishi-caseworker')).filter((line) => line.caseId === caseId || line.caseId === elsewhere)).toEqual([]);
  expect((await office.ask('citizen', 'GET', '/api/returned-payments')).status).toBe(403);
  await must(
    office.ask('caseworker', 'PUT', `/api/cases/${caseId}/payee-account`, {
      bank: '演示银行',
      account: '6200000000009876',
      holder: payee.name,
    }),
  );
  expect(await mine()).toMatchObject([{ hasNewAccount: true }]);
  await must(office.ask('finance', 'POST', `/api/payments/${back}/attempts`));
  expect(await mine()).toEqual([]);
});

test('the account of a quick relief stands with the payees, and in no step that everybody of the case reads', async () => {
  const call = {
    caller: { name: '演报信', phone: '13900000001', isAnonymous: false },
    ...{ person: { name: '演受助', persons: 3 }, place: {}, what: '家中失火。', vulnerable: [], danger: false },
  };
  const relief = await must(office.ask<{ caseId: string; task: string }>('caseworker', 'POST', '/api/reliefs', { call, township }));
  await must(office.ask('county-leader', 'POST', `/api/reserve-funds/${township}/top-ups`, { amount: '10000', source: '演财〔2026〕1号' }));
  const proposal = {
    persons: 3,
    amount: '820',
    channel: 'bank',
    reason: '没有住处。',
    witness: '演见证',
    payee: { ...payee, name: '演受助' },
  };
  await must(
    office.ask('caseworker', 'PUT', `/api/tasks/${relief.body.task}/outcome`, { version: 1, outcome: 'relief-first', with: proposal }),
  );
  const [kept] = await admin<{ payee: object }>(`select outcome_data -> 'payee' as payee from task where id = $1`, [relief.body.task]);
  expect(kept?.payee).toEqual({ name: '演受助', bank: '演示银行', account: '**** 1234', kept: 1 });
  // An account that somebody enters after the proposal was seen does not get the money of it.
  await must(
    office.ask('caseworker', 'PUT', `/api/cases/${relief.body.caseId}/payee-account`, {
      ...{ bank: '别的银行', account: '6299999999991234', holder: '演受助' },
    }),
  );
  const [decision] = await admin<{ id: string }>(`select id from task where case_id = $1 and kind = 'relief'`, [relief.body.caseId]);
  await must(office.ask('leader', 'PUT', `/api/tasks/${decision?.id}/outcome`, { version: 1, outcome: 'granted', with: {} }));
  const [intent] = await admin<{ account: string }>('select payee_account as account from pay_intent where case_id = $1', [
    relief.body.caseId,
  ]);
  expect(intent?.account).toBe(payee.account);
  const ledger = await admin(`select data from ledger where case_id = $1`, [relief.body.caseId]);
  expect(JSON.stringify(ledger)).not.toContain(payee.account);
});

test('a list from before there were payments is brought over by whoever has checked it, each line once, however often and by how many', async () => {
  const own = await openOffice({ now: '2026-09-10T02:00:00.000Z' });
  await putDownAwards(own.base.urls.admin, { count: 3 });
  const [list] = (await must(own.ask<{ items: { id: string }[] }>('finance', 'POST', '/api/pay-lists', { month: '2026-09' }))).body.items;
  const path = `/api/pay-lists/${list?.id}`;
  const unplanned = async () => (await own.ask<{ unplanned: number }>('finance', 'GET', path)).body.unplanned;
  expect(await unplanned()).toBe(0);
  await query(
    own.base.urls.admin,
    `set session_replication_role = replica; delete from money_line; delete from money_posting; delete from pay_intent`,
  );
  expect(await unplanned()).toBe(3);
  expect((await own.ask('leader', 'POST', `${path}/payments`)).status).toBe(403);
  expect((await own.ask('finance', 'POST', '/api/pay-lists/01900000-0000-7000-8000-000000000000/payments')).status).toBe(404);
  const both = await Promise.all([
    own.ask<{ planned: number }>('finance', 'POST', `${path}/payments`),
    own.ask<{ planned: number }>('finance-2', 'POST', `${path}/payments`),
  ]);
  expect(both.map(({ body }) => body.planned).toSorted()).toEqual([0, 3]);
  expect(await unplanned()).toBe(0);
  // Who brought it over is its planner, and so does not approve it.
  const bringer = both[0].body.planned === 3 ? 'finance' : 'finance-2';
  const other = bringer === 'finance' ? 'finance-2' : 'finance';
  const { body: batch } = await must(own.ask<{ id: string; lines: number; sum: string }>(other, 'POST', '/api/pay-batches', { township }));
  const approval = await own.ask(bringer, 'POST', `/api/pay-batches/${batch.id}/approval`, { lines: batch.lines, sum: batch.sum });
  expect(approval.body).toMatchObject({ code: 'SAME_PERSON' });
  await own.close();
});

test('ten thousand differences are read page by page, and the page of payments carries the first of them', async () => {
  await admin(
    `insert into reconciliation (at, payer, closed_through, our_lines, our_fen, bank_lines, bank_fen, differences)
     select now(), '99', now(), 10000, 10000, 0, 0, jsonb_agg(jsonb_build_object('instruction', 'ZJ' || lpad(n::text, 30, '0'), 'why', 'not-at-bank', 'ourFen', 1, 'bankFen', 0) order by n)
     from generate_series(1, 10000) n`,
  );
  const overview = await office.ask<{ reconciliation: { differences: object[]; differenceCount: number } }>(
    'finance',
    'GET',
    '/api/payments',
  );
  expect(overview.body.reconciliation).toMatchObject({ differenceCount: 10_000 });
  expect(overview.body.reconciliation.differences).toHaveLength(50);
  const read = (cursor = '') =>
    office.ask<{ items: { instruction: string }[]; count: number; next: string | null }>(
      ...(['finance', 'GET', `/api/reconciliation/differences${cursor}`] as const),
    );
  expect((await read()).body).toMatchObject({ count: 10_000, next: '100' });
  const last = (await read('?cursor=9900')).body;
  expect([last.items.length, last.items.at(-1)?.instruction, last.next]).toEqual([100, `ZJ${'0'.repeat(25)}10000`, null]);
  for (const wrong of ['?cursor=-1', '?cursor=1e3', '?cursor=abc']) expect((await read(wrong)).status).toBe(422);
  expect((await read('?cursor=999999999')).body).toMatchObject({ items: [], next: null });
  expect((await office.ask('leader', 'GET', '/api/reconciliation/differences')).status).toBe(403);
});

function plan(caseId: string, payment: Partial<PlannedPayment> & { stage: number }): Promise<string> {
  return office.database.transact(systemActor, office.clock.now(), async (tx) =>
    planPayment(tx, await lockCase(tx, { caseId }), { fen: fen(50_000), channel: 'bank', payee, from: 'assistance-fund', ...payment }),
  );
}

async function approve(): Promise<void> {
  const { body } = await must(office.ask<{ id: string; lines: number; sum: string }>('finance', 'POST', '/api/pay-batches', { township }));
  await must(office.ask('finance-2', 'POST', `/api/pay-batches/${body.id}/approval`, { lines: body.lines, sum: body.sum }));
}

/** A step of a payment, as the program takes it with the bank. */
async function move(id: string, change: string): Promise<void> {
  await office.database.transact(systemActor, office.clock.now(), (tx) =>
    tx.rows(`update pay_intent set ${change} where id = $1`, [id, office.clock.now()]),
  );
}

function admin<Row extends object>(text: string, values: unknown[] = []): Promise<(Row & Record<string, unknown>)[]> {
  return query<Row & Record<string, unknown>>(office.base.urls.admin, text, values);
}

function lastFour(serial: number): string {
  return household(serial).members[0]?.idNumber?.slice(-4) ?? '';
}
