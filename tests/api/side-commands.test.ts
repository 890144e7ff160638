// What people can do in a case beside its tasks: M57 = 最低生活保障审核确认办法; N2022 = the notice of 2022-10-20; ARL = 行政复议法.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give } from './walk.ts';

interface File {
  case: { id: string; ending: string | null; appliedAt: string; applicant: string; idNumber: string };
  household: { source: string; household: { members: { name: string; relation: string }[] } };
  tasks: { kind: string; round: number; outcome: string | null; dueOn: string | null }[];
  mayDo: string[];
  passedOnFrom: { caseId: string; receipt: string; township: { code: string } } | null;
  passedOnTo: { caseId: string; receipt: string; township: { code: string } } | null;
  deceased: { member: string; diedOn: string }[];
  complaints: { text: string }[];
}

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const read = async (caseId: string, who = 'caseworker') => (await office.ask<File>(who, 'GET', `/api/cases/${caseId}`)).body;
const kinds = async (caseId: string) =>
  (await office.ask<{ items: { kind: string }[] }>('inspector', 'GET', `/api/cases/${caseId}/ledger`)).body.items.map(({ kind }) => kind);
const post = (who: string | null, caseId: string, command: string, body: object, headers = {}) =>
  office.ask<{ code?: string }>(who, 'POST', `/api/cases/${caseId}/${command}`, body, headers);

describe('lengthening the limit [N2022 4(1)]', () => {
  test('asked for twice it is done once, another reason is refused, and who did it and why is entered', async () => {
    const caseId = await caseAt(office, 1, 'opinion');
    const first = await post('leader', caseId, 'extension', { reason: 'hukou-elsewhere', note: '妻子户籍在外省。' });
    const again = await post('leader', caseId, 'extension', { reason: 'hukou-elsewhere' });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect((await kinds(caseId)).filter((kind) => kind === 'clock.extended')).toHaveLength(1);
    const { body } = await office.ask<{ items: { kind: string; by: string; data: object }[] }>(
      'leader',
      'GET',
      `/api/cases/${caseId}/ledger`,
    );
    expect(body.items.find(({ kind }) => kind === 'clock.extended')).toMatchObject({
      by: '戊守正',
      data: { reason: 'hukou-elsewhere', note: '妻子户籍在外省。' },
    });
    expect((await post('leader', caseId, 'extension', { reason: 'hard-survey' })).body).toMatchObject({ code: 'EXTENDED_ALREADY' });
  });

  test('no other reason will do, and an objection only where somebody objected', async () => {
    const caseId = await caseAt(office, 2, 'opinion');
    for (const reason of ['too much work', 'objection', '']) {
      const { status, body } = await post('leader', caseId, 'extension', { reason });
      expect({ reason, status, code: body.code }).toEqual({
        reason,
        status: 422,
        code: reason === '' ? 'FIELDS_REFUSED' : 'EXTENSION_NOT_LAWFUL',
      });
    }
    expect(await kinds(caseId)).not.toContain('clock.extended');
  });

  test('before the acceptance there is nothing to lengthen', async () => {
    const { caseId } = await apply(office, 3);
    expect((await post('leader', caseId, 'extension', { reason: 'hard-survey' })).body).toMatchObject({ code: 'OUTCOME_NOT_NOW' });
  });

  test('what is open by the limit is due when it is; what has a limit of its own stays', async () => {
    const caseId = await caseAt(office, 4, 'survey');
    const dueOn = (file: File, kind: string) => file.tasks.find((task) => task.kind === kind)?.dueOn;
    await give(office, caseId, 'verification', 'differs', {
      summary: '查得存款。',
      household: (await read(caseId)).household.household,
    });
    const before = await read(caseId);
    await post('leader', caseId, 'extension', { reason: 'hard-survey' });
    const after = await read(caseId);
    expect(dueOn(after, 'survey')).toBe(dueOn(before, 'survey'));
    expect([dueOn(before, 'recheck'), dueOn(after, 'recheck')]).toEqual(['2026-10-13', '2026-11-17']);
  });
});

