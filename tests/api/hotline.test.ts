// LAW = 社会救助法; M57 = 最低生活保障审核确认办法; GX-BS, WF-12345 = rules of other places, taken as configuration.
import { randomUUID } from 'node:crypto';
import { instantAt, makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';

const QINGXI = '999901101';
const BAISHI = '999901102';
/** A Wednesday. */
const TEN = instantAt('2026-09-09', '10:00');

interface Logged {
  contact: string;
  became: string;
  caseId: string;
  number: string;
  code: string;
}

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ now: TEN });
});
beforeEach(() => office.clock.set(TEN));
afterAll(() => office.close());

test('an enquiry is answered from the knowledge base, and closed with the version that was read out', async () => {
  const { body } = await office.ask<{ items: { version: string; article: string }[] }>('hotline', 'POST', '/api/knowledge/search', {
    text: '低保多久有结果',
  });
  expect(body.items[0]).toMatchObject({ version: 'how-long-allowance@2022-10-20', article: 'N2022 4(1); M57 22' });
  const given = contact({ class: 'enquiry', knowledge: [body.items[0]!.version], isAnswered: true });
  expect((await log(given)).body).toMatchObject({ became: 'answered', caseId: null });
  expect((await log({ ...given, class: 'complaint' })).body).toMatchObject({ code: 'NOT_ANSWERED' });
  expect((await log({ ...given, knowledge: ['how-long-allowance@2020-01-01'] })).body).toMatchObject({ code: 'KNOWLEDGE_UNKNOWN' });
});

test('an order is dispatched within 24 hours and answered within the working days of its class [GX-BS; WF-12345 20]', async () => {
  const limits: Record<string, string> = {
    enquiry: '2026-09-11',
    help: '2026-09-14',
    other: '2026-09-16',
    suggestion: '2026-09-16',
    // The Sunday before the national day is worked.
    complaint: '2026-09-22',
  };
  for (const [kind, dueOn] of Object.entries(limits)) {
    const order = await logged(contact({ class: kind }));
    expect(await clocksOf(order)).toMatchObject([{ kind: 'dispatch', dueAt: '2026-09-10T02:00:59.999Z' }]);
    await give(order, 'hotline', 'dispatch', 'accepted');
    const answer = (await clocksOf(order)).find((clock) => clock.kind === 'answer');
    expect(`${kind} ${answer?.dueOn}`).toBe(`${kind} ${dueOn}`);
  }
});

test('a dispatch is in time in the minute that the 24 hours lead to, and late in the next [CIVIL 1259]', async () => {
  const [inTime, late] = [await logged(contact()), await logged(contact())];
  office.clock.set('2026-09-10T02:00:30.000Z');
  await give(inTime, 'hotline', 'dispatch', 'accepted');
  office.clock.set('2026-09-10T02:01:00.000Z');
  await give(late, 'hotline', 'dispatch', 'accepted');
  const states = await Promise.all(
    [inTime, late].map(async (order) => (await clocksOf(order)).find(({ kind }) => kind === 'dispatch')?.state),
  );
  expect(states).toEqual(['met', 'missed']);
});

test('an answer is in time on its last working day, and late on the day after', async () => {
  const [inTime, late] = [await logged(contact({ class: 'enquiry' })), await logged(contact({ class: 'enquiry' }))];
  for (const order of [inTime, late]) await give(order, 'hotline', 'dispatch', 'accepted');
  office.clock.set(instantAt('2026-09-11', '23:59'));
  await give(inTime, 'caseworker', 'answer', 'answered', reply('2026-09-11'));
  office.clock.set(instantAt('2026-09-12', '00:00'));
  await give(late, 'caseworker', 'answer', 'answered', reply('2026-09-11'));
  const states = await Promise.all(
    [inTime, late].map(async (order) => (await clocksOf(order)).find(({ kind }) => kind === 'answer')?.state),
  );
  expect(states).toEqual(['met', 'missed']);
});

