// A case that waits for its money: it goes on when the money has arrived, waits through a return, and is told when two people give it up.

import {
  answerGivingUp,
  askToGiveUp,
  claimToSend,
  ledgerOf,
  retryPayment,
  setMeta,
  forgetCases,
  payerOf,
  setPayeeAccount,
  takeAnswers,
} from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeriod } from '../../services/database/src/commands/open-period.ts';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { query } from '../support/database.ts';
import { openPayingHall, type PayingHall } from './paying-hall.ts';

let hall: PayingHall;
beforeAll(async () => {
  hall = await openPayingHall();
  await hall.system((tx) => setMeta(tx, 'sandbox', true));
});
afterAll(() => hall.close());

/** A case whose process waits for its first stage, which has been sent. */
async function waiting(amount: number): Promise<{ caseId: string; intent: string; instruction: string }> {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  const intent = await hall.plan(caseId, { fen: fen(amount) });
  await hall.system(async (tx) => openPeriod(tx, await lockCase(tx, { caseId }), 'payment', 1));
  await hall.approveAll();
  await hall.system((tx) => claimToSend(tx));
  const [row] = await query<{ instruction: string }>(
    hall.urls.admin,
    'select instruction_id as instruction from pay_intent where id = $1',
    [intent],
  );
  return { caseId, intent, instruction: row?.instruction ?? '' };
}

async function periodOf(caseId: string): Promise<string | null | undefined> {
  const [row] = await query<{ outcome: string | null }>(
    hall.urls.admin,
    `select outcome from period where case_id = $1 and kind = 'payment'`,
    [caseId],
  );
  return row?.outcome;
}

const kinds = (caseId: string) => hall.system(async (tx) => (await ledgerOf(tx, caseId)).map(({ kind }) => kind));

test('money that has arrived ends the waiting, once, however often it is told', async () => {
  const { caseId, instruction } = await waiting(20_001);
  expect(await periodOf(caseId)).toBeNull();
  const paid = { instruction, reference: 'B1', result: 'paid', fen: 20_001 } as const;
  const tell = () => hall.system((tx) => takeAnswers(tx, [paid], 'callback'));
  // Two that are told at the same moment wait for each other.
  expect((await Promise.all([tell(), tell()])).flat().sort()).toEqual(['repeated', 'taken']);
  expect(await tell()).toEqual(['repeated']);
  expect(await periodOf(caseId)).toBe('paid');
  expect((await kinds(caseId)).filter((kind) => kind === 'payment.paid')).toHaveLength(1);
});

test('money that came back leaves the case waiting, until the next attempt arrives', async () => {
  const { caseId, intent, instruction } = await waiting(20_002);
  const back = { instruction, reference: null, result: 'returned', fen: 20_002, reason: 'account-closed' } as const;
  expect(await hall.system((tx) => takeAnswers(tx, [back], 'callback'))).toEqual(['to-confirm']);
  expect(await hall.stateOf(intent)).toBe('sent');
  expect(await hall.system((tx) => takeAnswers(tx, [back], 'query'))).toEqual(['taken']);
  expect(await periodOf(caseId)).toBeNull();
  expect(await kinds(caseId)).toContain('payment.returned');
  await expect(hall.as('finance', (tx) => retryPayment(tx, { intentId: intent }))).rejects.toMatchObject({ code: 'PAYEE_ACCOUNT_MISSING' });
  await hall.as('caseworker', (tx) => setPayeeAccount(tx, { caseId, bank: '演示银行', account: '6200000000007777', holder: '示甲一' }));
  const next = await hall.as('finance', (tx) => retryPayment(tx, { intentId: intent }));
  await hall.approveAll();
  const [sent] = await hall.system((tx) => claimToSend(tx));
  expect(sent).toMatchObject({ fen: 20_002, payee: { account: '6200000000007777' } });
  await hall.system((tx) => takeAnswers(tx, [{ instruction: sent!.instruction, reference: 'B3', result: 'paid', fen: 20_002 }], 'reply'));
  expect(await hall.stateOf(next)).toBe('paid');
  expect(await periodOf(caseId)).toBe('paid');
  // The first attempt, said to be paid after all: one occasion is paid once.
  expect(await hall.system((tx) => takeAnswers(tx, [{ instruction, reference: 'B4', result: 'paid', fen: 20_002 }], 'query'))).toEqual([
    'contradicts',
  ]);
  expect(await hall.stateOf(intent)).toBe('returned');
});

test('what two people give up ends the waiting, and its money is free again', async () => {
  const { caseId, intent, instruction } = await waiting(20_003);
  // While it is on its way nobody gives it up, and nobody tries it again.
  await expect(hall.as('finance', (tx) => askToGiveUp(tx, { intentId: intent, reason: '已不在本地' }))).rejects.toMatchObject({
    code: 'PAYMENT_STATE',
  });
  await expect(hall.as('finance', (tx) => retryPayment(tx, { intentId: intent }))).rejects.toMatchObject({ code: 'PAYMENT_STATE' });
  await hall.system((tx) =>
    takeAnswers(tx, [{ instruction, reference: null, result: 'returned', fen: 20_003, reason: 'other' }], 'statement'),
  );
  await hall.as('finance', (tx) => askToGiveUp(tx, { intentId: intent, reason: '已不在本地' }));
  await expect(hall.as('finance', (tx) => answerGivingUp(tx, { intentId: intent, agrees: true }))).rejects.toMatchObject({
    code: 'SAME_PERSON',
  });
  await hall.as('finance-2', (tx) => answerGivingUp(tx, { intentId: intent, agrees: true }));
  expect(await periodOf(caseId)).toBe('given-up');
  expect(await kinds(caseId)).toContain('payment.given-up');
});

test('a lesson that forgets its cases forgets their money, and pays from another account of the bank', async () => {
  await hall.topUp(100);
  const before = await hall.system((tx) => payerOf(tx));
  expect(await hall.system((tx) => payerOf(tx))).toBe(before);
  await hall.system((tx) => forgetCases(tx));
  for (const table of [
    'pay_intent',
    'pay_account',
    'pay_batch',
    'money_posting',
    'money_line',
    'reserve_fund',
    'reserve_move',
    'bank_answer',
    'bank_entry',
  ])
    expect(await query(hall.urls.admin, `select 1 from ${table}`), table).toEqual([]);
  expect(await hall.system((tx) => payerOf(tx))).not.toBe(before);
});
