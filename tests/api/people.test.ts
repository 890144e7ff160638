import { makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, household, openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give, must, openTask, surveyForm } from './walk.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex');

/** A photo as a phone sends it. */
async function send(who: string, url: string, content = JPEG): Promise<{ status: number; body: { id: string; code?: string } }> {
  const boundary = 'the-boundary';
  const part = (head: string) => Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`);
  const payload = Buffer.concat([
    part('content-disposition: form-data; name="what"'),
    Buffer.from('公示照片\r\n'),
    part('content-disposition: form-data; name="file"; filename="p.jpg"\r\ncontent-type: image/jpeg'),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await office.app.inject({
    method: 'POST',
    url,
    headers: { ...(await office.headersOf(who)), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  return { status: response.statusCode, body: response.json() };
}

describe('an application by an agent', () => {
  const agent = { name: '韦主任', idNumber: makeIdNumber('999901', '1970-01-01', 'male', 3), relation: 'village-committee' };

  test('without a mandate is taken, and the clerk is told what is missing without typing it', async () => {
    const more = { declarations: { truthful: true, authorizations: ['甲秋实'], agent } };
    const { caseId } = await apply(office, 1, { more });
    const task = await openTask(office, caseId, 'intake');
    const { body } = await office.ask<{ missing: object[] }>('caseworker', 'GET', `/api/tasks/${task.id}`, undefined, {
      'accept-language': 'zh',
    });
    expect(body.missing).toEqual([{ item: 'document:mandate', label: '委托书', source: 'M57 6' }]);
  });

  test('with an ID number whose digits do not fit, or a mandate from elsewhere, is refused at the field', async () => {
    const ask = (wrong: object) =>
      office.ask<{ errors: { path: string }[] }>(null, 'POST', '/api/applications', {
        ...application(2),
        declarations: { truthful: true, authorizations: [], agent: { ...agent, ...wrong } },
      });
    expect(await ask({ idNumber: '999901197001010000' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/declarations/agent/idNumber' }] },
    });
    expect(await ask({ mandate: '01900000-0000-7000-8000-000000000000' })).toMatchObject({ status: 422, body: { code: 'FIELDS_REFUSED' } });
    expect(await ask({ relation: 'cousin' })).toMatchObject({ status: 422 });
    expect(await ask({ fee: '100' })).toMatchObject({ status: 422 });
  });
});

describe('what is missing', () => {
  test('is not asked for where a platform holds it, whatever it is called', async () => {
    const { caseId } = await apply(office, 3);
    for (const item of ['document:残疾人证', 'document:户口本', 'document:ｉｄ ｃａｒｄ'])
      expect(await give(office, caseId, 'intake', 'supplement', { missing: [item] })).toMatchObject({
        status: 422,
        body: { code: 'HELD_BY_PLATFORM', held: [{ item }] },
      });
    expect((await give(office, caseId, 'intake', 'supplement', { missing: ['document:收入证明'] })).status).toBe(200);
  });
});

describe('questions about a household before it is handed in', () => {
  test('anybody may ask; an impossible one is told, and the registry is for officers alone', async () => {
    const family = household(4);
    const [mother, daughter] = family.members;
    const dead = {
      ...family,
      members: [
        { ...mother, diedOn: '2026-01-01' },
        { ...daughter, birth: '1980-01-01', idNumber: undefined },
      ],
    };
    const { status, body } = await office.ask<{ items: { code: string; certain: boolean }[] }>(null, 'POST', '/api/households/questions', {
      household: dead,
    });
    expect(status).toBe(200);
    expect(body.items.map(({ code, certain }) => [code, certain])).toEqual([
      ['APPLICANT_DEAD', true],
      ['OLD_STUDENT', false],
      ['CHILD_NOT_YOUNGER', true],
    ]);
    expect((await office.ask('caseworker', 'POST', '/api/households/questions', { household: family })).body).toEqual({ items: [] });
    expect((await office.ask(null, 'POST', '/api/households/questions', { household: { ...family, members: [] } })).status).toBe(422);
  });

  test('where to apply is answered with the article, and a place on no map is refused', async () => {
    const ask = (members: object[]) =>
      office.ask(null, 'POST', '/api/households/where-to-apply', { members, residence: '999901101201' }, { 'accept-language': 'zh' });
    expect(await ask([{ name: '覃勇' }, { name: '向丽', hukou: '湖南省' }])).toMatchObject({
      status: 200,
      body: {
        isApart: true,
        places: [{ hukou: '999901', members: ['覃勇'], rule: 'ONE_REGISTERED_WHERE_THEY_LIVE', source: 'M57 5' }],
        others: [{ hukou: '湖南省', members: ['向丽'] }],
      },
    });
    expect((await ask([{ name: '覃勇', hukou: '中土世界' }])).status).toBe(422);
  });
});

describe('duplicates', () => {
  test('staff are told what to look at, the public is not', async () => {
    const { caseId, receipt } = await apply(office, 5);
    const again = application(5);
    const seen = await office.ask<{ look: { caseId: string; receipt: string }[] }>('caseworker', 'POST', '/api/applications', again);
    expect(seen).toMatchObject({ status: 409, body: { code: 'DUPLICATE', look: [{ caseId, receipt }] } });
    const hidden = await office.ask(null, 'POST', '/api/applications', again);
    expect(hidden.status).toBe(409);
    expect(hidden.body).not.toHaveProperty('look');
    const apart = application(5, { township: '999901102' });
    const masked = await office.ask<{ look: { caseId: string | null }[] }>('baishi-caseworker', 'POST', '/api/applications', apart);
    expect(masked.body.look).toMatchObject([{ caseId: null, township: { code: '999901101' } }]);
    expect(JSON.stringify(masked.body)).not.toContain(receipt);
  });

  test('a member whom the survey finds in another case is refused, with that case beside it', async () => {
    const first = await apply(office, 6);
    const caseId = await caseAt(office, 7, 'survey');
    const form = surveyForm(7);
    const [, daughter] = household(6).members;
    const larger = { ...form.household, members: [...form.household.members, { ...daughter, name: '甲小寒' }] };
    expect(await give(office, caseId, 'survey', 'done', { ...form, household: larger })).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE', look: [{ caseId: first.caseId, match: 'same' }] },
    });
    const { body } = await office.ask<{ items: { caseId: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/duplicates`);
    expect(body.items.map((other) => other.caseId)).not.toContain(caseId);
  });
});

