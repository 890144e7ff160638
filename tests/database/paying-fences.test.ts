// What the database itself does not let happen to money, whoever asks: attacks past every command.

import { claimToSend } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openPayingHall, type PayingHall, township } from './paying-hall.ts';

let hall: PayingHall;
beforeAll(async () => {
  hall = await openPayingHall();
});
afterAll(() => hall.close());

const newCase = () => hall.apply(hall.at('2026-09-01'));
const admin = (text: string, values: unknown[] = []) => query(hall.urls.admin, text, values);

/** As the API's login, inside the fence. */
async function asApp(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: hall.urls.app });
  await client.connect();
  try {
    await client.query(`begin; select set_config('app.townships', '*', true)`);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

test('a posting that does not balance fails at the commit, and so does one with a single side or with none', async () => {
  const head = `with p as (insert into money_posting (township, at, kind) values ('${township}', now(), 'top-up') returning id) `;
  const line = (sides: string) =>
    `${head} insert into money_line (posting_id, number, township, account, fen) select id, n, '${township}', a, f from p, (values ${sides}) v(n, a, f)`;
  await expect(admin(line(`(1, 'budget', -100), (2, 'reserve-fund', 99)`))).rejects.toThrow(/does not balance/);
  await expect(admin(line(`(1, 'budget', -100)`))).rejects.toThrow(/does not balance/);
  await expect(admin(`insert into money_posting (township, at, kind) values ('${township}', now(), 'top-up')`)).rejects.toThrow(
    /does not balance/,
  );
  await expect(admin(line(`(1, 'budget', 0), (2, 'reserve-fund', 0)`))).rejects.toThrow(/money_line_moves/);
  await admin(line(`(1, 'budget', -100), (2, 'reserve-fund', 100)`));
});

test('the logins of the office cannot write the books, the fund or its movements by themselves', async () => {
  for (const statement of [
    `insert into money_posting (township, at, kind) values ('${township}', now(), 'pay')`,
    `insert into reserve_fund values ('${township}', 2027, 5)`,
    `update reserve_fund set balance_fen = 1`,
    `insert into reserve_move (township, year, kind, fen, balance_fen, source, by_name, at) values ('${township}', 2026, 'top-up', 1, 1, 'x', 'x', now())`,
    `delete from pay_intent`,
    `update bank_answer set verdict = 'taken'`,
    `select move_reserve('${township}', 2026, 'put-back', 5, null, null, null, 'x', now())`,
  ])
    await expect(asApp(statement), statement).rejects.toThrow(/permission denied/);
});

test('who prepares a batch does not approve it, and nobody approves alone, not even past the commands', async () => {
  const intent = await hall.plan(await newCase());
  const [finance, other, caseworker] = ['finance', 'finance-2', 'caseworker'].map((who) => hall.people[who]?.account);
  const batch = `insert into pay_batch (id, township, number, lines, sum_fen, prepared_by, prepared_by_name, prepared_at, approved_by, approved_by_name, approved_at)
    values (gen_random_uuid(), '${township}', gen_random_uuid()::text, 1, 50000, $1, 'x', now(), $2, 'x', now()) returning id`;
  await expect(admin(batch, [finance, finance])).rejects.toThrow(/pay_batch_two_people/);
  const [{ id } = { id: '' }] = await query<{ id: string }>(hall.urls.admin, batch, [finance, other]);
  const approve = `update pay_intent set state = 'approved', approved_by = $2, approved_by_name = 'x', approved_at = now()`;
  // Somebody else than who approved the batch; nobody's batch; and the planner of the payment.
  await expect(admin(`${approve}, batch_id = $3 where id = $1`, [intent, finance, id])).rejects.toThrow(/second person/);
  await expect(admin(`${approve} where id = $1`, [intent, caseworker])).rejects.toThrow(/pay_intent_two_people/);
  await expect(admin(`update pay_intent set state = 'approved' where id = $1`, [intent])).rejects.toThrow(/pay_intent_approved/);
});

test('a payment goes its way in order: nothing is sent twice, sent unapproved, or paid before it was sent', async () => {
  const intent = await hall.plan(await newCase(), { stage: 1 });
  for (const state of ['sent', 'unknown', 'paid', 'returned'])
    await expect(admin(`update pay_intent set state = $2 where id = $1`, [intent, state])).rejects.toThrow(/does not become/);
  await hall.approveAll();
  await expect(admin(`update pay_intent set state = 'paid' where id = $1`, [intent])).rejects.toThrow(/does not become/);
  await hall.system((tx) => claimToSend(tx));
  for (const state of ['approved', 'planned', 'cancelled'])
    await expect(admin(`update pay_intent set state = $2 where id = $1`, [intent, state])).rejects.toThrow(/does not become/);
  await admin(`update pay_intent set state = 'unknown' where id = $1`, [intent]);
  for (const state of ['sent', 'approved', 'planned'])
    await expect(admin(`update pay_intent set state = $2 where id = $1`, [intent, state])).rejects.toThrow(/does not become/);
  await expect(admin(`update pay_intent set sent_at = now() where id = $1`, [intent])).rejects.toThrow(/stays as it was/);
  await expect(admin(`update pay_intent set fen = fen + 1 where id = $1`, [intent])).rejects.toThrow(/stays as it was/);
  await expect(admin(`update pay_intent set payee_account = '99999999' where id = $1`, [intent])).rejects.toThrow(/stays as it was/);
});

test('a second attempt beside one that lives cannot be written, and no amount outside its bounds', async () => {
  const intent = await hall.plan(await newCase());
  const again = (change: string) =>
    admin(
      `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, payee_name, state, instruction_id, planned_by_name, planned_at)
       select gen_random_uuid(), township, case_id, programme, kind, ${change}, channel, source, payee_name, 'planned', gen_random_uuid()::text, 'x', now() from pay_intent where id = $1`,
      [intent],
    );
  await expect(again('occasion, 2, fen')).rejects.toThrow(/pay_intent_live/);
  await expect(again('occasion, 1, fen')).rejects.toThrow(/pay_intent_once|pay_intent_live/);
  for (const amount of [0, -1, 100_000_001]) await expect(again(`'9', 1, ${amount}`)).rejects.toThrow(/pay_intent_amount/);
  for (const occasion of ['0', '2026-13', 'x', '']) await expect(again(`'${occasion}', 1, fen`)).rejects.toThrow(/pay_intent_occasion/);
});

test('of sixty-four who draw from the fund at the same time, as many get it as it lasts for', { timeout: 60_000 }, async () => {
  await hall.topUp(1000);
  const cases: string[] = [];
  for (let i = 0; i < 64; i++) cases.push(await newCase());
  const approvedBy = { account: hall.people.leader!.account, name: '戊守正' };
  const ends = await Promise.allSettled(
    cases.map((caseId) => hall.plan(caseId, { channel: 'cash', from: 'reserve-fund', fen: fen(3000), approvedBy })),
  );
  const refused = ends.filter((end) => end.status === 'rejected');
  // 1,000.00 yuan last for 33 times 30.00.
  expect(ends.length - refused.length).toBe(33);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'RESERVE_FUND_EXHAUSTED', details: { balance: '10.00' } });
  const [fund] = await query<{ balance: number; moved: number; drawn: number }>(
    hall.urls.admin,
    `select f.balance_fen::float8 as balance, (select sum(fen)::float8 from reserve_move) as moved, (select count(*)::int from reserve_move where kind = 'draw') as drawn from reserve_fund f where year = 2026`,
  );
  expect(fund).toEqual({ balance: 1000, moved: 1000, drawn: 33 });
});

test('even a draw past every command leaves the fund at nothing or more', async () => {
  const caseId = await newCase();
  await expect(
    asApp(
      `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, fund_year, payee_name, state, instruction_id, planned_by_name, planned_at)
       values (gen_random_uuid(), '${township}', '${caseId}', 'temporary-aid', 'money', '1', 1, 100000, 'cash', 'reserve-fund', 2026, 'x', 'planned', 'X', 'x', now())`,
    ),
  ).rejects.toThrow(/reserve_fund_never_negative/);
});