test('an order is answered, the caller is called and says what it was worth', async () => {
  const order = await logged(contact());
  await give(order, 'hotline', 'dispatch', 'accepted');
  expect((await progress(order)).body).toMatchObject({ stage: 'answering', reply: null, ending: null });
  await give(order, 'caseworker', 'answer', 'answered', reply());
  expect((await progress(order)).body).toMatchObject({ stage: 'to-call', reply: '已经上门，送去了米和油。' });
  await give(order, 'hotline', 'follow-up-call', 'redo', { reason: '还差取暖的被子' });
  expect(await openIn(order)).toEqual(['answer:2']);
  await give(order, 'caseworker', 'answer', 'answered', { ...reply(), reply: '被子已经送到。' });
  await give(order, 'hotline', 'follow-up-call', 'satisfied');
  expect((await progress(order)).body).toMatchObject({ stage: 'closed', ending: 'answered', reply: '被子已经送到。' });
});

test('nobody is called who left no number', async () => {
  const order = await logged(contact({ call: { caller: { isAnonymous: true } } }));
  await give(order, 'hotline', 'dispatch', 'accepted');
  await give(order, 'caseworker', 'answer', 'answered', reply());
  expect((await progress(order)).body).toMatchObject({ ending: 'answered' });
});

test('a township asks for a return with a reason; the lead decides, and after that nothing is returned [WF-12345 22]', async () => {
  const order = await logged(contact());
  await give(order, 'hotline', 'dispatch', 'accepted');
  expect((await giving(order, 'caseworker', 'answer', 'return-asked', {})).status).toBe(422);
  await give(order, 'caseworker', 'answer', 'return-asked', { reason: '事发地在白石镇' });
  expect(await openIn(order)).toEqual(['return-decision:1']);
  // The limit goes on while the township asks.
  expect((await clocksOf(order)).find(({ kind }) => kind === 'answer')).toMatchObject({ state: 'running', dueOn: '2026-09-14' });
  expect((await giving(order, 'hotline', 'return-decision', 'agreed', { reason: '同意' })).body).toMatchObject({ code: 'NOT_YOUR_DUTY' });
  await give(order, 'hotline-lead', 'return-decision', 'not-agreed', { reason: '地址在清溪镇境内' });
  expect((await giving(order, 'caseworker', 'answer', 'return-asked', { reason: '还是不对' })).body).toMatchObject({
    code: 'RETURN_SETTLED',
  });
  expect((await clocksOf(order)).filter(({ kind }) => kind === 'answer')).toHaveLength(1);
  await give(order, 'caseworker', 'answer', 'answered', reply());
  expect(await openIn(order)).toEqual(['follow-up-call:2']);
});

test('a return that is agreed is dispatched anew, and goes on in the right township under the same code', async () => {
  const order = await logged(contact());
  await give(order, 'hotline', 'dispatch', 'accepted');
  await give(order, 'caseworker', 'answer', 'return-asked', { reason: '事发地在白石镇', township: BAISHI });
  await give(order, 'hotline-lead', 'return-decision', 'agreed', { reason: '经核实在白石镇' });
  expect((await giving(order, 'hotline', 'dispatch', 'redirected', { township: QINGXI, reason: '原处' })).body).toMatchObject({
    code: 'TRANSFER_NOWHERE',
  });
  await give(order, 'hotline', 'dispatch', 'redirected', { township: BAISHI, reason: '经核实在白石镇' });
  const { body } = await progress(order);
  expect(body).toMatchObject({ ending: 'passed-on' });
  const there = await progress({ number: String(body['goingOn']), code: order.code });
  expect(there.body).toMatchObject({ stage: 'answering', township: { code: BAISHI } });
  // It left the office that returned it, and is the other's to answer.
  const { body: page } = await office.ask<{ items: { number: string }[] }>('baishi-caseworker', 'GET', '/api/work-orders?state=open');
  expect(page.items.map(({ number }) => number)).toContain(body['goingOn']);
  // It was dispatched already: the limit of the answer runs there, and no other.
  const [gone] = await query<{ id: string }>(office.base.urls.admin, 'select id from cases where receipt = $1', [body['goingOn']]);
  expect((await clocksOf({ caseId: gone!.id })).map(({ kind }) => kind)).toEqual(['answer']);
});

test('what belongs to a court is not taken, with where it belongs [WF-12345 19]', async () => {
  const order = await logged(contact({ class: 'complaint' }));
  await give(order, 'hotline', 'dispatch', 'returned', { ground: 'court', reason: '已经起诉，由法院处理' });
  expect((await progress(order)).body).toMatchObject({ ending: 'not-accepted', ground: 'court', reason: '已经起诉，由法院处理' });
});