describe('relatives', () => {
  test('are registered by an officer, read by the county and the inspector, and filed by the county', async () => {
    const caseId = await caseAt(office, 8, 'survey');
    const register = (relative: object) => office.ask('caseworker', 'POST', `/api/cases/${caseId}/relatives`, relative);
    expect(await register({ member: '甲秋实', officer: 'leader', relation: 'cousin' })).toMatchObject({
      status: 422,
      body: { code: 'NOT_CLOSE_RELATIVE' },
    });
    expect(await register({ member: '甲秋实', officer: 'leader', relation: 'sibling', note: '本人说明' })).toMatchObject({
      status: 200,
      body: { did: [] },
    });
    const { body } = await office.ask<{ items: { id: string; officer: string; filedAt: string | null }[] }>(
      'inspector',
      'GET',
      `/api/relatives?case=${caseId}`,
    );
    expect(body.items).toMatchObject([{ officer: '戊守正', isOfStaff: true, how: 'officer', filedAt: null }]);
    expect((await office.ask('leader', 'POST', `/api/relatives/${body.items[0]?.id}/filing`)).status).toBe(403);
    expect((await office.ask('county', 'POST', `/api/relatives/${body.items[0]?.id}/filing`)).status).toBe(200);
    expect((await office.ask<{ items: unknown[] }>('baishi-leader', 'GET', '/api/relatives')).body.items).toEqual([]);
    expect((await office.ask('citizen', 'GET', '/api/relatives')).status).toBe(403);
    const { body: file } = await office.ask<{ case: { flags: string[] } }>('county', 'GET', `/api/cases/${caseId}`);
    expect(file.case.flags).toContain('RELATIVE_REGISTERED');
  });
});

