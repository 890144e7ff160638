// A relief of several parts, the end of its urgency, a hand-over with its referral, and following it without an ID number.
// LAW = 社会救助法; TA2018 = 民发〔2018〕23号; TA2026 = 民政部 财政部 2026-01-29.
import { systemActor, topUpReserve } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';

const call = {
  caller: { isAnonymous: true },
  person: { name: '演受助', phone: '13800000077', persons: 3 },
  place: { address: '河东路' },
  what: '出租屋起火。',
  vulnerable: [],
  danger: false,
};
const payee = { name: '演受助', bank: '演示银行', account: '6200000000001234' };
const proposal = { persons: 3, amount: '820', channel: 'cash', reason: '当晚没有住处。', witness: '演见证' };
const received = { receivedBy: '演受助', proof: 'photo', witness: '演见证' };

interface Opened {
  caseId: string;
  receipt: string;
  task: string | null;
  code: string | null;
}
interface Given {
  code?: string;
  status: number;
  next: { id: string; kind: string }[];
  case: { ending: string | null };
  errors?: { path: string; code: string }[];
}

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
  await office.database.transact(systemActor, office.clock.now(), (tx) =>
    topUpReserve(tx, { township: '999901101', year: 2026, amount: fen(500_000_00), source: '演示拨款' }),
  );
});
afterAll(() => office.close());

describe('a relief of several parts [TA2018 2(4)]', () => {
  const parts = { ...proposal, channel: 'bank', amount: '500', cash: '320', goods: '棉被三床', goodsValue: '150', payee };

  test('is transferred, handed over in cash and given in goods by one decision', async () => {
    const opened = await open();
    const relief = await give('caseworker', opened.task, 'relief-first', parts);
    const granted = await give('leader', relief.next[0]?.id, 'granted', {});
    expect(granted.next.map(({ kind }) => kind)).toEqual(['payout']);
    expect(await intentsOf(opened)).toEqual([
      { kind: 'cash', channel: 'cash', fen: '32000', state: 'approved' },
      { kind: 'goods', channel: 'goods', fen: '15000', state: 'approved' },
      { kind: 'money', channel: 'bank', fen: '50000', state: 'approved' },
    ]);
    expect(await file(opened)).toMatchObject({ amount: '820.00', cash: '320.00', goods: '棉被三床', channel: 'bank' });
    await give('caseworker', granted.next[0]?.id, 'paid', received);
    expect((await intentsOf(opened)).map(({ state }) => state)).toEqual(['paid', 'paid', 'approved']);
    expect(await file(opened)).toMatchObject({ arrived: { byBank: false, byHand: true } });
  });

  test('is no more in all than the cap: at it, and a fen over it [TA2026 2(1)]', async () => {
    const opened = await open();
    expect(await give('caseworker', opened.task, 'relief-first', { ...parts, cash: '320.01' })).toMatchObject({ code: 'RELIEF_OVER_CAP' });
    expect((await give('caseworker', opened.task, 'relief-first', parts)).status).toBe(200);
  });

  test('is not decided over the cap by changing one part', async () => {
    const opened = await open();
    const relief = await give('caseworker', opened.task, 'relief-first', parts);
    expect(await give('leader', relief.next[0]?.id, 'granted', { amount: '500.01' })).toMatchObject({ code: 'RELIEF_OVER_CAP' });
    expect(await intentsOf(opened)).toEqual([]);
  });

  test('does not say cash twice', async () => {
    const opened = await open();
    const refused = await give('caseworker', opened.task, 'relief-first', { ...proposal, amount: '100', cash: '100' });
    expect(refused).toMatchObject({ code: 'FIELDS_REFUSED', errors: [{ path: '/with/cash', code: 'CASH_TWICE' }] });
  });

  test('waits for its transfer when goods from the store have been handed over', async () => {
    const opened = await open();
    const { goodsValue: _cost, cash: _cash, ...transferAndGoods } = parts;
    const relief = await give('caseworker', opened.task, 'relief-first', transferAndGoods);
    const granted = await give('leader', relief.next[0]?.id, 'granted', {});
    const handedOver = await give('caseworker', granted.next[0]?.id, 'paid', received);
    expect([handedOver.status, handedOver.next]).toEqual([200, []]);
    expect((await intentsOf(opened)).map(({ state }) => state)).toEqual(['approved']);
  });
});

