// The small quick relief over HTTP: who may, what is refused, what is doubled. LAW = 社会救助法; TA2026 = 民政部 财政部 2026-01-29.
import { systemActor, topUpReserve } from '@zhouji/database';
import { fen, makeIdNumber } from '@zhouji/domain';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';

const QINGXI = '999901101';
const call = {
  caller: { isAnonymous: true },
  person: { persons: 3 },
  place: { address: '河东路' },
  what: '出租屋起火。',
  vulnerable: [],
  danger: false,
};
const proposal = { persons: 3, amount: '820', channel: 'cash', reason: '当晚没有住处。', witness: '演见证' };

interface Opened {
  caseId: string;
  receipt: string;
  task: string | null;
  code?: string;
}
interface Given {
  code?: string;
  status: number;
  next: { id: string; kind: string }[];
  case: { ending: string | null };
  errors?: { path: string }[];
}

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
  await fill(500_000_00);
});
afterAll(() => office.close());

describe('opening a relief', () => {
  test('is for who triages, helps people apply or takes calls, and for nobody else', async () => {
    for (const who of ['caseworker', 'village-aide']) expect((await open(who)).status).toBe(201);
    expect((await open('hotline', { call, township: QINGXI })).status).toBe(201);
    for (const who of ['reviewer', 'leader', 'finance', 'county', 'inspector', 'citizen'])
      expect((await open(who)).body).toMatchObject({ code: 'NOT_YOUR_DUTY' });
    expect((await open(null)).status).toBe(401);
  });

  test('sent twice under one key it is one relief; another body under the key is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, again] = [await open('caseworker', { call }, headers), await open('caseworker', { call }, headers)];
    expect(again.body).toEqual(first.body);
    expect((await open('caseworker', { call: { ...call, what: '别的事。' } }, headers)).body).toMatchObject({ code: 'KEY_REUSED' });
    expect(await query(office.base.urls.admin, `select 1 from relief where case_id = '${first.body.caseId}'`)).toHaveLength(1);
  });

  test('takes no word that it does not know, no hukou and no income, and no place outside the caller’s area', async () => {
    for (const body of [
      {},
      { call: { ...call, what: '' } },
      { call: { ...call, what: 'x'.repeat(2001) } },
      { call: { ...call, what: '\u0007' } },
      { call: { ...call, hukou: '520100' } },
      { call: { ...call, person: { persons: 0 } } },
      { call: { ...call, person: { income: '100' } } },
      { call: { ...call, vulnerable: ['poor'] } },
      { call, loggedAt: 'yesterday' },
      { call, township: "999901101' or 1=1" },
    ]) {
      const { status, body: problem } = await open('caseworker', body);
      expect([body, status, problem.code]).toEqual([body, 422, 'FIELDS_REFUSED']);
    }
    expect((await open('caseworker', { call, township: '999901102' })).status).toBe(404);
    expect((await open('caseworker', { call, village: '999901102201' })).status).toBe(404);
    expect((await open('caseworker', { call, loggedAt: '2026-09-09T01:11:00.000Z' })).body).toMatchObject({ code: 'CALL_IN_FUTURE' });
  });

  test('what was typed is shown as it was typed, and never run', async () => {
    const what = `<script>alert(1)</script> '; drop table relief; --`;
    const { caseId } = (await open('caseworker', { call: { ...call, what } })).body;
    expect((await file(caseId)).call.what).toBe(what);
  });
});

