// Every outcome of urgent help with one thing wrong in it: a 4xx that names the field, and the case as it was.
import { systemActor, topUpReserve } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { MORNING, openOffice, type TestOffice } from './open-office.ts';

const [QINGXI, BAISHI] = ['999901101', '999901102'];
const TODAY = '2026-09-09';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
  await office.database.transact(systemActor, MORNING, async (tx) => {
    await topUpReserve(tx, { township: QINGXI, year: 2026, amount: fen(500_000_00), source: '演财〔2026〕1号' });
  });
});
afterAll(() => office.close());

type Content = Record<string, unknown>;
/** The way to a task: how the case is opened, and what is done before. */
interface Road {
  opens: { as: string; path: string; body: Content };
  before: [who: string, kind: string, outcome: string, content: Content][];
}

const call = {
  ...{ caller: { phone: '13800000001', isAnonymous: false }, person: { name: '甲孤舟', persons: 3 }, place: { township: QINGXI } },
  ...{ what: '出租屋起火。', vulnerable: [], danger: false },
};
const gift = { persons: 3, amount: '820', channel: 'cash', reason: '当晚没有住处。', witness: '演见证' };
const relief: Road = { opens: { as: 'caseworker', path: '/api/reliefs', body: { call } }, before: [] };
const order: Road = {
  opens: { as: 'hotline', path: '/api/contacts', body: { kind: 'call', class: 'help', urgency: 'ordinary', hasConsent: true, call } },
  before: [],
};
const lead: Road = { opens: { as: 'caseworker', path: '/api/leads', body: { call, township: QINGXI } }, before: [] };

function after({ opens, before }: Road, ...more: Road['before']): Road {
  return { opens, before: [...before, ...more] };
}
const proposed = after(relief, ['caseworker', 'triage', 'relief-first', gift]);
const granted = after(proposed, ['leader', 'relief', 'granted', {}]);
const paid = after(granted, ['caseworker', 'payout', 'paid', { receivedBy: '甲孤舟', proof: 'signature', witness: '演见证' }]);
const sent = after(order, ['hotline', 'dispatch', 'accepted', {}]);
const disputed = after(sent, ['caseworker', 'answer', 'return-asked', { reason: '不在本镇。' }]);
const answered = after(sent, ['caseworker', 'answer', 'answered', { reply: '已经上门。', told: 'in-person', toldOn: TODAY }]);
const takenOn = after(lead, ['caseworker', 'lead-receipt', 'taken-on', {}]);
const met = after(takenOn, ['caseworker', 'lead-contact', 'met', { means: 'visit', metOn: TODAY, finding: '没有存粮。' }]);
const atPath = (outcome: string, content: Content) => after(met, ['caseworker', 'lead-path', outcome, content]);

/** What may be given, each as it is taken when nothing is wrong in it. */
const outcomes: [road: Road, who: string, kind: string, outcome: string, content: Content][] = [
  [relief, 'caseworker', 'triage', 'relief-first', { ...gift, goods: '棉被三床', goodsValue: '120', note: '邻居代为照看。' }],
  [relief, 'caseworker', 'triage', 'ordinary', { reason: '不紧急。' }],
  [relief, 'caseworker', 'triage', 'hand-over', { receiver: 'rescue-station', reason: '生活无着。' }],
  [proposed, 'leader', 'relief', 'granted', { amount: '500', channel: 'cash', fund: 'reserve-fund', reason: '按实际需要。' }],
  [proposed, 'leader', 'relief', 'declined', { reason: '没有紧急情况。' }],
  [granted, 'caseworker', 'payout', 'paid', { receivedBy: '甲孤舟', proof: 'signature', witness: '演见证', urgencyEndedOn: TODAY }],
  [granted, 'caseworker', 'payout', 'failed', { reason: '联系不上。' }],
  [
    paid,
    'caseworker',
    'paperwork',
    'complete',
    { target: '甲孤舟等三人', reason: '失火。', handlers: ['乙明理', '丙知行'], sealed: true, unidentified: '没有证件。' },
  ],
  [paid, 'caseworker', 'follow-up', 'closed', { finding: '已经安顿。', visitedOn: TODAY }],
  [order, 'hotline', 'dispatch', 'redirected', { township: BAISHI, reason: '在邻镇。' }],
  [order, 'hotline', 'dispatch', 'returned', { ground: 'court', reason: '已经起诉。' }],
  [sent, 'caseworker', 'answer', 'answered', { reply: '已经上门。', told: 'in-person', toldOn: TODAY }],
  [sent, 'caseworker', 'answer', 'return-asked', { reason: '不在本镇。', township: BAISHI }],
  [disputed, 'hotline-lead', 'return-decision', 'agreed', { reason: '核实不在。' }],
  [answered, 'hotline', 'follow-up-call', 'unreachable', { triedOn: [TODAY] }],
  [lead, 'caseworker', 'lead-receipt', 'taken-on', { urgency: 'urgent', note: '先去看看。' }],
  [lead, 'caseworker', 'lead-receipt', 'passed-on', { township: BAISHI, reason: '人在邻镇。' }],
  [takenOn, 'caseworker', 'lead-contact', 'met', { means: 'visit', metOn: TODAY, finding: '没有存粮。', name: '甲孤舟' }],
  [met, 'caseworker', 'lead-path', 'department', { receiver: 'yanshi-charity', found: 'not-delivered', matter: '核实参保。' }],
  [
    atPath('application', { programme: 'subsistence-allowance', found: 'may-qualify' }),
    'caseworker',
    'lead-feedback',
    'told',
    { means: 'phone', toldOn: TODAY },
  ],
];