test('a repeat joins the open order: at the call, or when it is dispatched', async () => {
  const first = await logged(contact());
  const { body: related } = await office.ask<{ items: { caseId: string }[] }>('hotline', 'POST', '/api/work-orders/related', {
    text: '独居老人没有米了，家里没人管',
    township: QINGXI,
  });
  expect(related.items.map(({ caseId }) => caseId)).toContain(first.caseId);
  const again = await logged(contact({ mergeInto: first.caseId }));
  expect(again).toMatchObject({ became: 'joined', caseId: first.caseId, number: first.number });
  const second = await logged(contact());
  expect((await giving(second, 'hotline', 'dispatch', 'merged', { into: second.number })).body).toMatchObject({ code: 'MERGE_NOWHERE' });
  await give(second, 'hotline', 'dispatch', 'merged', { into: first.number });
  expect((await progress(second)).body).toMatchObject({ ending: 'passed-on', goingOn: first.number });
  const { body } = await office.ask<{ repeats: number }>('hotline', 'GET', `/api/work-orders/${first.caseId}`);
  expect(body.repeats).toBe(2);
  await give(first, 'hotline', 'dispatch', 'returned', { ground: 'petition', reason: '信访正在办理' });
  expect((await log(contact({ mergeInto: first.caseId }))).body).toMatchObject({ code: 'MERGE_NOWHERE' });
});

test('a contact that is sent twice is logged once, by its key and by its draft', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const given = contact();
  const [one, two] = await Promise.all([log(given, headers), log(given, headers)]);
  expect(one.body).toEqual(two.body);
  const draft = randomUUID();
  const sent = await Promise.all([1, 2, 3].map(() => log({ ...contact(), draft })));
  expect(new Set(sent.map(({ body }) => body.caseId)).size).toBe(1);
  const orders = await query(office.base.urls.admin, 'select 1 from contact where draft_id = $1', [draft]);
  expect(orders).toHaveLength(1);
});

test('a draft is kept field by field, is nobody else’s, and is gone when it was logged', async () => {
  const draft = randomUUID();
  await save('hotline', draft, { what: '老人没有米' });
  await save('hotline', draft, { phone: '13800000009' });
  const { body } = await office.ask<{ items: { id: string; answers: object }[] }>('hotline', 'GET', '/api/contact-drafts');
  expect(body.items.find(({ id }) => id === draft)?.answers).toEqual({ what: '老人没有米', phone: '13800000009' });
  expect(
    (await office.ask<{ items: { id: string }[] }>('hotline-lead', 'GET', '/api/contact-drafts')).body.items.map(({ id }) => id),
  ).not.toContain(draft);
  expect((await save('hotline-lead', draft, { what: '改掉' })).body).toMatchObject({ code: 'NOT_FOUND' });
  await log({ ...contact(), draft });
  expect((await save('hotline', draft, { what: '再写' })).body).toMatchObject({ code: 'CASE_CLOSED' });
  expect(await query(office.base.urls.admin, 'select 1 from contact_draft where id = $1', [draft])).toEqual([]);
});

test('a caller is matched by number, however it is written; several people are a list', async () => {
  const phone = '138 0000 1234';
  const idNumber = makeIdNumber('999901', '1950-01-02', 'female', 7);
  await logged(contact({ call: { caller: { phone, name: '示来电', isAnonymous: false }, person: { name: '示老人', idNumber } } }));
  await logged(contact({ call: { caller: { phone: '+86 138-0000-1234', name: '示邻居', isAnonymous: false }, person: {} } }));
  const { body } = await office.ask<{
    people: { name: string; idNumber: string | null; contact: string }[];
    contacts: object[];
    cases: object[];
  }>('hotline', 'GET', `/api/contacts?phone=${encodeURIComponent('13800001234')}`);
  expect(body.people.map(({ name }) => name).toSorted()).toEqual(['示来电', '示老人', '示邻居'].toSorted());
  const old = body.people.find(({ name }) => name === '示老人')!;
  expect(old.idNumber).not.toContain(idNumber.slice(6, 14));
  expect([body.contacts.length, body.cases.length]).toEqual([2, 2]);
  // Chosen once, the number need not be typed again.
  const order = await logged(
    contact({ knownFrom: old.contact, call: { caller: { phone, isAnonymous: false }, person: { name: '示老人' } } }),
  );
  const [row] = await query<{ id_number: string }>(office.base.urls.admin, 'select id_number from contact where id = $1', [order.contact]);
  expect(row?.id_number).toBe(idNumber);
});

