// One case, one discussion, and referrals, over HTTP. TA2018 = 民发〔2018〕23号; LAW = 社会救助法; OP2020 = 关于改革完善社会救助制度的意见 (2020).
import type { LetterKind } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from './open-office.ts';
import { letterOf, textOf } from './read-letter.ts';
import { apply } from './walk.ts';

let office: TestOffice;
let serial = 700;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface DiscussionBody {
  tasks: { id: string; kind: string; version: number; mayDo: { ok: boolean } }[];
  stages: { amount: string; state: string | null }[];
  measures: { referral: string; receiver: string }[];
  preview: { content: object } | null;
  minutes: { by: string } | null;
  quorum: number | null;
}
interface ReferralBody {
  id: string;
  state: string;
  task: { id: string; kind: string; version: number; isMine: boolean } | null;
  about: object | null;
}

const invited = ['civil-affairs', 'finance', 'health'];
const seats = invited.map((department, i) => ({ department, name: `演委${'一二三'[i]}`, opinion: '同意。', vote: 'for' }));
const meeting = {
  heldOn: '2026-09-09',
  seats,
  reason: '自付医疗费远超承受能力。',
  amount: '25000',
  stages: [{ amount: '15000' }, { amount: '10000', on: '2026-10-20' }],
  measures: [{ receiver: 'yanshi-charity', what: '联系慈善帮扶。', passed: [{ thing: 'name', value: '甲秋实' }] }],
};
const request = { facts: '孩子患白血病，自付 260000 元。', consent: { by: '甲秋实', how: 'in-writing', on: '2026-09-09' } };

