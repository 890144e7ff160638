// Nothing leaves for somebody who has died. M57 = 最低生活保障审核确认办法; TA2018 = 民发〔2018〕23号.
import {
  answerGivingUp,
  checkPayments,
  claimToSend,
  planPayment,
  registerRelative,
  reportDeath,
  retryPayment,
  setPayeeAccount,
  systemActor,
} from '@zhouji/database';
import { fen, type Household } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { query } from '../support/database.ts';
import { as, signed } from './discussion-scene.ts';
import { family, openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const account = { bank: '演示银行', account: '6200000000001234', holder: '示甲一' };

test('whoever dies alone is paid no more: the money is held at once, finance is shown why, and two people give it up', async () => {
  const id = await signed(hall, {}, alone());
  await as(hall, 'caseworker', '2026-09-14', (tx) => setPayeeAccount(tx, { caseId: id, ...account }));
  await as(hall, 'caseworker', '2026-09-15', (tx) => reportDeath(tx, { caseId: id, diedOn: '2026-09-14', reason: '村里报告。' }));
  const [held] = await intents(id);
  expect(held).toMatchObject({ state: 'planned', reason: '收款人已经死亡', asked: true });
  expect((await hall.ledger(id)).filter((kind) => kind === 'payment.held')).toHaveLength(1);
  await expect(answer('caseworker', held!.id, true)).rejects.toThrow('SAME_PERSON');
  await answer('finance', held!.id, true);
  expect((await intents(id))[0]).toMatchObject({ state: 'cancelled' });
  expect(await broken()).toEqual([]);
});

test('what was approved and not sent yet stays with us, and finance may let it stand', async () => {
  const id = await signed(hall, {}, alone());
  const [{ id: intent } = { id: '' }] = await intents(id);
  await as(hall, 'caseworker', '2026-09-14', (tx) => setPayeeAccount(tx, { caseId: id, ...account }));
  await query(
    hall.urls.admin,
    `update pay_intent set state = 'approved', approved_by = $2, approved_by_name = '己财务', approved_at = planned_at, next_at = planned_at where id = $1`,
    [intent, hall.people['finance-2']!.account],
  );
  await as(hall, 'caseworker', '2026-09-15', (tx) => reportDeath(tx, { caseId: id, reason: '村里报告。' }));
  const sent = await hall.database.transact(systemActor, hall.at('2026-09-15'), (tx) => claimToSend(tx));
  expect(sent).toEqual([]);
  await answer('finance', intent, false);
  expect((await intents(id))[0]).toMatchObject({ state: 'approved', asked: false });
});

test('a death that somebody without an account tells holds the money too, and two officers of finance decide', async () => {
  const id = await signed(hall, {}, alone());
  await hall.database.transact({ ...systemActor, name: '家属' }, hall.at('2026-09-15'), (tx) =>
    reportDeath(tx, { caseId: id, reason: '家属来电。' }),
  );
  const [held] = await intents(id);
  await answer('finance', held!.id, true);
  expect((await intents(id))[0]).toMatchObject({ state: 'planned', asked: true });
  await expect(answer('finance', held!.id, true)).rejects.toThrow('SAME_PERSON');
  await answer('finance-2', held!.id, true);
  expect((await intents(id))[0]).toMatchObject({ state: 'cancelled' });
});

test('a promise of another case to the same person is held as well, and what is in hand of somebody else is not', async () => {
  const id = await signed(hall, {}, alone());
  const [idNumber] = await query<{ number: string }>(
    hall.urls.admin,
    'select payee_id_number as number from pay_intent where case_id = $1',
    [id],
  );
  const other = await hall.apply(hall.at('2026-09-10'));
  const planFor = (stage: number, payee: { name: string; idNumber?: string }) =>
    as(hall, 'caseworker', '2026-09-14', async (tx) =>
      planPayment(tx, await lockCase(tx, { caseId: other }), {
        ...{ stage, fen: fen(50_000), channel: 'bank' as const, payee, from: 'assistance-fund' as const },
      }),
    );
  await planFor(1, { name: '示甲一', idNumber: idNumber!.number });
  await planFor(2, { name: '别家人' });
  await as(hall, 'caseworker', '2026-09-15', (tx) => reportDeath(tx, { caseId: id, reason: '村里报告。' }));
  expect((await intents(other)).map(({ asked }) => asked)).toEqual([true, false]);
});

test('what a household was promised goes to whoever receives for it now, to an account of their own', async () => {
  const id = await signed(hall);
  await as(hall, 'caseworker', '2026-09-14', (tx) => setPayeeAccount(tx, { caseId: id, ...account }));
  await as(hall, 'caseworker', '2026-09-15', (tx) => reportDeath(tx, { caseId: id, diedOn: '2026-09-14', reason: '村里报告。' }));
  expect(await intents(id)).toMatchObject([{ state: 'planned', payee: '示乙二', account: null, asked: false }]);
  await expect(
    as(hall, 'caseworker', '2026-09-15', (tx) => setPayeeAccount(tx, { caseId: id, ...account, holder: '别家人' })),
  ).rejects.toThrow('PAYEE_NOT_HOLDER');
  const own = { ...account, account: '6200000000005678', holder: '示乙二' };
  await as(hall, 'caseworker', '2026-09-15', (tx) => setPayeeAccount(tx, { caseId: id, ...own }));
  expect(await intents(id)).toMatchObject([{ payee: '示乙二', account: own.account }]);
  await hall.wake(id, hall.at('2026-09-16'));
  expect(await broken()).toEqual([]);
});

test('what comes back from the account of the dead is tried anew to whoever receives for the household', async () => {
  const id = await signed(hall);
  await as(hall, 'caseworker', '2026-09-14', (tx) => setPayeeAccount(tx, { caseId: id, ...account }));
  const [{ id: intent } = { id: '' }] = await intents(id);
  const finance = hall.people['finance-2']!.account;
  const step = (change: string) =>
    hall.database.transact(systemActor, hall.at('2026-09-14'), (tx) => tx.rows(`update pay_intent set ${change} where id = $1`, [intent]));
  await query(hall.urls.admin, `update pay_intent set state = 'approved', approved_by = $2, approved_at = planned_at where id = $1`, [
    intent,
    finance,
  ]);
  await step(`state = 'sent', sent_at = planned_at, not_after = planned_at`);
  await step(`state = 'returned', settled_at = planned_at, return_reason = 'account-closed'`);
  await as(hall, 'caseworker', '2026-09-15', (tx) => reportDeath(tx, { caseId: id, reason: '村里报告。' }));
  const retry = () => as(hall, 'finance', '2026-09-15', (tx) => retryPayment(tx, { intentId: intent }));
  await expect(retry()).rejects.toThrow('PAYEE_NOT_HOLDER');
  await as(hall, 'caseworker', '2026-09-15', (tx) =>
    setPayeeAccount(tx, { caseId: id, ...account, account: '6200000000005678', holder: '示乙二' }),
  );
  await retry();
  expect((await intents(id))[1]).toMatchObject({ state: 'planned', payee: '示乙二' });
});

test('a recused officer enters no account, also past the page [M57 11]', async () => {
  const id = await signed(hall);
  await as(hall, 'county', '2026-09-14', (tx) =>
    registerRelative(tx, { caseId: id, member: '示甲一', officer: hall.people['caseworker']!.name, relation: 'child' }),
  );
  await expect(as(hall, 'caseworker', '2026-09-14', (tx) => setPayeeAccount(tx, { caseId: id, ...account }))).rejects.toThrow('RECUSED');
  await as(hall, 'caseworker-2', '2026-09-14', (tx) => setPayeeAccount(tx, { caseId: id, ...account }));
});

/** Somebody without a family. */
function alone(): Household {
  const { members, income, ...household } = family();
  return { ...household, members: members.slice(0, 1), income };
}

async function answer(who: string, intentId: string, agrees: boolean): Promise<void> {
  await as(hall, who, '2026-09-16', (tx) => answerGivingUp(tx, { intentId, agrees }));
}

function intents(caseId: string): Promise<{ id: string; state: string; payee: string; account: string | null; asked: boolean }[]> {
  return query(
    hall.urls.admin,
    'select id, state, payee_name as payee, payee_account as account, give_up_reason as reason, give_up_at is not null as asked from pay_intent where case_id = $1 order by occasion, attempt',
    [caseId],
  );
}

async function broken(): Promise<unknown[]> {
  const checks = await as(hall, 'finance', '2026-09-21', (tx) => checkPayments(tx));
  return checks.filter((check) => check.broken !== 0);
}
