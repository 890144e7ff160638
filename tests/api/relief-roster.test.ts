// Who decides on a quick relief when the leader cannot. TA2026 = 民政部 财政部 2026-01-29.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor, topUpReserve } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';

const QINGXI = '999901101';
const call = { caller: { isAnonymous: true }, person: { persons: 1 }, place: {}, what: '没有饭吃。', vulnerable: [], danger: false };

interface Roster {
  code?: string;
  today: { name: string; as: string }[];
  turns: { id: string; name: string; from: string; to: string }[];
  gaps: string[];
  candidates: { account: string; name: string }[];
}

let office: TestOffice;
let reviewer: string;
beforeAll(async () => {
  office = await openOffice();
  await office.database.transact(systemActor, office.clock.now(), (tx) =>
    topUpReserve(tx, { township: QINGXI, year: 2026, amount: fen(500_000_00), source: '演示拨款' }),
  );
  reviewer = (await roster()).candidates[0]?.account ?? '';
});
afterAll(() => office.close());

test('where nobody is named the reviewer stands in, by the figures of the place; two people may always decide', async () => {
  const { today, turns, gaps, candidates } = await roster();
  expect(today.map(({ name, as }) => [name, as])).toEqual([
    ['戊守正', 'leader'],
    ['丁慎思', 'usual'],
  ]);
  expect([turns, gaps, candidates.map(({ name }) => name)]).toEqual([[], [], ['丁慎思']]);
});

test('whoever stands in decides, the leader being away; whoever proposed still does not', async () => {
  const opened = (await office.ask<{ task: string }>('caseworker', 'POST', '/api/reliefs', { call })).body;
  const proposal = { persons: 1, amount: '100', channel: 'cash', reason: '没有饭吃。', witness: '演见证' };
  const relief = await give('caseworker', opened.task, 'relief-first', proposal);
  const task = relief.next?.[0]?.id ?? '';
  expect(await give('caseworker', task, 'granted')).toMatchObject({ status: 403, code: 'NOT_YOUR_DUTY' });
  expect(await give('baishi-reviewer', task, 'granted')).toMatchObject({ status: 404 });
  expect((await office.ask<{ items: { id: string }[] }>('reviewer', 'GET', '/api/tasks')).body.items.map(({ id }) => id)).toContain(task);
  expect((await give('reviewer', task, 'granted')).status).toBe(200);
  const [intent] = await query<{ planned_by_name: string; approved_by_name: string }>(
    office.base.urls.admin,
    `select planned_by_name, approved_by_name from pay_intent`,
  );
  expect(intent).toEqual({ planned_by_name: '乙明理', approved_by_name: '丁慎思' });
});

test('the leader names who is on duty, from the day to the day; asked again it is the same turn', async () => {
  const turn = { township: QINGXI, account: reviewer, from: '2026-09-10', to: '2026-09-11' };
  const named = await name(turn);
  expect(named.body.turns.map(({ name: who, from, to }) => [who, from, to])).toEqual([['丁慎思', '2026-09-10', '2026-09-11']]);
  expect((await name(turn)).body.turns).toHaveLength(1);
  expect(await name({ ...turn, to: '2026-09-12' })).toMatchObject({ status: 409, body: { code: 'ROSTER_OVERLAPS' } });
  office.clock.set('2026-09-10T14:00:00.000Z');
  expect((await roster()).today.map(({ as }) => as)).toEqual(['leader', 'named']);
  const ended = await office.ask<Roster>('leader', 'POST', `/api/relief-rosters/turns/${named.body.turns[0]?.id}/end`);
  expect(ended.body.turns).toEqual([]);
  office.clock.set('2026-09-09T01:10:00.000Z');
});

test('refuses whoever is no reviewer of the township, days gone by, and whoever does not keep the roster', async () => {
  const turn = { township: QINGXI, account: reviewer, from: '2026-09-10', to: '2026-09-11' };
  const staff = await query<{ id: string; username: string }>(office.base.urls.admin, 'select id, username from account');
  const accountOf = (who: string) => staff.find(({ username }) => username === who)?.id ?? '';
  for (const who of ['caseworker', 'baishi-reviewer', 'citizen'])
    expect(await name({ ...turn, account: accountOf(who) })).toMatchObject({ status: 422, body: { code: 'ROSTER_PERSON' } });
  for (const days of [{ from: '2026-09-08' }, { to: '2026-09-09' }, { to: '2028-01-01' }])
    expect(await name({ ...turn, ...days })).toMatchObject({ status: 422, body: { code: 'ROSTER_DAYS' } });
  expect((await name({ ...turn, township: '999901102' })).status).toBe(404);
  expect((await name({ ...turn, account: "'; drop table relief_roster; --" })).status).toBe(422);
  for (const who of ['reviewer', 'caseworker', 'citizen']) expect((await name(turn, who)).status).toBe(403);
  const elsewhere = await office.ask('baishi-leader', 'POST', `/api/relief-rosters/turns/00000000-0000-7000-8000-000000000000/end`);
  expect(elsewhere.status).toBe(404);
  expect(await query(office.base.urls.admin, 'select 1 from relief_roster where ended_at is null')).toEqual([]);
});

test('days on which only one could decide are pointed out', async () => {
  await query(office.base.urls.admin, `update account set disabled_at = now() where username = 'reviewer'`);
  expect((await roster()).gaps).toHaveLength(14);
  await query(office.base.urls.admin, `update account set disabled_at = null where username = 'reviewer'`);
  expect((await roster()).gaps).toEqual([]);
});

async function roster(): Promise<Roster> {
  const { body } = await office.ask<{ items: Roster[] }>('leader', 'GET', '/api/relief-rosters');
  return body.items[0]!;
}

function name(turn: object, who = 'leader') {
  return office.ask<Roster>(who, 'POST', '/api/relief-rosters', turn);
}

async function give(who: string, task: string, outcome: string, content: object = {}) {
  const url = `/api/tasks/${task}/outcome`;
  const { status, body } = await office.ask<{ code?: string; next?: { id: string }[] }>(who, 'PUT', url, {
    version: 1,
    outcome,
    with: content,
  });
  return { ...body, status };
}