test('an emergency becomes a quick relief whose clock runs from the moment of the call [LAW 50]', async () => {
  const relief = await logged(contact({ urgency: 'emergency', call: { danger: true } }));
  expect(relief.became).toBe('relief');
  const clocks = await clocksOf(relief);
  expect(clocks.length).toBeGreaterThan(0);
  expect(new Set(clocks.map(({ startedAt }) => startedAt))).toEqual(new Set([new Date(TEN).toISOString()]));
});

test('a lead is followed as a lead [LAW 39]', async () => {
  const lead = await logged(contact({ class: 'lead' }));
  expect(lead).toMatchObject({ became: 'lead', code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{6}$/) });
  expect((await office.ask(null, 'POST', '/api/leads/progress', { receipt: lead.number, code: lead.code })).status).toBe(200);
  expect(await openIn(lead)).not.toEqual([]);
});

test('a callback is within the hours, is tried at most three times with a pause, and then given up', async () => {
  const at = (time: string, day = '2026-09-09') => instantAt(day, time);
  for (const callbackAt of [at('09:59'), at('20:00'), at('07:59', '2026-09-10'), at('10:00', '2026-09-24')]) {
    expect((await log(contact({ callbackAt }))).body).toMatchObject({ code: 'CALLBACK_NOT_THEN' });
  }
  expect((await log(contact({ callbackAt: at('15:00'), call: { caller: { isAnonymous: true } } }))).status).toBe(422);
  const order = await logged(contact({ callbackAt: at('15:00') }));
  const { body } = await office.ask<{ items: { id: string; contact: string }[] }>('hotline', 'GET', '/api/callbacks');
  const { id } = body.items.find(({ contact: of }) => of === order.contact)!;
  const attempt = (reached: boolean) => office.ask('hotline', 'POST', `/api/callbacks/${id}/attempts`, { reached });
  office.clock.set(at('15:00'));
  expect((await attempt(false)).body).toMatchObject({ state: 'booked', nextAt: at('16:00'), attempts: 1 });
  office.clock.set(at('15:59'));
  expect((await attempt(false)).body).toMatchObject({ code: 'CALLBACK_PAUSE' });
  office.clock.set(at('16:00'));
  expect((await attempt(false)).body).toMatchObject({ state: 'booked', attempts: 2 });
  office.clock.set(at('17:00'));
  expect((await attempt(false)).body).toMatchObject({ state: 'given-up', nextAt: null, attempts: 3 });
  expect((await attempt(true)).body).toMatchObject({ code: 'CALLBACK_OVER' });
});

test('an ordinary matter that cannot be done is explained in its limit; an enquiry, a help or a complaint is not [WF-12345 20]', async () => {
  const explained = { why: 'no-rule', reply: '现行政策没有这一项，可以向县民政局反映。', told: 'phone', toldOn: '2026-09-09' };
  for (const kind of ['enquiry', 'help', 'complaint']) {
    const order = await logged(contact({ class: kind }));
    await give(order, 'hotline', 'dispatch', 'accepted');
    expect((await giving(order, 'caseworker', 'answer', 'explained', explained)).body).toMatchObject({ code: 'EXPLAIN_NOT_HERE' });
    expect(await outcomesOffered(order)).toEqual(['answered', 'return-asked']);
  }
  const [inTime, late] = [await logged(contact({ class: 'other' })), await logged(contact({ class: 'suggestion' }))];
  for (const order of [inTime, late]) await give(order, 'hotline', 'dispatch', 'accepted');
  expect(await outcomesOffered(inTime)).toEqual(['answered', 'explained', 'return-asked']);
  expect((await giving(inTime, 'caseworker', 'answer', 'explained', { ...explained, why: undefined })).status).toBe(422);
  expect((await giving(inTime, 'caseworker', 'answer', 'explained', { ...explained, toldOn: '2026-09-10' })).body).toMatchObject({
    code: 'DAY_IMPOSSIBLE',
  });
  // The fifth working day, and the day after.
  office.clock.set(instantAt('2026-09-16', '23:59'));
  await give(inTime, 'caseworker', 'answer', 'explained', explained);
  office.clock.set(instantAt('2026-09-17', '00:00'));
  await give(late, 'caseworker', 'answer', 'explained', explained);
  const states = await Promise.all(
    [inTime, late].map(async (order) => (await clocksOf(order)).find(({ kind }) => kind === 'answer')?.state),
  );
  expect(states).toEqual(['met', 'missed']);
  expect((await progress(inTime)).body).toMatchObject({ stage: 'to-call', why: 'no-rule', reply: explained.reply });
  expect(await openIn(inTime)).toEqual(['follow-up-call:1']);
});

