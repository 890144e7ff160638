// What lives on after a grant, at the doors of the API. M57 = 最低生活保障审核确认办法; LAW = 社会救助法.
import { systemActor } from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringOn } from '../../services/api/src/look-ahead.ts';
import { application, openOffice, type TestOffice } from './open-office.ts';
import { apply, give, must, openTask, surveyForm } from './walk.ts';

interface AwardBody {
  caseId: string;
  number: string;
  state: string;
  monthly: string;
  from: string;
  amounts: { monthly: string; kind: string; from: string }[];
  nextReviewOn: string | null;
  entitlements: { month: string; amount: string }[];
  workRefusals: unknown[];
}

const DAY = '2026-09-17T02:00:00.000Z';
let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('the file of an award', () => {
  test('stands with the granted case and by itself, with its amounts and its next review', async () => {
    const { caseId, award } = await granted(1);
    expect(await awardIn(caseId)).toMatchObject({
      caseId: award,
      state: 'active',
      monthly: '767.00',
      amounts: [{ kind: 'grant', from: '2026-10', monthly: '767.00' }],
      nextReviewOn: '2027-03-17',
      entitlements: [],
    });
    const { body } = await office.ask<{ case: object; periods: object[]; mayDo: string[] }>('caseworker', 'GET', `/api/cases/${award}`);
    expect(body.case).toMatchObject({ process: 'subsistence-award', origin: caseId, stage: 'active', ending: null });
    expect(body.mayDo).toEqual(['report-death', 'report-change', 'record-work-refusal', 'give-up', 'set-payee-account']);
  });

  test('stands in the list of awards and not among the applications', async () => {
    const { caseId, award } = await granted(2);
    const { body: awards } = await office.ask<{ items: { caseId: string }[] }>('leader', 'GET', '/api/awards?state=active&limit=200');
    expect(awards.items.find((one) => one.caseId === award)).toMatchObject({
      origin: caseId,
      state: 'active',
      monthly: '767.00',
      underReview: false,
    });
    const { body: cases } = await office.ask<{ items: { id: string }[] }>('leader', 'GET', '/api/cases?limit=200');
    expect(cases.items.map(({ id }) => id)).not.toContain(award);
    const { body: elsewhere } = await office.ask<{ items: { caseId: string }[] }>('baishi-leader', 'GET', '/api/awards?limit=200');
    expect(elsewhere.items.map((one) => one.caseId)).not.toContain(award);
    for (const bad of ['state=gone', 'cursor=%2e', 'limit=0', 'other=1'])
      expect((await office.ask('leader', 'GET', `/api/awards?${bad}`)).status, bad).toBe(422);
  });
});