const LONG = '长'.repeat(20_000);
/** No field of any outcome takes these. */
const hostile: [what: string, value: unknown][] = [
  ['a NUL', '\u0000'],
  ['half a character', '\ud800'],
  ['twenty thousand characters', LONG],
  ['only spaces', '   '],
  ['a negative amount', '-1'],
  ['an amount beyond all', 1e308],
  ['an amount beyond all as text', '1e308'],
  ['a number past counting', 2 ** 53],
  ['nothing', null],
  ['a list of lists', [[[]]]],
  ['an object', { $ne: null }],
];
/** Texts take these words as words, and a note may be of spaces. */
function isWordsThere(field: string, was: unknown, value: unknown): boolean {
  if (value === '-1' || value === '1e308') return typeof was === 'string' && !/^[\d.-]+$/.test(was);
  return value === '   ' && field === 'note';
}

for (const [road, who, kind, outcome, content] of outcomes) {
  test(`${kind} ${outcome}: what is wrong in one field is refused there, and nothing is half-written`, { timeout: 120_000 }, async () => {
    const { caseId, task } = await go(road, kind);
    const before = await rowsOf(caseId);
    const bodies = [
      ...Object.keys(content).flatMap((field) => hostile.map(([what, value]) => ({ field, what, value }))),
      { field: 'extra', what: 'a word that nobody knows', value: 1 },
      { field: '__proto__.x', what: 'a prototype', value: 1 },
    ];
    for (const { field, what, value } of bodies) {
      if (isWordsThere(field, content[field], value)) continue;
      const { status, body } = await office.ask<{ code: string; detail: string; errors?: { path: string }[] }>(
        who,
        'PUT',
        `/api/tasks/${task.id}/outcome`,
        { version: task.version, outcome, with: { ...content, [field]: value } },
      );
      const told = `${field}: ${what} → ${status} ${JSON.stringify(body).slice(0, 300)}`;
      expect(status, told).toBeGreaterThanOrEqual(400);
      expect(status, told).toBeLessThan(500);
      expect(body.code, told).toMatch(/^(FIELDS_REFUSED|MALFORMED|TOO_LARGE)$/);
      if (body.code === 'FIELDS_REFUSED') expect(body.errors?.map(({ path }) => path).join(' '), told).toContain(field.split('.')[0]);
      expect(body.detail, told).not.toBe('');
    }
    expect(await rowsOf(caseId)).toEqual(before);
    // Somebody of the next township does not even find it.
    const foreign = await office.ask<{ code: string }>('baishi-caseworker', 'PUT', `/api/tasks/${task.id}/outcome`, {
      version: task.version,
      outcome,
      with: content,
    });
    expect([403, 404]).toContain(foreign.status);
    expect(await rowsOf(caseId)).toEqual(before);
    // Two at once, and again: it is done once.
    const give = () =>
      office.ask<{ code?: string }>(who, 'PUT', `/api/tasks/${task.id}/outcome`, { version: task.version, outcome, with: content });
    const both = await Promise.all([give(), give()]);
    expect(
      both.map(({ status, body }) => `${status} ${body.code ?? ''}`).filter((one) => one.startsWith('2')).length,
      JSON.stringify(both.map(({ body }) => body)).slice(0, 600),
    ).toBeGreaterThanOrEqual(1);
    const given = await query(office.base.urls.admin, `select 1 from ledger where case_id = $1 and kind = $2`, [
      caseId,
      `${kind}.${outcome}`,
    ]);
    expect(given).toHaveLength(1);
  });
}

/** Opens a case and takes it to where a task of the kind is open. */
async function go({ opens, before }: Road, kind: string): Promise<{ caseId: string; task: OpenTask }> {
  const opened = await office.ask<{ caseId: string }>(opens.as, 'POST', opens.path, opens.body);
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { caseId } = opened.body;
  for (const [who, doing, outcome, content] of before) {
    const task = await openTask(caseId, doing);
    const given = await office.ask(who, 'PUT', `/api/tasks/${task.id}/outcome`, { version: task.version, outcome, with: content });
    expect(given.status, `${doing} ${outcome} ${JSON.stringify(given.body)}`).toBe(200);
  }
  return { caseId, task: await openTask(caseId, kind) };
}

interface OpenTask {
  id: string;
  version: number;
}

async function openTask(caseId: string, kind: string): Promise<OpenTask> {
  const [task] = await query<{ id: string; version: number }>(
    office.base.urls.admin,
    'select id, version from task where case_id = $1 and kind = $2 and closed_at is null',
    [caseId, kind],
  );
  if (!task) throw new Error(`no ${kind} is open`);
  return task;
}

/** All that a half-written outcome could leave behind. */
async function rowsOf(caseId: string): Promise<unknown> {
  const [rows] = await query<Record<string, unknown>>(
    office.base.urls.admin,
    `select (select count(*)::int from ledger where case_id = $1) as ledger, (select count(*)::int from task where case_id = $1) as tasks,
       (select count(*)::int from letter where case_id = $1) as letters, (select count(*)::int from pay_intent where case_id = $1) as payments,
       (select jsonb_agg(to_jsonb(c) - 'note' order by c.kind) from clock c where case_id = $1) as clocks, (select count(*)::int from cases where origin = $1) as further,
       (select sum(balance_fen)::text from reserve_fund) as fund`,
    [caseId],
  );
  return rows;
}