test('a callback that nobody tried warns whoever promised it after ten minutes, and the lead after thirty', async () => {
  await query(office.base.urls.admin, `update callback set state = 'given-up'`);
  const at = (time: string) => instantAt('2026-09-09', time);
  const order = await logged(contact({ callbackAt: at('15:00') }));
  const warned = async (who: string) => {
    const { body } = await office.ask<{ missed: { contact: string; missed: string }[] }>(who, 'GET', '/api/hotline/alerts');
    return body.missed.filter(({ contact: of }) => of === order.contact).map(({ missed }) => missed);
  };
  for (const [time, agent, chief] of [
    ['15:09', [], []],
    ['15:10', ['person'], []],
    ['15:29', ['person'], []],
    ['15:30', ['lead'], ['lead']],
  ] as const) {
    office.clock.set(at(time));
    expect([time, await warned('hotline'), await warned('hotline-lead')]).toEqual([time, agent, chief]);
  }
  const { body } = await office.ask<{ items: { id: string; contact: string; missed: string | null }[] }>(
    'hotline-lead',
    'GET',
    '/api/callbacks',
  );
  const callback = body.items.find(({ contact: of }) => of === order.contact)!;
  expect(callback.missed).toBe('lead');
  // The lead may call as well; tried once, it is missed no more until its next time has passed.
  await office.ask('hotline-lead', 'POST', `/api/callbacks/${callback.id}/attempts`, { reached: false });
  expect([await warned('hotline'), await warned('hotline-lead')]).toEqual([[], []]);
});

test('who goes off duty hands callbacks, drafts and unanswered orders to the next, with a note', async () => {
  const shift = async (who: string) => (await office.ask<ShiftView>(who, 'GET', '/api/hotline/shift')).body;
  const draft = randomUUID();
  await save('hotline', draft, { what: '打到一半的电话' });
  const order = await logged(contact({ callbackAt: instantAt('2026-09-09', '15:00') }));
  const before = await shift('hotline');
  const next = before.colleagues.find(({ isLead }) => isLead)!.account;
  expect(before.open.drafts).toBeGreaterThan(0);
  const headers = { 'idempotency-key': randomUUID() };
  const given = { to: next, note: '石桥村的老人等回电，电话没有录完。' };
  const [one, two] = await Promise.all([1, 2].map(() => office.ask('hotline', 'POST', '/api/hotline/handovers', given, headers)));
  expect(one?.body).toEqual(two?.body);
  expect(one?.body).toMatchObject(before.open);
  expect((await shift('hotline')).open).toEqual({ callbacks: 0, drafts: 0, orders: 0 });
  const after = await shift('hotline-lead');
  expect(after.handovers[0]).toMatchObject({ from: '癸应答', note: given.note, takenAt: null, isMine: true });
  const drafts = await office.ask<{ items: { id: string; answers: object }[] }>('hotline-lead', 'GET', '/api/contact-drafts');
  expect(drafts.body.items.find(({ id }) => id === draft)?.answers).toEqual({ what: '打到一半的电话' });
  const { body: mine } = await office.ask<{ items: { caseId: string }[] }>('hotline-lead', 'GET', '/api/work-orders?mine=true&limit=200');
  expect(mine.items.map(({ caseId }) => caseId)).toContain(order.caseId);
  const { body: calls } = await office.ask<{ items: { contact: string; isMine: boolean }[] }>('hotline-lead', 'GET', '/api/callbacks');
  expect(calls.items.find(({ contact: of }) => of === order.contact)?.isMine).toBe(true);
  // Taken by who it came to, and by nobody else.
  const id = after.handovers[0]?.id;
  expect((await office.ask('hotline', 'POST', `/api/hotline/handovers/${id}/taken`)).status).toBe(404);
  expect((await office.ask('hotline-lead', 'POST', `/api/hotline/handovers/${id}/taken`)).status).toBe(200);
  expect((await office.ask<{ handovers: object[] }>('hotline-lead', 'GET', '/api/hotline/alerts')).body.handovers).toEqual([]);
});