describe('surveyors', () => {
  test('are chosen from the staff of the township', async () => {
    const { body } = await office.ask<{ items: { username: string }[] }>('caseworker', 'GET', '/api/staff');
    expect(body.items.map(({ username }) => username)).toEqual(
      expect.arrayContaining(['caseworker', 'caseworker-2', 'village-aide', 'county']),
    );
    expect(JSON.stringify(body)).not.toContain('baishi');
    expect((await office.ask('caseworker', 'GET', '/api/staff?township=999901102')).status).toBe(404);
  });
});

describe('a posted notice', () => {
  test('is proven with a photo by the village aide; the file shows it', async () => {
    const caseId = await caseAt(office, 9, 'notice');
    const { body: file } = await office.ask<{ notice: { id: string; postedAt: string } }>('caseworker', 'GET', `/api/cases/${caseId}`);
    const { id } = file.notice;
    const photo = await send('village-aide', `/api/notices/${id}/photos`);
    expect(photo.status).toBe(201);
    expect((await send('village-aide', `/api/notices/${id}/photos`, Buffer.from('<svg/>'))).status).toBe(422);
    expect((await send('baishi-caseworker', `/api/notices/${id}/photos`)).status).toBe(404);
    const post = (more: object) =>
      office.ask('village-aide', 'POST', `/api/notices/${id}/posting`, { document: photo.body.id, at: file.notice.postedAt, ...more });
    expect(await post({ at: '2099-01-01T00:00:00.000Z' })).toMatchObject({ status: 422, body: { code: 'PROOF_REFUSED' } });
    expect(await post({ at: 'yesterday' })).toMatchObject({ status: 422 });
    expect((await post({})).status).toBe(200);
    expect((await post({})).status).toBe(200);
    const { body } = await office.ask<{ proofs: object[] }>('caseworker', 'GET', `/api/cases/${caseId}`);
    expect(body.proofs).toMatchObject([{ notice: id, what: 'posting', by: '己乐助', document: photo.body.id }]);
  });

  test('opinions and publications are two lists; both keep search engines away, as do refusals', async () => {
    const { body, headers } = await office.ask<{ items: { kind: string }[] }>(null, 'GET', '/api/notices?kind=publication');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(body.items.every(({ kind }) => kind === 'publication')).toBe(true);
    expect((await office.ask(null, 'GET', '/api/notices?kind=drafts')).status).toBe(422);
    const missing = await office.ask(null, 'GET', '/api/notices/01900000-0000-7000-8000-000000000000');
    expect(missing).toMatchObject({ status: 404 });
    expect(missing.headers['x-robots-tag']).toContain('noindex');
  });

  test('whoever objects gets a slip, and learns by it what came of the objection', async () => {
    const caseId = await caseAt(office, 10, 'notice');
    const { body: file } = await office.ask<{ notice: { id: string } }>('caseworker', 'GET', `/api/cases/${caseId}`);
    const { body: objected } = await office.ask<{ slip: string }>(null, 'POST', `/api/notices/${file.notice.id}/objections`, {
      text: '有房出租',
    });
    const ask = () => office.ask(null, 'GET', `/api/objections/${objected.slip}`);
    expect(await ask()).toMatchObject({ status: 200, body: { outcome: null } });
    const review = { heldOn: '2026-09-09', participants: 7, inFavour: 2, against: 5 };
    const looked = { means: 'democratic-review', finding: '不属实', review };
    expect(await give(office, caseId, 'objection', 'rejected', { ...looked, review: { ...review, participants: 6 } })).toMatchObject({
      status: 422,
      body: { code: 'REVIEW_INCOMPLETE' },
    });
    await must(give(office, caseId, 'objection', 'rejected', looked));
    expect(await ask()).toMatchObject({ status: 200, body: { outcome: 'rejected' } });
    expect(JSON.stringify((await ask()).body)).not.toContain('不属实');
    expect((await office.ask(null, 'GET', '/api/objections/0000-0000-0000-0000')).body).toMatchObject({ code: 'SLIP_UNKNOWN' });
  });
});