describe('a death', () => {
  test('of another member leaves the applicant, and the survey cannot bring the dead back', async () => {
    const caseId = await caseAt(office, 11, 'survey');
    const before = (await read(caseId)).household.household;
    const died = await post('caseworker', caseId, 'deaths', { member: '甲小满', diedOn: '2026-09-08', reason: '因病去世。' });
    expect(died.status).toBe(200);
    const file = await read(caseId);
    expect(file.household).toMatchObject({ source: 'death', household: { members: [{ name: '甲秋实' }] } });
    expect(file.deceased).toEqual([{ member: '甲小满', diedOn: '2026-09-08' }]);
    const { status, body } = await give(office, caseId, 'survey', 'done', {
      ...{ surveyors: ['乙明理', '丙知行'], visitedOn: '2026-09-09', means: 'visit', signedBy: '甲秋实' },
      household: before,
    });
    expect([status, body]).toMatchObject([422, { code: 'MEMBER_DECEASED' }]);
  });

  test('of an applicant who leaves a minor alone is refused with what to do, and nothing is written', async () => {
    const caseId = await caseAt(office, 12, 'survey');
    const before = await kinds(caseId);
    const { status, body } = await post('caseworker', caseId, 'deaths', { member: '甲秋实', diedOn: '2026-09-08', reason: '去世。' });
    expect([status, body]).toMatchObject([409, { code: 'GUARDIAN_NEEDED', detail: expect.stringContaining('监护人') }]);
    expect(await kinds(caseId)).toEqual(before);
    expect((await read(caseId)).deceased).toEqual([]);
  });

  test('the name that is asked for, tracked by and written to is that of the new applicant', async () => {
    const more = {
      household: {
        residence: 'rural',
        members: [
          { name: '乙老大', relation: 'applicant', birth: '1960-03-02', sex: 'male', idNumber: '999901196003021010' },
          { name: '乙老二', relation: 'sibling', birth: '1965-03-02', sex: 'male', idNumber: '99990119650302101X' },
        ].map((member) => ({ ...member, idNumber: withCheckDigit(member.idNumber) })),
        income: [],
        assets: [],
      },
      declarations: { truthful: true, authorizations: ['乙老大', '乙老二'] },
    };
    const { caseId, receipt } = await apply(office, 13, { who: 'caseworker', more });
    await give(office, caseId, 'intake', 'accepted');
    const [, second] = more.household.members;
    expect(
      (await post('caseworker', caseId, 'deaths', { member: '乙老大', diedOn: '2026-09-08', reason: '去世。', newApplicant: '无此人' }))
        .body,
    ).toMatchObject({ code: 'APPLICANT_NOT_POSSIBLE', candidates: ['乙老二'] });
    await post('caseworker', caseId, 'deaths', { member: '乙老大', diedOn: '2026-09-08', reason: '去世。' });
    expect((await read(caseId)).case).toMatchObject({ applicant: '乙老二', ending: null });
    const track = (lastFour: string) => office.ask(null, 'GET', `/api/track/${receipt}?lastFour=${lastFour}`);
    const [row] = await query<{ last4: string }>(office.base.urls.admin, 'select applicant_id_last4 as last4 from cases where id = $1', [
      caseId,
    ]);
    expect(row?.last4).toBe(second?.idNumber.slice(-4));
    expect((await track('0000')).status).not.toBe(200);
  });

  test('on a day that cannot be, of somebody who is not there, or in a closed case is refused', async () => {
    const caseId = await caseAt(office, 14, 'survey');
    const death = { member: '甲小满', diedOn: '2026-09-08', reason: '去世。' };
    expect((await post('caseworker', caseId, 'deaths', { ...death, diedOn: '2026-09-10' })).body).toMatchObject({ code: 'DAY_IMPOSSIBLE' });
    expect((await post('caseworker', caseId, 'deaths', { ...death, diedOn: '2015-05-31' })).body).toMatchObject({ code: 'DAY_IMPOSSIBLE' });
    expect((await post('caseworker', caseId, 'deaths', { ...death, member: '谁' })).body).toMatchObject({ code: 'MEMBER_UNKNOWN' });
    await post('caseworker', caseId, 'withdrawal', { reason: '不办了。' });
    expect((await post('caseworker', caseId, 'deaths', death)).body).toMatchObject({ code: 'CASE_CLOSED' });
  });
});