test('a shift goes to another colleague of the hotline; of somebody else only the lead hands it over', async () => {
  const shift = async (who: string) => (await office.ask<ShiftView>(who, 'GET', '/api/hotline/shift')).body;
  const chief = (await shift('hotline')).colleagues.find(({ isLead }) => isLead)!.account;
  const agent = (await shift('hotline-lead')).colleagues.find(({ isLead }) => !isLead)!.account;
  const [caseworker] = await query<{ id: string }>(office.base.urls.admin, `select id from account where username = 'caseworker'`);
  const hand = (who: string, body: object) => office.ask(who, 'POST', '/api/hotline/handovers', { note: '交班', ...body });
  for (const to of [agent, caseworker!.id, randomUUID()])
    expect((await hand('hotline', { to })).body).toMatchObject({ code: 'HANDOVER_NOWHERE' });
  expect((await hand('hotline', { to: agent, from: chief })).body).toMatchObject({ code: 'NOT_YOUR_DUTY' });
  expect((await hand('hotline', { to: chief, note: '' })).status).toBe(422);
  expect((await hand('caseworker', { to: chief })).status).toBe(403);
  const order = await logged(contact({ callbackAt: instantAt('2026-09-09', '15:00') }));
  expect((await hand('hotline-lead', { to: chief, from: agent })).body).toMatchObject({ callbacks: 1, orders: 1 });
  expect(
    (await query(office.base.urls.admin, 'select 1 from callback where contact_id = $1 and owner = $2', [order.contact, chief])).length,
  ).toBe(1);
});

test('the board counts what waits and names nobody', async () => {
  const { body: before } = await office.ask<Board>('hotline-lead', 'GET', '/api/hotline/board');
  await logged(contact({ class: 'complaint', callbackAt: instantAt('2026-09-09', '15:00') }));
  const { body: after } = await office.ask<Board>('hotline-lead', 'GET', '/api/hotline/board');
  const dispatching = ({ steps }: Board) => steps.find(({ kind }) => kind === 'dispatch')?.open ?? 0;
  expect([after.today.contacts - before.today.contacts, dispatching(after) - dispatching(before)]).toEqual([1, 1]);
  expect(after.callbacks.booked - before.callbacks.booked).toBe(1);
  expect(JSON.stringify(after)).not.toMatch(/癸应答|壬统筹|示老人/);
  expect((await office.ask('hotline', 'GET', '/api/hotline/board')).status).toBe(403);
});

interface ShiftView {
  open: { callbacks: number; drafts: number; orders: number };
  colleagues: { account: string; isLead: boolean }[];
  handovers: { id: string; note: string; takenAt: string | null }[];
}

interface Board {
  today: { contacts: number };
  steps: { kind: string; open: number }[];
  callbacks: { booked: number };
}

async function outcomesOffered(order: Pick<Logged, 'caseId'>): Promise<string[]> {
  const [task] = await tasksIn(order);
  return (await office.ask<{ outcomes: string[] }>('caseworker', 'GET', `/api/tasks/${task?.id}`)).body.outcomes;
}

