// What whoever holds a receipt does without an account: hands in what was missing, disputes the data check, withdraws.
import { systemActor } from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringOn } from '@zhouji/api/look-ahead';
import { application, openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give, must, openTask } from './walk.ts';

interface Followed {
  asked: {
    supplement?: { version: number; missing: { item: string; isSupplied: boolean; needsLastFour: boolean }[] };
    difference?: { summary: string; said: { statement: string }[] };
  };
  letters: { id: string; kind: string }[];
  clocks: { clock: string; dueOn: string }[];
  decision: { reasons: { text: string }[]; remedies: string[] } | null;
  papers: { what: string }[];
  may: string[];
  stage: string;
  ending: string | null;
}

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('the proof of a receipt', () => {
  test('is given for the last four, and stands for them on the next pages', async () => {
    const { receipt } = await apply(office, 101);
    const proof = await proofOf(receipt, 101);
    expect((await office.ask(null, 'GET', `/api/track/${receipt}`, undefined, proof)).status).toBe(200);
    // Neither without it, nor for another receipt, nor with a mark changed.
    const other = await apply(office, 102);
    expect((await office.ask(null, 'GET', `/api/track/${receipt}`)).status).toBe(404);
    expect((await office.ask(null, 'GET', `/api/track/${other.receipt}`, undefined, proof)).status).toBe(404);
    const forged = {
      'x-tracking-proof': `${proof['x-tracking-proof'].slice(0, -1)}${proof['x-tracking-proof'].endsWith('A') ? 'B' : 'A'}`,
    };
    expect((await office.ask(null, 'GET', `/api/track/${receipt}`, undefined, forged)).status).toBe(404);
    const longer = { 'x-tracking-proof': proof['x-tracking-proof'].replace(/^\w+/, 'zzzzzzzz') };
    expect((await office.ask(null, 'GET', `/api/track/${receipt}`, undefined, longer)).status).toBe(404);
  });

  test('ends after two hours', async () => {
    const own = await openOffice();
    const { receipt } = await apply(own, 103);
    const proof = await proofOf(receipt, 103, own);
    own.clock.set('2026-09-09T03:10:00.000Z');
    expect((await own.ask(null, 'GET', `/api/track/${receipt}`, undefined, proof)).status).toBe(200);
    own.clock.set('2026-09-09T03:10:00.001Z');
    expect((await own.ask(null, 'GET', `/api/track/${receipt}`, undefined, proof)).status).toBe(404);
    await own.close();
  });
});