describe('a discussion', () => {
  test('goes from the request of the leader to signed minutes, the first stage and the measures', async () => {
    const id = await requested();
    await give('county', id, 'pre-check', 'agenda', { invited });
    expect((await read(id)).quorum).toBe(2);
    expect((await give('county', id, 'meeting', 'approved', meeting)).status).toBe(200);
    const drawn = await read(id);
    expect(JSON.stringify(drawn.preview?.content)).toContain('演委一');
    expect(drawn.minutes).toBeNull();
    expect(drawn.stages).toEqual([]);
    expect((await give('county-leader', id, 'minutes', 'signed')).status).toBe(200);
    const signed = await read(id);
    expect(signed.minutes?.by).toBe('辛持平');
    expect(signed.stages.map(({ amount, state }) => [amount, state])).toEqual([
      ['15000.00', 'planned'],
      ['10000.00', null],
    ]);
    expect(signed.measures.map(({ receiver }) => receiver)).toEqual(['演示县慈善会']);
  });

  test('has its minutes, the letter to the family and the referral printed', { timeout: 30_000 }, async () => {
    const id = await signedDiscussion();
    const minutes = await printed(id, 'minutes');
    for (const text of ['一事一议会议纪要', '25000.00', '演委一', '记录人', '庚明察', '签发人', '辛持平', '2026-10-20'])
      expect(minutes).toContain(text);
    const told = await printed(id, 'discussion-result');
    for (const text of ['甲秋实', '25000.00', '演示县慈善会', '行政复议', '演示县人民政府']) expect(told).toContain(text);
    expect(told).not.toContain('演委一');
    const measure = (await read(id)).measures[0]?.referral ?? '';
    const referral = await printed(measure, 'referral');
    for (const text of ['演示县慈善会', '联系慈善帮扶', '甲秋实', '书面同意']) expect(referral).toContain(text);
    expect(referral).not.toContain('白血病');
  });

  test('names no amount before the meeting but what the township itself has proposed', async () => {
    const id = await requested();
    await give('county', id, 'pre-check', 'agenda', { invited });
    expect(JSON.stringify(await read(id))).not.toMatch(/"amount":"[0-9]/);
  });

  test('a caseworker asks, and does not file', async () => {
    const { caseId } = await apply(office, serial++);
    const filed = await office.ask<{ code: string }>('caseworker', 'POST', `/api/cases/${caseId}/discussions`, { request });
    expect([filed.status, filed.body.code]).toEqual([403, 'NOT_YOUR_DUTY']);
    const asked = await office.ask<{ id: string }>('caseworker', 'POST', `/api/cases/${caseId}/discussions`, { because: '一般救助不够。' });
    expect((await read(asked.body.id)).tasks).toMatchObject([{ kind: 'request-discussion', mayDo: { ok: true } }]);
  });

  test('asked for twice with one key is asked for once, and from another key it runs already', async () => {
    const { caseId } = await apply(office, serial++);
    const ask = (key: string) =>
      office.ask<{ id: string; code?: string }>(
        'leader',
        'POST',
        `/api/cases/${caseId}/discussions`,
        { request },
        { 'idempotency-key': key },
      );
    const first = await ask('discussion-key-0001');
    expect((await ask('discussion-key-0001')).body).toEqual(first.body);
    expect(await ask('discussion-key-0002')).toMatchObject({ status: 409, body: { code: 'DISCUSSION_RUNNING' } });
  });

  test.each([
    ['a meeting without quorum', { seats: seats.slice(0, 1) }, 'NO_QUORUM'],
    ['stages that do not add up', { stages: [{ amount: '24999.99' }] }, 'STAGES_DIFFER'],
    ['an amount below nothing', { amount: '-1' }, 'FIELDS_REFUSED'],
    ['an amount in parts of a fen', { amount: '25000.001' }, 'FIELDS_REFUSED'],
    ['an opinion with control characters', { seats: [{ ...seats[0], opinion: '同意\u0007' }, seats[1], seats[2]] }, 'FIELDS_REFUSED'],
    ['a blank reason', { reason: '  ' }, 'FIELDS_REFUSED'],
    ['a day that does not exist', { heldOn: '2026-02-30' }, 'FIELDS_REFUSED'],
    ['a meeting of tomorrow', { heldOn: '2026-09-10' }, 'MEETING_NOT_HELD'],
    ['a department that nobody knows', { seats: [{ ...seats[0], department: 'secret-service' }] }, 'FIELDS_REFUSED'],
    ['words that the record does not have', { proposal: 1 }, 'FIELDS_REFUSED'],
  ])('%s is refused, and nothing changes', async (_, wrong, code) => {
    const id = await requested();
    await give('county', id, 'pre-check', 'agenda', { invited });
    const answer = await give('county', id, 'meeting', 'approved', { ...meeting, ...wrong });
    expect(answer.body.code).toBe(code);
    expect((await read(id)).tasks).toMatchObject([{ kind: 'meeting' }]);
  });

  test('another township does not find it', async () => {
    const id = await requested();
    expect((await office.ask('baishi-leader', 'GET', `/api/discussions/${id}`)).status).toBe(404);
    const { body } = await office.ask<{ items: { id: string }[] }>('baishi-leader', 'GET', '/api/discussions');
    expect(body.items.map((line) => line.id)).not.toContain(id);
  });
});

describe('a department', () => {
  test('acknowledges and answers what is addressed to it, by the route of every task', async () => {
    const id = await referred('yanshi-charity');
    const before = await thread('department-charity', id);
    expect(before).toMatchObject({ state: 'sent', about: null, task: { kind: 'acknowledge-referral', isMine: true } });
    expect((await answer('department-charity', id, 'received')).status).toBe(200);
    expect((await answer('department-charity', id, 'done', { finding: '已列入帮扶名单。' })).status).toBe(200);
    const after = await thread('caseworker', id);
    expect(after).toMatchObject({ state: 'answered', about: { name: '甲秋实' }, task: { kind: 'close-referral', isMine: true } });
    expect((await answer('caseworker', id, 'closed')).status).toBe(200);
    expect(await thread('department-charity', id)).toMatchObject({ state: 'closed', task: null });
  });

  test('finds no referral of another department, no case, no task of a case, no list and no letter', async () => {
    const id = await referred('yanshi-medical-insurance');
    const own = await office.ask<{ items: { id: string }[] }>('department-charity', 'GET', '/api/referrals');
    expect(own.body.items.map((line) => line.id)).not.toContain(id);
    expect((await office.ask('department-charity', 'GET', `/api/referrals/${id}`)).status).toBe(404);
    expect((await office.ask('department-charity', 'POST', `/api/referrals/${id}/messages`, { text: '你好' })).status).toBe(404);
    const { task } = await thread('caseworker', id);
    const given = { version: task?.version, outcome: 'received', with: {} };
    expect((await office.ask('department-charity', 'PUT', `/api/tasks/${task?.id}/outcome`, given)).status).toBe(404);
    expect((await office.ask('department-charity', 'GET', `/api/tasks/${task?.id}`)).status).toBe(404);
    expect((await office.ask<{ items: unknown[] }>('department-charity', 'GET', '/api/tasks')).body.items).toEqual([]);
    for (const route of [`/api/cases/${id}`, `/api/cases/${id}/ledger`, `/api/cases/${id}/letters`, '/api/cases', '/api/discussions'])
      expect((await office.ask('department-charity', 'GET', route)).status, route).toBe(403);
  });

  test('does nothing in the case but answer: the sender’s step is not its own', async () => {
    const id = await referred('yanshi-charity');
    await answer('department-charity', id, 'received');
    await answer('department-charity', id, 'refused', { reason: '不在服务范围。' });
    const refused = await answer('department-charity', id, 'closed');
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_YOUR_DUTY']);
  });

  test('nothing of a person is passed on without consent', async () => {
    const { caseId } = await apply(office, serial++);
    const body = { receiver: 'yanshi-charity', what: '办理。', passed: [{ thing: 'phone', value: '13900000000' }] };
    expect(await office.ask('caseworker', 'POST', `/api/cases/${caseId}/referrals`, body)).toMatchObject({
      status: 409,
      body: { code: 'CONSENT_NEEDED' },
    });
  });
});

async function signedDiscussion(): Promise<string> {
  const id = await requested();
  await give('county', id, 'pre-check', 'agenda', { invited });
  await give('county', id, 'meeting', 'approved', meeting);
  await give('county-leader', id, 'minutes', 'signed');
  return id;
}

/** What a letter of a case says on paper. */
async function printed(caseId: string, kind: LetterKind): Promise<string> {
  const { id } = await letterOf(office, caseId, kind);
  return (await textOf(office, `/api/letters/${id}.pdf`)).text.replaceAll(/\s/g, '');
}

async function requested(): Promise<string> {
  const { caseId } = await apply(office, serial++);
  const { status, body } = await office.ask<{ id: string }>('leader', 'POST', `/api/cases/${caseId}/discussions`, { request });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

async function read(id: string): Promise<DiscussionBody> {
  return (await office.ask<DiscussionBody>('leader', 'GET', `/api/discussions/${id}`)).body;
}

async function give(who: string, id: string, kind: string, outcome: string, data: object = {}) {
  const task = (await read(id)).tasks.find((one) => one.kind === kind);
  return office.ask<{ code?: string }>(who, 'PUT', `/api/tasks/${task?.id}/outcome`, { version: task?.version, outcome, with: data });
}

async function referred(receiver: string): Promise<string> {
  const { caseId } = await apply(office, serial++);
  const { body } = await office.ask<{ id: string }>('caseworker', 'POST', `/api/cases/${caseId}/referrals`, { receiver, what: '请办理。' });
  return body.id;
}

async function thread(who: string, id: string): Promise<ReferralBody> {
  return (await office.ask<ReferralBody>(who, 'GET', `/api/referrals/${id}`)).body;
}

async function answer(who: string, id: string, outcome: string, data: object = {}) {
  const { task } = await thread(who, id);
  return office.ask<{ code?: string }>(who, 'PUT', `/api/tasks/${task?.id}/outcome`, { version: task?.version, outcome, with: data });
}