describe('a relief', () => {
  test('is read in its township and nowhere else, the ID number masked and in no audit and no ledger', async () => {
    const idNumber = makeIdNumber('999901', '1970-01-01', 'male', 77);
    const { caseId } = (await open('caseworker')).body;
    expect((await office.ask('baishi-caseworker', 'GET', `/api/reliefs/${caseId}`)).status).toBe(404);
    expect((await office.ask('baishi-caseworker', 'PUT', `/api/reliefs/${caseId}/identity`, { name: '演外人' })).status).toBe(404);
    expect((await office.ask('hotline', 'GET', `/api/reliefs/${caseId}`)).status).toBe(403);
    await office.ask('caseworker', 'PUT', `/api/reliefs/${caseId}/identity`, { name: '演受助', idNumber });
    const read = await office.ask('leader', 'GET', `/api/reliefs/${caseId}`);
    expect(JSON.stringify(read.body)).not.toContain(idNumber);
    expect(read.body).toMatchObject({ name: '演受助', idNumber: `9999**********${idNumber.slice(-4)}` });
    for (const table of ['ledger', 'audit'])
      expect(await query(office.base.urls.admin, `select 1 from ${table} where data::text like '%${idNumber}%'`)).toEqual([]);
  });

  test('goes from the call to paid with its papers: the citizen follows it by its number', async () => {
    const idNumber = makeIdNumber('999901', '1971-01-01', 'male', 78);
    const opened = (await open('caseworker', { call: { ...call, person: { name: '演受助', idNumber, persons: 1 } } })).body;
    const relief = await give('caseworker', opened.task ?? '', 'relief-first', proposal);
    const payout = await give('leader', relief.next[0]?.id ?? '', 'granted', {});
    const after = await give('caseworker', payout.next[0]?.id ?? '', 'paid', { receivedBy: '演受助', proof: 'photo', witness: '演见证' });
    expect(after.next.map(({ kind }) => kind).sort()).toEqual(['follow-up', 'paperwork']);
    const tracked = await track(opened.receipt, idNumber.slice(-4));
    expect(tracked).toMatchObject({
      stage: 'completing-file',
      relief: { amount: '820.00', channel: '现金' },
      may: ['add-papers'],
      notice: null,
      steps: [{ step: 'received' }, { step: 'relieving' }, { step: 'completing-file', state: 'now' }, { step: 'closed' }],
    });
    expect(tracked.letters.map(({ kind }) => kind).sort()).toEqual(['relief-decision', 'relief-receipt']);
  });

  test('that is declined is told with the reason and what can be done against it [LAW 45]', async () => {
    const idNumber = makeIdNumber('999901', '1972-01-01', 'male', 79);
    const opened = (await open('caseworker', { call: { ...call, person: { name: '演受助', idNumber } } })).body;
    const relief = await give('caseworker', opened.task ?? '', 'relief-first', proposal);
    await give('leader', relief.next[0]?.id ?? '', 'declined', { reason: '经核实没有火灾。' });
    const tracked = await track(opened.receipt, idNumber.slice(-4));
    expect(tracked).toMatchObject({ ending: 'refused', decision: { reasons: [{ text: '经核实没有火灾。' }] } });
    expect(tracked.decision?.remedies.join()).toContain('行政复议');
  });

  test('by transfer waits for the bank, with the money set aside', async () => {
    const opened = (await open('caseworker')).body;
    const transfer = { ...proposal, channel: 'bank' };
    expect(await give('caseworker', opened.task ?? '', 'relief-first', transfer)).toMatchObject({
      code: 'FIELDS_REFUSED',
      errors: [{ path: '/with/payee' }],
    });
    const payee = { name: '演受助', bank: '演示银行', account: '6200000000001234' };
    const relief = await give('caseworker', opened.task ?? '', 'relief-first', { ...transfer, payee });
    const granted = await give('leader', relief.next[0]?.id ?? '', 'granted', {});
    expect(granted.next).toEqual([]);
    const [intent] = await query<{ state: string; fen: string; source: string }>(
      office.base.urls.admin,
      `select state, fen::text as fen, source from pay_intent where case_id = '${opened.caseId}'`,
    );
    expect(intent).toEqual({ state: 'approved', fen: '82000', source: 'reserve-fund' });
  });

  test('is decided once, whoever clicks twice and however many do', async () => {
    const opened = (await open('caseworker')).body;
    const relief = await give('caseworker', opened.task ?? '', 'relief-first', proposal);
    const task = relief.next[0]?.id ?? '';
    const tried = await Promise.all(
      Array.from({ length: 6 }, () =>
        office.ask<Given>('leader', 'PUT', `/api/tasks/${task}/outcome`, { version: 1, outcome: 'granted', with: {} }),
      ),
    );
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tried.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual(
      Array.from({ length: 5 }, () => 'TASK_CLOSED'),
    );
    expect(await query(office.base.urls.admin, `select 1 from pay_intent where case_id = '${opened.caseId}'`)).toHaveLength(1);
  });

  test('refuses what is not whole, and says where', async () => {
    const opened = (await open('caseworker')).body;
    const wrong: [Record<string, unknown>, string][] = [
      [{ ...proposal, amount: '820.01' }, 'RELIEF_OVER_CAP'],
      [{ ...proposal, amount: '1e3' }, 'FIELDS_REFUSED'],
      [{ ...proposal, amount: '-5' }, 'FIELDS_REFUSED'],
      [{ ...proposal, amount: '0' }, 'FIELDS_REFUSED'],
      [{ ...proposal, amount: 820 }, 'FIELDS_REFUSED'],
      [{ ...proposal, witness: undefined }, 'NOT_WITNESSED'],
      [{ ...proposal, witness: undefined, photo: randomUUID() }, 'FIELDS_REFUSED'],
      [{ ...proposal, reason: '   ' }, 'FIELDS_REFUSED'],
      [{ ...proposal, persons: 31 }, 'FIELDS_REFUSED'],
      [{ ...proposal, channel: 'goods' }, 'FIELDS_REFUSED'],
      [{ ...proposal, protect: ['critically-ill'] }, 'PROTECT_FIRST'],
      [{ ...proposal, hukou: '520100' }, 'FIELDS_REFUSED'],
    ];
    for (const [content, code] of wrong)
      expect([content, (await give('caseworker', opened.task ?? '', 'relief-first', content)).code]).toEqual([content, code]);
    expect(await query(office.base.urls.admin, `select 1 from ledger where case_id = '${opened.caseId}' and kind like 'triage%'`)).toEqual(
      [],
    );
  });

  test('is prepared as an application by who helps people apply, with what it tells already', async () => {
    const opened = (await open('caseworker', { call: { ...call, person: { name: '演接着', persons: 2 } } })).body;
    const { status, body } = await office.ask<{ draft: string }>('caseworker', 'POST', `/api/reliefs/${opened.caseId}/applications`, {
      programme: 'subsistence-allowance',
    });
    expect(status).toBe(201);
    const prepared = await office.ask('caseworker', 'GET', `/api/prepared-applications/${body.draft}`);
    expect(prepared.body).toMatchObject({ programme: 'subsistence-allowance', applicant: { name: '演接着' }, persons: 2, what: call.what });
    expect((await office.ask('leader', 'POST', `/api/reliefs/${opened.caseId}/applications`, { programme: 'temporary-aid' })).status).toBe(
      403,
    );
  });
});