describe('the urgency [LAW 50; TA2018 2(2)]', () => {
  test('is over with the hand-over where nobody says that it goes on', async () => {
    const { opened } = await paid({});
    expect(await file(opened)).toMatchObject({ urgencyEndedOn: office.clock.now().slice(0, 10) });
    expect(await clocksOf(opened)).toContain('paperwork');
    expect(await end(opened, {})).toMatchObject({ status: 409, body: { code: 'URGENCY_OVER' } });
  });

  test('that goes on starts no limit of the papers until somebody says on which day it ended', async () => {
    const { opened, tasks } = await paid({ urgencyGoesOn: true });
    expect(await clocksOf(opened)).not.toContain('paperwork');
    const complete = { target: '演受助等3人', reason: '火灾。', handlers: ['演甲', '演乙'], sealed: true, unidentified: '证件烧毁。' };
    expect(await give('caseworker', tasks['paperwork'], 'complete', complete)).toMatchObject({ status: 409, code: 'URGENCY_GOES_ON' });
    expect(await give('caseworker', tasks['follow-up'], 'closed', { finding: '已安顿。' })).toMatchObject({ code: 'URGENCY_GOES_ON' });
    for (const on of ['2026-09-08', '2026-09-10']) expect(await end(opened, { on })).toMatchObject({ body: { code: 'URGENCY_DAY_WRONG' } });
    expect((await end(opened, { on: 'tomorrow' })).status).toBe(422);
    expect((await end(opened, {}, 'baishi-caseworker')).status).toBe(404);
    expect((await end(opened, {}, 'hotline')).status).toBe(403);
    expect((await end(opened, { note: '一家人已经搬到亲戚家。' })).status).toBe(200);
    expect(await clocksOf(opened)).toContain('paperwork');
    const [entry] = await query<{ by_name: string; data: { urgencyEndedOn: string; note: string } }>(
      office.base.urls.admin,
      `select by_name, data from ledger where case_id = '${opened.caseId}' and kind = 'relief.urgency-ended'`,
    );
    expect(entry).toMatchObject({ by_name: '乙明理', data: { urgencyEndedOn: '2026-09-09', note: '一家人已经搬到亲戚家。' } });
    const [task] = await query<{ version: number }>(office.base.urls.admin, `select version from task where id = '${tasks['paperwork']}'`);
    expect((await give('caseworker', tasks['paperwork'], 'complete', complete, task?.version)).status).toBe(200);
  });

  test('cannot be over before anybody was helped', async () => {
    expect(await end(await open(), {})).toMatchObject({ status: 409, body: { code: 'NOT_RELIEVED_YET' } });
  });

  test('does not go on and end in one hand-over', async () => {
    const opened = await open();
    const relief = await give('caseworker', opened.task, 'relief-first', proposal);
    const granted = await give('leader', relief.next[0]?.id, 'granted', {});
    const both = { ...received, urgencyGoesOn: true, urgencyEndedOn: '2026-09-09' };
    expect(await give('caseworker', granted.next[0]?.id, 'paid', both)).toMatchObject({ code: 'URGENCY_DAY_WRONG' });
  });
});

describe('a hand-over at the triage [LAW 52, 64]', () => {
  test('opens a referral to the body that must help, in the same step, and passes on nothing that nobody agreed to', async () => {
    const opened = await open();
    const given = await give('caseworker', opened.task, 'hand-over', { receiver: 'rescue-station', reason: '流浪人员，由救助站救助。' });
    expect(given.case.ending).toBe('handed-over');
    const [referral] = await referralsOf(opened);
    expect(referral).toMatchObject({ receiver: { name: '演示县救助管理站' }, what: '流浪人员，由救助站救助。', passed: [] });
    const [letter] = await query<{ content: { lines: { value: string }[] } }>(
      office.base.urls.admin,
      `select content from letter where case_id = '${opened.caseId}' and kind = 'relief-hand-over'`,
    );
    expect(letter?.content.lines.map(({ value }) => value)).toEqual([referral?.number]);
  });

  test('says who and where they are when they agree, or when life is in danger', async () => {
    const opened = await open();
    await give('caseworker', opened.task, 'hand-over', { receiver: 'hospital', reason: '危重病人。', consent: 'life-in-danger' });
    const [referral] = await referralsOf(opened);
    expect(referral).toMatchObject({ consent: { by: '乙明理', how: 'life-in-danger' } });
    expect(referral?.passed.map(({ thing }) => thing)).toEqual(['name', 'phone', 'address', 'persons']);
  });

  test('to another body that the county does not refer to is told in the letter alone', async () => {
    const opened = await open();
    expect((await give('caseworker', opened.task, 'hand-over', { receiver: 'other', reason: '由村里安排。' })).status).toBe(200);
    expect(await referralsOf(opened)).toEqual([]);
  });
});