describe('what a household in payment tells', () => {
  test('a change calls the review, and told twice under one key it is told once', async () => {
    const { award } = await granted(3, 'citizen');
    const change = { what: 'income', text: '开始打零工' };
    const key = { 'idempotency-key': 'change-three-0001' };
    const first = await office.ask('citizen', 'POST', `/api/cases/${award}/changes`, change, key);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ id: award, stage: 'under-review' });
    const again = await office.ask('citizen', 'POST', `/api/cases/${award}/changes`, change, key);
    expect(again.body).toEqual(first.body);
    const { body } = await office.ask<{ items: { kind: string }[] }>('caseworker', 'GET', `/api/cases/${award}/ledger`);
    expect(body.items.filter(({ kind }) => kind === 'change.reported')).toHaveLength(1);
  });

  test('somebody else’s award is not there for a citizen, and a household that a citizen states is not taken for a fact', async () => {
    const { award } = await granted(4);
    const change = { what: 'income', text: '不是我家' };
    expect((await office.ask('citizen', 'POST', `/api/cases/${award}/changes`, change)).status).toBe(404);
    const own = await granted(5, 'citizen');
    const stated = { ...change, household: application(99).household };
    const { status, body } = await office.ask('citizen', 'POST', `/api/cases/${own.award}/changes`, stated);
    expect([status, body.code]).toEqual([403, 'NOT_YOUR_DUTY']);
  });

  test('an application has nothing to report into, and bad content is refused with its place', async () => {
    const { caseId } = await apply(office, 6);
    expect((await office.ask('caseworker', 'POST', `/api/cases/${caseId}/changes`, { what: 'income', text: 'x' })).body).toMatchObject({
      code: 'OUTCOME_NOT_NOW',
    });
    const { award } = await granted(7);
    for (const bad of [
      {},
      { what: 'weather', text: 'x' },
      { what: 'income', text: '' },
      { what: 'income', text: 'x'.repeat(2001) },
      { what: 'income', text: '\u0007' },
    ])
      expect((await office.ask('caseworker', 'POST', `/api/cases/${award}/changes`, bad)).status, JSON.stringify(bad).slice(0, 60)).toBe(
        422,
      );
  });

  test('it gives its award up, once, and may apply again', async () => {
    const { award } = await granted(8, 'citizen');
    const up = () => office.ask('citizen', 'POST', `/api/cases/${award}/giving-up`, { reason: '孩子工作了' });
    expect((await up()).body).toMatchObject({ ending: 'given-up' });
    expect((await up()).body).toMatchObject({ code: 'CASE_CLOSED' });
    expect(await awardIn(award)).toMatchObject({ state: 'stopped', monthly: '0.00', from: '2026-10' });
    expect((await office.ask(null, 'POST', '/api/applications', application(8))).status).toBe(201);
  });

  test('it is neither withdrawn nor ended for lack of co-operation', async () => {
    const { award } = await granted(9, 'citizen');
    expect((await office.ask('citizen', 'POST', `/api/cases/${award}/withdrawal`, { reason: 'x' })).body).toMatchObject({
      code: 'OUTCOME_NOT_NOW',
    });
    expect(
      (await office.ask('caseworker', 'POST', `/api/cases/${award}/reports`, { kind: 'refuses-to-cooperate', reason: 'x' })).status,
    ).toBe(409);
  });
});