describe('papers that were missing (M57 10)', () => {
  test('are seen one by one and handed in: a file, a signature by the member, once however often it is sent', async () => {
    const { caseId, receipt, proof } = await waiting(111, ['document:medical-evidence', 'authorization:甲秋实']);
    const before = await follow(receipt, proof);
    expect(before).toMatchObject({ stage: 'to-supplement', asked: { supplement: { version: 1 } } });
    expect(before.asked.supplement?.missing).toMatchObject([
      { item: 'document:medical-evidence', isSupplied: false, needsLastFour: false },
      { item: 'authorization:甲秋实', isSupplied: false, needsLastFour: true },
    ]);
    expect(before.letters.map(({ kind }) => kind)).toContain('supplement');

    expect((await upload(receipt, proof, 'medical-evidence')).status).toBe(201);
    expect((await follow(receipt, proof)).asked.supplement?.missing[0]).toMatchObject({ isSupplied: true });

    const wrong = await supply(receipt, proof, { version: 1, signatures: [{ member: '甲秋实', lastFour: '0000' }] });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: '/signatures/0/lastFour' }] } });
    const nobody = await supply(receipt, proof, { version: 1, signatures: [{ member: '乙无人' }], note: '见附件' });
    expect(nobody).toMatchObject({ status: 422, body: { errors: [{ path: '/signatures/0/member' }] } });

    const given = { version: 1, signatures: [{ member: '甲秋实', lastFour: lastFour(111) }] };
    const key = { 'idempotency-key': 'supplement-of-111' };
    const first = await supply(receipt, { ...proof, ...key }, given);
    expect(first).toMatchObject({ status: 200, body: { stage: 'received', asked: {} } });
    expect((await supply(receipt, { ...proof, ...key }, given)).body).toEqual(first.body);
    expect(await supply(receipt, proof, given)).toMatchObject({ status: 409, body: { code: 'TASK_CLOSED' } });

    const { body } = await office.ask<{ tasks: { kind: string; outcome: string | null; with: object; by: string }[] }>(
      'caseworker',
      'GET',
      `/api/cases/${caseId}`,
    );
    expect(body.tasks.find(({ kind }) => kind === 'supplement')).toMatchObject({
      outcome: 'supplied',
      with: { authorizations: ['甲秋实'] },
      by: '甲秋实',
    });
    await must(give(office, caseId, 'intake', 'accepted'));
  });

  test('that cannot be had are told with a word, never passed over', async () => {
    const { receipt, proof } = await waiting(112, ['document:medical-evidence']);
    expect(await supply(receipt, proof, { version: 1 })).toMatchObject({ status: 422, body: { errors: [{ path: '/note' }] } });
    expect(await supply(receipt, proof, { version: 1, note: '医院停电，下周才能开。' })).toMatchObject({ status: 200 });
  });

  test('come with corrected answers; ID numbers are not shown for it and not lost by it', async () => {
    const { caseId, receipt, proof } = await waiting(113, ['document:medical-evidence']);
    const { body: stated } = await office.ask<{ household: { members: object[]; income: object[] } }>(
      null,
      'GET',
      `/api/track/${receipt}/stated`,
      undefined,
      proof,
    );
    expect(JSON.stringify(stated)).not.toContain(application(113).household.members[0]?.idNumber);
    const household = { ...stated.household, income: [{ member: '甲秋实', kind: 'wage', monthly: '450.00' }] };
    await must(supply(receipt, proof, { version: 1, household, note: '工资上月降了。' }));
    const { body } = await office.ask<{ household: { source: string; household: { members: object[]; income: object[] } } }>(
      'caseworker',
      'GET',
      `/api/cases/${caseId}`,
    );
    expect(body.household).toMatchObject({
      source: 'supplement',
      household: { members: application(113).household.members.map(({ idNumber }) => ({ idNumber })), income: [{ monthly: '450.00' }] },
    });
    expect((await office.ask(null, 'GET', `/api/track/${receipt}/stated`, undefined, proof)).status).toBe(409);
  });

  test('are not taken when nothing is missing, of the wrong household, or without end', async () => {
    const { receipt } = await apply(office, 114);
    const proof = await proofOf(receipt, 114);
    expect(await supply(receipt, proof, { version: 1, note: '补' })).toMatchObject({ status: 409, body: { code: 'NOTHING_ASKED' } });
    expect(await supply(receipt, {}, { version: 1, note: '补' })).toMatchObject({ status: 404, body: { code: 'LAST_FOUR_WRONG' } });
    for (const bad of [{}, { version: 0 }, { version: 1, note: '' }, { version: 1, household: {} }, { version: 1, more: 1 }, []])
      expect([400, 422]).toContain((await supply(receipt, proof, bad)).status);
  });
});

describe('what the data check found different (M57 18)', () => {
  test('is disputed with a statement, which the re-check reads', async () => {
    const caseId = await caseAt(office, 121, 'survey');
    const { receipt } = await caseOf(caseId);
    const proof = await proofOf(receipt, 121);
    const dispute = (payload: object, headers = {}) =>
      office.ask<Followed>(null, 'POST', `/api/track/${receipt}/dispute`, payload, { ...proof, ...headers });
    expect(await dispute({ statement: '没有这笔钱。' })).toMatchObject({ status: 409, body: { code: 'NOTHING_ASKED' } });

    const { household } = application(121);
    await must(give(office, caseId, 'verification', 'differs', { summary: '工资比申报多 350 元。', household }));
    expect((await follow(receipt, proof)).asked.difference).toMatchObject({ summary: '工资比申报多 350 元。', said: [] });
    const key = { 'idempotency-key': 'dispute-of-121' };
    const first = await must(dispute({ statement: '这 350 元是上一个工人的工资，单位记错了。' }, key));
    expect(first.body.asked.difference?.said).toMatchObject([{ statement: '这 350 元是上一个工人的工资，单位记错了。' }]);
    expect((await dispute({ statement: '这 350 元是上一个工人的工资，单位记错了。' }, key)).body).toEqual(first.body);

    const { body } = await office.ask<{ items: { kind: string; by: string; data: object }[] }>(
      'caseworker',
      'GET',
      `/api/cases/${caseId}/ledger`,
    );
    expect(body.items.filter(({ kind }) => kind === 'difference.disputed')).toMatchObject([{ by: '甲秋实' }]);
    await must(give(office, caseId, 'recheck', 'upheld', { finding: '属实，工资属于他人。', household }));
    expect(await dispute({ statement: '再说一次。' })).toMatchObject({ status: 409 });
    expect(await dispute({ statement: '' })).toMatchObject({ status: 422 });
  });
});