describe('whose ID number nobody knows', () => {
  test('follows the relief by its number and the code on the receipt', async () => {
    const { opened } = await paid({});
    expect(opened.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await track(opened.receipt, opened.code ?? '')).toMatchObject({ status: 200, body: { relief: { amount: '820.00' } } });
    const [letter] = await query<{ content: object }>(
      office.base.urls.admin,
      `select content from letter where case_id = '${opened.caseId}' and kind = 'relief-receipt'`,
    );
    expect(JSON.stringify(letter?.content)).toContain(opened.code);
  });

  test('is not followed with another code, with none, or with the code of somebody else', async () => {
    const [one, other] = [await open(), await open()];
    for (const wrong of ['AAAAAA', other.code ?? '', '0000'])
      expect((await track(one.receipt, wrong)).body).toMatchObject({ code: 'LAST_FOUR_WRONG' });
    for (const wrong of ['', '00', "' or '1'='1", 'AAAAAAA']) expect((await track(one.receipt, wrong)).status).toBeGreaterThanOrEqual(404);
  });

  test('is told the code by those who hand the relief over, and it is shown to nobody else', async () => {
    const opened = await open();
    expect(await file(opened)).toMatchObject({ followCode: opened.code });
    for (const who of ['leader', 'county', 'inspector']) expect(await file(opened, who)).toMatchObject({ followCode: null });
  });

  test('needs no code where the ID number is known', async () => {
    const opened = await open({ ...call, person: { ...call.person, idNumber: '999901198804050011' } });
    expect(opened.code).toBeNull();
  });
});

async function open(told: object = call): Promise<Opened> {
  return (await office.ask<Opened>('caseworker', 'POST', '/api/reliefs', { call: told })).body;
}

async function give(
  who: string,
  task: string | null | undefined,
  outcome: string,
  content: Record<string, unknown>,
  version = 1,
): Promise<Given> {
  const { status, body } = await office.ask<Given>(who, 'PUT', `/api/tasks/${task ?? ''}/outcome`, { version, outcome, with: content });
  return { ...body, status };
}

/** A relief in cash that was handed over. */
async function paid(how: Record<string, unknown>): Promise<{ opened: Opened; tasks: Record<string, string> }> {
  const opened = await open();
  const relief = await give('caseworker', opened.task, 'relief-first', proposal);
  const granted = await give('leader', relief.next[0]?.id, 'granted', {});
  const after = await give('caseworker', granted.next[0]?.id, 'paid', { ...received, ...how });
  return { opened, tasks: Object.fromEntries(after.next.map(({ kind, id }) => [kind, id])) };
}

function end({ caseId }: Opened, content: object, who = 'caseworker') {
  return office.ask<{ code?: string }>(who, 'POST', `/api/reliefs/${caseId}/urgency-end`, content);
}

async function file({ caseId }: Opened, who = 'caseworker'): Promise<object> {
  return (await office.ask<object>(who, 'GET', `/api/reliefs/${caseId}`)).body;
}

async function intentsOf({ caseId }: Opened) {
  return query<{ kind: string; channel: string; fen: string; state: string }>(
    office.base.urls.admin,
    `select kind, channel, fen::text as fen, state from pay_intent where case_id = '${caseId}' order by kind`,
  );
}

async function clocksOf({ caseId }: Opened): Promise<string[]> {
  const rows = await query<{ kind: string }>(office.base.urls.admin, `select kind from clock where case_id = '${caseId}'`);
  return rows.map(({ kind }) => kind);
}

interface Referral {
  number: string;
  passed: { thing: string }[];
}

async function referralsOf({ caseId }: Opened): Promise<Referral[]> {
  return (await office.ask<{ items: Referral[] }>('caseworker', 'GET', `/api/referrals?case=${caseId}`)).body.items;
}

function track(receipt: string, code: string) {
  return office.ask<{ code?: string }>(null, 'GET', `/api/track/${receipt}?lastFour=${encodeURIComponent(code)}`);
}