describe('the reserve fund under twenty decisions at once', () => {
  test('that holds three lets three through', { timeout: 60_000 }, async () => {
    await empty();
    const tasks: string[] = [];
    for (let n = 0; n < 20; n++) {
      const opened = (await open('caseworker')).body;
      tasks.push((await give('caseworker', opened.task ?? '', 'relief-first', proposal)).next[0]?.id ?? '');
    }
    await fill(3 * 820_00);
    const tried = await Promise.all(tasks.map((task) => give('leader', task, 'granted', {})));
    expect(tried.map(({ code }) => code ?? 'granted').sort()).toEqual([
      ...Array.from({ length: 17 }, () => 'RESERVE_FUND_EXHAUSTED'),
      'granted',
      'granted',
      'granted',
    ]);
    const [fund] = await query<{ fen: string }>(
      office.base.urls.admin,
      `select balance_fen::text as fen from reserve_fund where township = '${QINGXI}' and year = 2026`,
    );
    expect(fund?.fen).toBe('0');
  });
});

function open(who: string | null, body: object = { call }, headers: Record<string, string> = {}) {
  return office.ask<Opened>(who, 'POST', '/api/reliefs', body, headers);
}

async function give(who: string, task: string, outcome: string, content: Record<string, unknown>): Promise<Given> {
  const { status, body } = await office.ask<Given>(who, 'PUT', `/api/tasks/${task}/outcome`, { version: 1, outcome, with: content });
  return { ...body, status };
}

async function file(caseId: string): Promise<{ call: { what: string } }> {
  return (await office.ask<{ call: { what: string } }>('caseworker', 'GET', `/api/reliefs/${caseId}`)).body;
}

interface Tracked {
  letters: { kind: string }[];
  decision: { remedies: string[] } | null;
}

async function track(receipt: string, lastFour: string): Promise<Tracked> {
  return (await office.ask<Tracked>(null, 'GET', `/api/track/${receipt}?lastFour=${lastFour}`)).body;
}

async function fill(amount: number): Promise<void> {
  await office.database.transact(systemActor, office.clock.now(), (tx) =>
    topUpReserve(tx, { township: QINGXI, year: 2026, amount: fen(amount), source: '演示拨款' }),
  );
}

/** Draws the fund down to nothing, as decisions do. */
async function empty(): Promise<void> {
  await query(office.base.urls.admin, `update reserve_fund set balance_fen = 0 where township = '${QINGXI}'`);
}