describe('letters and decisions', () => {
  test('a refusal is read with its reasons, its remedies and its letter; the letter of another case is not', async () => {
    const caseId = await caseAt(office, 131, 'opinion');
    const { receipt } = await caseOf(caseId);
    await must(give(office, caseId, 'opinion', 'not-eligible', { reason: '长期不在本地居住。' }));
    const proof = await proofOf(receipt, 131);
    const followed = await follow(receipt, proof);
    expect(followed.ending).toBe('refused');
    expect(followed.may).toEqual([]);
    expect(followed.decision?.reasons.map(({ text }) => text)).toContain('长期不在本地居住。');
    expect(followed.decision?.remedies.join()).toMatch(/人民政府/);
    const letter = followed.letters.find(({ kind }) => kind === 'refusal');
    const url = `/api/track/${receipt}/letters/${letter?.id}`;
    expect((await office.ask(null, 'GET', url, undefined, proof)).status).toBe(200);
    expect((await office.ask(null, 'GET', url)).status).toBe(404);
    const other = await apply(office, 132);
    expect(
      (await office.ask(null, 'GET', `/api/track/${other.receipt}/letters/${letter?.id}`, undefined, await proofOf(other.receipt, 132)))
        .status,
    ).toBe(404);
    expect((await upload(receipt, proof, 'late')).status).toBe(409);
  });

  test('an application is withdrawn without saying why', async () => {
    const { receipt } = await apply(office, 133);
    const withdrawn = await office.ask(null, 'POST', `/api/track/${receipt}/withdrawal`, { lastFour: lastFour(133) });
    expect(withdrawn).toMatchObject({ status: 200, body: { ending: 'withdrawn', may: [], clocks: [] } });
  });

  test('how long it takes is told by the figures of today', async () => {
    expect((await office.ask(null, 'GET', '/api/time-limits')).body).toMatchObject({
      mode: 'delegated',
      decision: { days: 20, unit: 'working' },
      extended: { days: 45 },
      notice: { days: 7, unit: 'calendar' },
    });
    expect((await office.ask(null, 'GET', '/api/time-limits?programme=nothing')).status).toBe(422);
  });
});