describe('a review', () => {
  test('lowers after a hearing and a decision of somebody else; two who decide at once decide once [LAW 48]', async () => {
    const { award } = await granted(10);
    await must(office.ask('caseworker', 'POST', `/api/cases/${award}/changes`, { what: 'income', text: '加了工资' }));
    const { household } = application(10);
    // 1160 − (900 − 180) + 87
    const richer = { ...household, income: [{ member: '甲秋实', kind: 'wage', monthly: '900.00' }] };
    const reviewed = await must(
      give(office, award, 'review', 'decrease', { household: richer, finding: '工资上涨' }, { who: 'caseworker' }),
    );
    expect(reviewed.body).toMatchObject({ case: { stage: 'under-review' }, next: [{ kind: 'hearing' }] });
    const heard = { heardOn: '2026-09-17', means: 'phone', speaker: '甲秋实', statement: '知道了' };
    await must(give(office, award, 'hearing', 'heard', heard, { who: 'caseworker' }));
    const { id, version } = await openTask(office, award, 'change-decision');
    const decide = () => office.ask('leader', 'PUT', `/api/tasks/${id}/outcome`, { version, outcome: 'confirmed', with: {} });
    const both = await Promise.all([decide(), decide()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await awardIn(award)).toMatchObject({ monthly: '527.00', from: '2026-10', amounts: [{ kind: 'grant' }, { kind: 'decrease' }] });
    const { body } = await office.ask<{ items: { changes: object[] | null }[] }>('leader', 'GET', `/api/cases/${award}/assessments`);
    expect(body.items.at(1)?.changes).toContainEqual({ kind: 'result', what: 'monthly', before: '767.00', after: '527.00' });
    const { body: letters } = await office.ask<{ items: { kind: string }[] }>('leader', 'GET', `/api/cases/${award}/letters`);
    expect(letters.items.map(({ kind }) => kind)).toEqual(['hearing', 'change-decision']);
  });

  test('what it says against the assessment is refused with what the rules give', async () => {
    const { award } = await granted(11);
    await must(office.ask('caseworker', 'POST', `/api/cases/${award}/changes`, { what: 'other', text: '来访' }));
    const { status, body } = await give(office, award, 'review', 'stop', { finding: '不符合' }, { who: 'caseworker' });
    expect([status, body]).toMatchObject([422, { code: 'OPINION_AGAINST_ASSESSMENT' }]);
  });

  test('refused work is recorded by whoever reviews, of members who can work', async () => {
    const { award } = await granted(12);
    const refusal = { member: '甲秋实', offeredOn: '2026-09-16', offer: '保洁', hasGoodReason: false, reason: '不去' };
    const record = (more: object, who = 'caseworker') =>
      office.ask(who, 'POST', `/api/cases/${award}/work-refusals`, { ...refusal, ...more });
    expect((await record({})).status).toBe(200);
    expect((await awardIn(award)).workRefusals).toHaveLength(1);
    expect((await record({}, 'leader')).status).toBe(403);
    expect((await record({ member: '甲小满' })).body).toMatchObject({ code: 'MEMBER_UNABLE' });
    expect((await record({ member: '别人' })).body).toMatchObject({ code: 'MEMBER_UNKNOWN' });
    expect((await record({ offeredOn: '2026-09-18' })).body).toMatchObject({ code: 'DAY_IMPOSSIBLE' });
    expect((await record({ hasGoodReason: 'no' })).status).toBe(422);
  });
});

describe('a payment list', () => {
  test('is made by whoever pays, once; its lines and its sum are one', async () => {
    const { award } = await granted(13);
    const make = (month: string, who = 'finance') =>
      office.ask<{ items: { id: string; month: string; lines: number; sum: string }[] }>(who, 'POST', '/api/pay-lists', { month });
    expect((await make('2026-10')).body).toMatchObject({ code: 'PAY_LIST_TOO_EARLY' });
    expect((await make('2026-10', 'caseworker')).status).toBe(403);
    office.clock.set('2026-10-08T02:00:00.000Z');
    const [list] = (await make('2026-10')).body.items;
    const [same] = (await make('2026-10')).body.items;
    expect(same).toEqual(list);
    const { body } = await office.ask<{ items: { caseId: string; amount: string; month: string }[]; sum: string; lines: number }>(
      'finance',
      'GET',
      `/api/pay-lists/${list!.id}`,
    );
    expect(body.items.find(({ caseId }) => caseId === award)).toMatchObject({ month: '2026-10', amount: '767.00' });
    expect(body.items).toHaveLength(body.lines);
    expect(body.items.reduce((total, { amount }) => total + Number(amount), 0).toFixed(2)).toBe(body.sum);
    expect((await awardIn(award)).entitlements).toEqual([{ month: '2026-10', amount: '767.00' }]);

    const csv = await office.ask<string>('finance', 'GET', `/api/pay-lists/${list!.id}.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = csv.body.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeff"待遇编号","姓名","村（社区）","月份","金额（元）"');
    expect(lines).toHaveLength(body.lines + 2);
    expect(lines.at(-1)).toContain(body.sum);
    for (const path of ['', '.csv']) {
      expect((await office.ask('finance', 'GET', `/api/pay-lists/01900000-0000-7000-8000-000000000000${path}`)).status).toBe(404);
      expect((await office.ask('leader', 'GET', `/api/pay-lists/${list!.id}${path}`)).status).toBe(403);
    }
    const { body: lists } = await office.ask<{ items: object[] }>('finance', 'GET', '/api/pay-lists?month=2026-10');
    expect(lists.items).toHaveLength(1);
    expect((await office.ask('finance', 'GET', '/api/pay-lists?month=2026-13')).status).toBe(422);
  });
});

async function granted(serial: number, who: string | null = null): Promise<{ caseId: string; award: string }> {
  office.clock.set('2026-09-09T01:10:00.000Z');
  const { caseId } = await apply(office, serial, { who });
  await must(give(office, caseId, 'intake', 'accepted'));
  await must(give(office, caseId, 'survey', 'done', surveyForm(serial)));
  await must(give(office, caseId, 'verification', 'consistent'));
  await must(give(office, caseId, 'opinion', 'eligible'));
  office.clock.set(DAY);
  await office.database.transact(systemActor, office.clock.now(), (tx) => bringOn(tx, caseId));
  await must(give(office, caseId, 'confirm', 'confirmed'));
  return { caseId, award: (await awardIn(caseId)).caseId };
}

async function awardIn(caseId: string): Promise<AwardBody> {
  return (await office.ask<{ award: AwardBody }>('caseworker', 'GET', `/api/cases/${caseId}`)).body.award;
}