test('hostile input gets a clear refusal, and nothing is half-written', async () => {
  const count = async () => (await query(office.base.urls.admin, 'select 1 from contact')).length;
  const before = await count();
  const call = contact().call as Record<string, unknown>;
  const wrong: [object, number][] = [
    [{ ...contact(), class: 'constructor' }, 422],
    [{ ...contact(), call: { ...call, what: `' or 1=1 --\u0000` } }, 400],
    [{ ...contact(), call: { ...call, what: '' } }, 422],
    [{ ...contact(), call: { ...call, place: {} } }, 422],
    [{ ...contact(), call: { ...call, place: { township: '999999999' } } }, 404],
    [{ ...contact(), knownFrom: randomUUID() }, 404],
    [{ ...contact(), extra: true }, 422],
    [{ ...contact(), callbackAt: 'tomorrow' }, 422],
    [{ ...contact(), mergeInto: randomUUID() }, 422],
  ];
  for (const [body, status] of wrong)
    expect(`${JSON.stringify(body).slice(0, 80)} ${(await log(body)).status}`).toMatch(new RegExp(` ${status}$`));
  expect((await office.ask('caseworker', 'POST', '/api/contacts', contact())).status).toBe(403);
  expect((await office.ask(null, 'GET', '/api/contacts?phone=13800000001')).status).toBe(401);
  expect((await office.ask('hotline', 'GET', `/api/contacts?phone=${encodeURIComponent("' or '1'='1")}`)).body).toMatchObject({
    people: [],
  });
  expect((await progress({ number: 'RX26-00000000', code: '0000' })).body).toMatchObject({ code: 'CODE_WRONG' });
  expect(await count()).toBe(before);
});

function contact({ call = {}, ...more }: { call?: object } & Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'call',
    class: 'help',
    urgency: 'urgent',
    hasConsent: true,
    call: {
      caller: { name: '示来电', phone: '13800000001', isAnonymous: false },
      person: { name: '示老人' },
      place: { township: QINGXI, address: '石桥村三组' },
      what: '独居老人家里没有米了，儿子联系不上',
      vulnerable: ['elderly'],
      danger: false,
      ...call,
    },
    ...more,
  };
}

function reply(toldOn = '2026-09-09') {
  return { reply: '已经上门，送去了米和油。', told: 'in-person', toldOn };
}

function log(body: object, headers: Record<string, string> = {}) {
  return office.ask<Logged & { code: string }>('hotline', 'POST', '/api/contacts', body, headers);
}

async function logged(body: object): Promise<Logged> {
  const { status, body: told } = await log(body);
  expect(JSON.stringify(told) && status).toBe(201);
  return told;
}

function save(who: string, id: string, fields: object) {
  return office.ask(who, 'PUT', `/api/contact-drafts/${id}`, { fields });
}

async function tasksIn({ caseId }: Pick<Logged, 'caseId'>) {
  return query<{ id: string; kind: string; round: number; version: number }>(
    office.base.urls.admin,
    'select id, kind, round, version from task where case_id = $1 and closed_at is null order by opened_at',
    [caseId],
  );
}

async function openIn(order: Pick<Logged, 'caseId'>): Promise<string[]> {
  return (await tasksIn(order)).map(({ kind, round }) => `${kind}:${round}`);
}

async function giving(order: Pick<Logged, 'caseId'>, who: string, kind: string, outcome: string, data: object = {}) {
  const task = (await tasksIn(order)).find((one) => one.kind === kind);
  if (!task) throw new Error(`no ${kind} is open, but ${(await openIn(order)).join(', ') || 'nothing'}`);
  return office.ask(who, 'PUT', `/api/tasks/${task.id}/outcome`, { version: task.version, outcome, with: data });
}

async function give(order: Pick<Logged, 'caseId'>, who: string, kind: string, outcome: string, data: object = {}): Promise<void> {
  const { status, body } = await giving(order, who, kind, outcome, data);
  expect(`${kind} ${outcome} ${status === 200 ? '' : JSON.stringify(body)}`).toBe(`${kind} ${outcome} `);
}

function progress({ number, code }: Pick<Logged, 'number' | 'code'>) {
  return office.ask(null, 'POST', '/api/work-orders/progress', { number, code });
}

async function clocksOf({ caseId }: Pick<Logged, 'caseId'>) {
  const rows = await query<{ kind: string; dueAt: Date; dueOn: string; state: string; startedAt: Date }>(
    office.base.urls.admin,
    `select kind, due_at as "dueAt", due_on::text as "dueOn", state, started_at as "startedAt" from clock where case_id = $1 order by started_at, kind`,
    [caseId],
  );
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString(), startedAt: row.startedAt.toISOString() }));
}