describe('what a household tells of itself', () => {
  test('a change while the application is open stands in its ledger, and changes no fact', async () => {
    const { caseId, receipt } = await apply(office, 141);
    const proof = await proofOf(receipt, 141);
    const tell = (payload: object) => office.ask<Followed>(null, 'POST', `/api/track/${receipt}/changes`, payload, proof);
    await must(tell({ what: 'income', text: '下个月起不做工了。' }));
    const { body } = await office.ask<{ items: { kind: string; data: object }[] }>('caseworker', 'GET', `/api/cases/${caseId}/ledger`);
    expect(body.items.find(({ kind }) => kind === 'change.reported')).toMatchObject({ data: { what: 'income' } });
    for (const bad of [{}, { what: 'weather', text: '雨' }, { what: 'income', text: '' }]) expect((await tell(bad)).status).toBe(422);
    expect((await office.ask(null, 'POST', `/api/track/${receipt}/giving-up`, { reason: '不要了' }, proof)).status).toBe(409);
  });

  test('a member who has died is told by a relative, once however often it is told; a stranger is nobody of the household', async () => {
    const { caseId, receipt } = await apply(office, 142);
    const proof = await proofOf(receipt, 142);
    const tell = (member: string, diedOn = '2026-09-08') =>
      office.ask<Followed>(null, 'POST', `/api/track/${receipt}/deaths`, { member, diedOn, reason: '母亲报告。' }, proof);
    expect((await tell('乙无人')).status).toBeGreaterThanOrEqual(400);
    expect((await tell('甲小满', '2026-09-10')).status).toBeGreaterThanOrEqual(400);
    await must(tell('甲小满'));
    await must(tell('甲小满'));
    const { body } = await office.ask<{ household: { household: { members: { name: string }[] } } }>(
      'caseworker',
      'GET',
      `/api/cases/${caseId}`,
    );
    expect(body.household.household.members.map(({ name }) => name)).toEqual(['甲秋实']);
  });

  test('an award is followed with the number of the application, reviewed early after a change, and given up', async () => {
    const own = await openOffice();
    const caseId = await caseAt(own, 143, 'notice');
    own.clock.set('2026-09-17T01:10:00.000Z');
    await own.database.transact(systemActor, own.clock.now(), (tx) => bringOn(tx, caseId));
    await must(give(own, caseId, 'confirm', 'confirmed'));
    const { receipt } = (await must(own.ask<{ case: { receipt: string } }>('caseworker', 'GET', `/api/cases/${caseId}`))).body.case;
    const proof = await proofOf(receipt, 143, own);
    const followed = await must(
      own.ask<Followed & { award: { number: string; state: string } }>(null, 'GET', `/api/track/${receipt}`, undefined, proof),
    );
    expect(followed.body).toMatchObject({ award: { state: 'active' }, may: ['report-change', 'report-death', 'give-up'] });
    // The award's own number leads to the same page.
    const { number } = followed.body.award;
    const byNumber = await must(own.ask<Followed>(null, 'GET', `/api/track/${number}?lastFour=${lastFour(143)}`));
    expect(byNumber.body).toMatchObject({ receipt, award: { number } });

    await must(own.ask(null, 'POST', `/api/track/${receipt}/changes`, { what: 'income', text: '找到工作了。' }, proof));
    const gone = await must(own.ask<Followed>(null, 'POST', `/api/track/${receipt}/giving-up`, { reason: '不再需要。' }, proof));
    expect(gone.body).toMatchObject({ award: { state: 'stopped' }, may: [] });
    expect((await own.ask(null, 'POST', `/api/track/${receipt}/giving-up`, { reason: '不再需要。' }, proof)).status).toBe(409);
    await own.close();
  });
});

async function waiting(serial: number, missing: string[]) {
  const { caseId, receipt } = await apply(office, serial);
  await must(give(office, caseId, 'intake', 'supplement', { missing }));
  await openTask(office, caseId, 'supplement');
  return { caseId, receipt, proof: await proofOf(receipt, serial) };
}

async function proofOf(receipt: string, serial: number, at = office): Promise<{ 'x-tracking-proof': string }> {
  const { body } = await must(at.ask<{ proof: string }>(null, 'POST', `/api/track/${receipt}/proof`, { lastFour: lastFour(serial) }));
  return { 'x-tracking-proof': body.proof };
}

async function follow(receipt: string, proof: Record<string, string>): Promise<Followed> {
  return (await must(office.ask<Followed>(null, 'GET', `/api/track/${receipt}`, undefined, proof))).body;
}

function supply(receipt: string, headers: Record<string, string>, payload: object) {
  return office.ask<Followed>(null, 'POST', `/api/track/${receipt}/supplement`, payload, headers);
}

async function caseOf(caseId: string): Promise<{ receipt: string }> {
  return (await must(office.ask<{ case: { receipt: string } }>('caseworker', 'GET', `/api/cases/${caseId}`))).body.case;
}

async function upload(receipt: string, headers: Record<string, string>, what: string): Promise<{ status: number }> {
  const response = await office.app.inject({
    method: 'POST',
    url: `/api/track/${receipt}/documents`,
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=cut' },
    payload: Buffer.concat([
      Buffer.from(
        `--cut\r\ncontent-disposition: form-data; name="what"\r\n\r\n${what}\r\n--cut\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      photo,
      Buffer.from('\r\n--cut--\r\n'),
    ]),
  });
  return { status: response.statusCode };
}

/** A small real PNG. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

function lastFour(serial: number): string {
  return application(serial).household.members[0]?.idNumber?.slice(-4) ?? '';
}
