// Nobody is lost [LAW 39, 50]: what waits for a person who does not exist is found, whoever it is that is missing.
import { lookAhead } from '@zhouji/api/look-ahead';
import { casesWaitingOnNobody, type LostCase, openRelief, putOnRoster, systemActor, takeOffRoster, type Tx } from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { approval, invitedTo, seats } from './discussion-scene.ts';
import { openPayingHall, type PayingHall } from './paying-hall.ts';

let hall: PayingHall;
beforeAll(async () => {
  hall = await openPayingHall();
});
afterAll(() => hall.close());

async function whyLost(caseId: string, at = hall.at('2026-09-15')): Promise<LostCase['why'] | undefined> {
  const lost = await hall.database.transact(systemActor, at, casesWaitingOnNobody);
  return lost.find((one) => one.caseId === caseId)?.why;
}

/** As the owner of the server would. */
function plant(sql: string, values: unknown[] = []): Promise<unknown> {
  return query(hall.urls.admin, sql, values);
}

/** Everybody who could do it is away while the work is done. */
async function without(usernames: readonly string[], work: () => Promise<void>): Promise<void> {
  await plant('update account set disabled_at = now() where username = any ($1)', [usernames]);
  try {
    await work();
  } finally {
    await plant('update account set disabled_at = null where username = any ($1)', [usernames]);
  }
}

test('minutes are found whose one signer was recused in the meeting, and not those of a meeting without them', async () => {
  const { id } = await invitedTo(hall);
  const bound = [...seats(4), { department: 'education', name: '辛持平', recusedBecause: '与申请家庭有亲属关系。' }];
  await hall.give(id, 'county', { kind: 'meeting', outcome: 'approved', with: approval({ seats: bound }), at: hall.at('2026-09-11') });
  await plant('update nudge set sent = dirty where case_id = $1', [id]);
  expect(await hall.open(id)).toEqual(['minutes:1']);
  expect(await whyLost(id)).toBe('nobody-can');

  const other = await invitedTo(hall);
  await hall.give(other.id, 'county', { kind: 'meeting', outcome: 'approved', with: approval(), at: hall.at('2026-09-11') });
  await plant('update nudge set sent = dirty where case_id = $1', [other.id]);
  expect(await whyLost(other.id)).toBeUndefined();
});

test('a payment is found that one finance officer is left for: it takes two', async () => {
  const { id } = await invitedTo(hall);
  await hall.give(id, 'county', { kind: 'meeting', outcome: 'approved', with: approval(), at: hall.at('2026-09-11') });
  await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
  await plant('update nudge set sent = dirty where case_id = $1', [id]);
  expect(await whyLost(id)).toBeUndefined();
  await without(['finance-2'], async () => {
    expect(await whyLost(id)).toBe('nobody-can');
  });
  expect(await whyLost(id)).toBeUndefined();
});

test('a payment that two have approved waits for the bank alone, whoever is away', async () => {
  const { id } = await invitedTo(hall);
  await hall.give(id, 'county', { kind: 'meeting', outcome: 'approved', with: approval(), at: hall.at('2026-09-11') });
  await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
  await plant(
    `update pay_intent set payee_account = '6200000000001234', payee_bank = '演示银行', state = 'approved', approved_by = (select id from account where username = 'finance'),
       approved_by_name = '甲清算', approved_at = now() where case_id = $1`,
    [id],
  );
  await plant('update nudge set sent = dirty where case_id = $1', [id]);
  await without(['finance', 'finance-2'], async () => {
    expect(await whyLost(id)).toBeUndefined();
  });
});

const baishi = '999901102';

/** A relief that waits for its decision on 2026-09-15, in a township whose leader is away. */
async function proposed(): Promise<string> {
  const at = hall.at('2026-09-14');
  const call = { caller: { isAnonymous: true }, person: { name: '演断炊' }, place: {}, what: '家里断粮。', vulnerable: [], danger: false };
  const caseId = await hall.database.transact(hall.people['baishi-caseworker']!, at, async (tx) => {
    const { id } = await openRelief(tx, { call, township: baishi });
    await lookAhead(tx, id);
    return id;
  });
  const wanted = { persons: 1, channel: 'cash', amount: '500', reason: '断粮。', witness: '演见证' };
  await hall.give(caseId, 'baishi-caseworker', { kind: 'triage', outcome: 'relief-first', with: wanted, at });
  await plant('update nudge set sent = dirty where case_id = $1', [caseId]);
  expect(await hall.open(caseId)).toEqual(['relief:1']);
  return caseId;
}

test('a relief that whoever usually stands in could decide is not reported, unless they are a relative [TA2026 2(1); M57 11]', async () => {
  const caseId = await proposed();
  await without(['baishi-leader'], async () => {
    expect(await whyLost(caseId)).toBeUndefined();
    await without(['baishi-reviewer'], async () => {
      expect(await whyLost(caseId)).toBe('nobody-can');
    });
    await plant('update cases set relatives = $2::jsonb where id = $1', [
      caseId,
      JSON.stringify([
        { member: '演断炊', officer: '己审慎', relation: 'sibling', officerAccount: hall.people['baishi-reviewer']!.account },
      ]),
    ]);
    expect(await whyLost(caseId)).toBe('nobody-can');
  });
});

test('the roster says who stands in on its days alone: named they could decide, and where another is named they could not', async () => {
  const caseId = await proposed();
  const name = (account: string) => ({ township: baishi, account, from: '2026-09-15', to: '2026-09-15' });
  await without(['baishi-leader'], async () => {
    // Somebody is named who has left since.
    await plant(
      `insert into relief_roster (id, township, account, from_day, to_day, set_by_name, set_at) values (gen_random_uuid(), $1, gen_random_uuid(), '2026-09-15', '2026-09-15', '庚担当', now())`,
      [baishi],
    );
    expect(await whyLost(caseId)).toBe('nobody-can');
    expect(await whyLost(caseId, hall.at('2026-09-16'))).toBeUndefined();

    const asLeader = <Result>(work: (tx: Tx) => Promise<Result>) =>
      hall.database.transact(hall.people['baishi-leader']!, hall.at('2026-09-14'), work);
    const turn = await asLeader((tx) => putOnRoster(tx, name(hall.people['baishi-reviewer']!.account!)));
    expect(await whyLost(caseId)).toBeUndefined();
    await asLeader((tx) => takeOffRoster(tx, turn.id));
    expect(await whyLost(caseId)).toBe('nobody-can');
  });
});
