// Intents, their approval, their money in the books, and the fences that the database itself holds.

import { checkPayments, claimToSend, recordHandOver, reserveFundOf, takeAnswers } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { openPayingHall, payee, type PayingHall, township } from './paying-hall.ts';

let hall: PayingHall;
beforeAll(async () => {
  hall = await openPayingHall();
});
afterAll(() => hall.close());

const newCase = () => hall.apply(hall.at('2026-09-01'));

test('a stage of a case is planned once; planned again it is the same, with another amount it is refused', async () => {
  const caseId = await newCase();
  const first = await hall.plan(caseId);
  expect(await hall.plan(caseId)).toBe(first);
  await expect(hall.plan(caseId, { fen: fen(50_001) })).rejects.toMatchObject({ code: 'PAYMENT_PLANNED' });
  expect(await hall.plan(caseId, { stage: 2 })).not.toBe(first);
});

test('nothing, less than nothing, parts of a fen and more than a million yuan are no payment', async () => {
  const caseId = await newCase();
  for (const amount of [0, -1, 0.5, Number.NaN, 100_000_001, Number.MAX_SAFE_INTEGER + 1])
    await expect(hall.plan(caseId, { fen: amount as never })).rejects.toMatchObject({ code: 'PAYMENT_AMOUNT' });
  expect(await hall.stateOf(await hall.plan(caseId, { fen: fen(100_000_000) }))).toBe('planned');
});

test('an account in another name is refused', async () => {
  const caseId = await newCase();
  await expect(hall.plan(caseId, { payee: { ...payee, holder: '示丙三' } })).rejects.toMatchObject({ code: 'PAYEE_NOT_HOLDER' });
});

test('the reserve fund pays what it holds to the last fen, and no fen more [TA2018 3(3)]', async () => {
  await hall.topUp(500);
  const relief = { channel: 'cash', from: 'reserve-fund', approvedBy: { account: hall.people.leader!.account, name: '戊守正' } } as const;
  const one = await newCase();
  await expect(hall.plan(one, { ...relief, fen: fen(50_001) })).rejects.toMatchObject({ code: 'RESERVE_FUND_EXHAUSTED' });
  const intent = await hall.plan(one, { ...relief, fen: fen(50_000) });
  expect(await hall.stateOf(intent)).toBe('approved');
  expect((await hall.system((tx) => reserveFundOf(tx, township, 2026))).balance).toBe(0);
  await expect(hall.plan(await newCase(), { ...relief, fen: fen(1) })).rejects.toMatchObject({ code: 'RESERVE_FUND_EXHAUSTED' });
  await hall.as('caseworker', async (tx) => {
    const frame = await lockCase(tx, { caseId: one });
    const given = { stage: 1, receivedBy: '示甲一', proof: 'signature', witness: '演丙三' } as const;
    expect(await recordHandOver(tx, frame, given)).toEqual([intent]);
    expect(await recordHandOver(tx, frame, given)).toEqual([intent]);
  });
  expect(await hall.stateOf(intent)).toBe('paid');
});

test('who proposes a relief does not approve it', async () => {
  const caseId = await newCase();
  const approvedBy = { account: hall.people.caseworker!.account, name: '乙明理' };
  await expect(hall.plan(caseId, { approvedBy })).rejects.toMatchObject({ code: 'SAME_PERSON' });
});

test('an approved batch is sent once, and a paid answer moves its money', async () => {
  const intent = await hall.plan(await newCase(), { fen: fen(12_345) });
  await hall.approveAll();
  const sent = await hall.system((tx) => claimToSend(tx));
  const own = sent.find(({ fen: amount }) => amount === 12_345)!;
  expect(await hall.system((tx) => claimToSend(tx))).toEqual([]);
  const answer = { instruction: own.instruction, reference: 'B1', result: 'paid', fen: 12_345 } as const;
  expect(await hall.system((tx) => takeAnswers(tx, [answer, answer], 'callback'))).toEqual(['taken', 'repeated']);
  expect(await hall.stateOf(intent)).toBe('paid');
  const broken = (await hall.system((tx) => checkPayments(tx))).filter((check) => check.broken !== 0);
  expect(broken).toEqual([]);
});