describe('passing a case on [M57 5; LAW 64]', () => {
  test('opens it there with its papers and the day on which it was applied for, and each names the other', async () => {
    const caseId = await caseAt(office, 21, 'survey');
    const done = await post('caseworker', caseId, 'transfer', { township: '999901102', reason: '全家搬到白石乡。' });
    expect(done.body).toMatchObject({ ending: 'transferred', stage: 'closed' });
    const here = await read(caseId);
    const there = await read(here.passedOnTo?.caseId ?? '', 'baishi-caseworker');
    expect(here.passedOnTo?.township.code).toBe('999901102');
    expect(there.passedOnFrom).toMatchObject({ caseId, township: { code: '999901101' } });
    expect(there.case.appliedAt).toBe(here.case.appliedAt);
    expect(there.household.household).toEqual(here.household.household);
    expect(there.tasks.map(({ kind, outcome }) => [kind, outcome])).toEqual([['intake', null]]);
    expect((await office.ask('caseworker', 'GET', `/api/cases/${there.case.id}`)).status).toBe(404);
    const letters = await office.ask<{ items: { id: string; kind: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/letters`);
    const letter = letters.body.items.find(({ kind }) => kind === 'transfer');
    const told = await office.ask('caseworker', 'GET', `/api/letters/${letter?.id}`);
    expect(JSON.stringify(told.body)).toContain(here.passedOnTo?.receipt);
  });

  test('is done once, whether asked twice at the same moment or an hour later', async () => {
    const caseId = await caseAt(office, 22, 'survey');
    const ask = () => post('caseworker', caseId, 'transfer', { township: '999901102', reason: '搬家。' });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await query(office.base.urls.admin, 'select 1 from cases where origin = $1', [caseId]);
    expect(rows).toHaveLength(1);
    expect((await post('caseworker', caseId, 'transfer', { township: '999901101', reason: '又搬回来。' })).body).toMatchObject({
      code: 'CASE_CLOSED',
    });
  });

  test('to a place that is not there, to where it is, or to a village of elsewhere is refused', async () => {
    const caseId = await caseAt(office, 23, 'survey');
    for (const place of [
      { township: '999901101' },
      { township: '999901999' },
      { township: '999901102', village: '999901101201' },
      { township: '999901102', village: '999901102999' },
    ])
      expect((await post('caseworker', caseId, 'transfer', { ...place, reason: '搬家。' })).body).toMatchObject({
        code: 'TRANSFER_NOWHERE',
      });
    expect((await read(caseId)).case.ending).toBeNull();
  });
});

describe('a refusal to co-operate [M57 29]', () => {
  test('is warned of first, repeated with the same key it is one record, and the second ends the case', async () => {
    const caseId = await caseAt(office, 31, 'survey');
    const refuse = (key: string) =>
      post('caseworker', caseId, 'reports', { kind: 'refuses-to-cooperate', reason: '两次上门无人配合。' }, { 'idempotency-key': key });
    expect((await refuse('first')).body).toMatchObject({ ending: null });
    expect((await refuse('first')).body).toMatchObject({ ending: null });
    expect((await refuse('second')).body).toMatchObject({ ending: 'terminated' });
    expect((await kinds(caseId)).filter((kind) => kind === 'cooperation.refused')).toHaveLength(2);
    expect((await apply(office, 31)).caseId).not.toBe(caseId);
  });
});

describe('a complaint [M57 20]', () => {
  test('is kept without who complained, and keeps the decision from being taken before the county has visited', async () => {
    const caseId = await caseAt(office, 41, 'notice');
    office.clock.set('2026-09-21T01:00:00.000Z');
    try {
      expect((await post('county', caseId, 'complaints', { text: '有人反映另有收入。' })).status).toBe(200);
      const file = await read(caseId);
      expect(file.complaints).toMatchObject([{ text: '有人反映另有收入。' }]);
      expect(await kinds(caseId)).toContain('complaint.received');
    } finally {
      office.clock.set('2026-09-09T01:10:00.000Z');
    }
  });
});

describe('what may be done now', () => {
  test('is said to each by the role and by where the case stands', async () => {
    const caseId = await caseAt(office, 51, 'survey');
    expect((await read(caseId)).mayDo).toEqual([
      'withdraw',
      'complain',
      'report-death',
      'refuse-to-cooperate',
      'set-payee-account',
      'transfer',
    ]);
    expect((await read(caseId, 'leader')).mayDo).toEqual(['extend']);
    expect((await read(caseId, 'inspector')).mayDo).toEqual([]);
    await post('leader', caseId, 'extension', { reason: 'hard-survey' });
    expect((await read(caseId, 'leader')).mayDo).toEqual([]);
    const onNotice = await caseAt(office, 52, 'notice');
    expect((await read(onNotice, 'reviewer')).mayDo).toEqual(['object', 'complain']);
    await post('caseworker', onNotice, 'withdrawal', { reason: '不办了。' });
    expect((await read(onNotice)).mayDo).toEqual([]);
  });
});

/** The same number with the last digit that belongs to the others [GB 11643]. */
function withCheckDigit(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return number.slice(0, 17) + '10X98765432'[sum % 11];
}
