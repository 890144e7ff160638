// What lies in another township is answered like what does not exist, at every door; and behind the doors the database holds the same fence.
import { openDatabase, publicActor } from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, openOffice, type TestOffice } from '../api/open-office.ts';
import { caseAt, openTask, surveyForm } from '../api/walk.ts';
import { query } from '../support/database.ts';

const MISSING = '01900000-0000-7000-8000-000000000000';
const BAISHI = '999901102';
/** What objectors and reporters said of themselves, and the heads that were anchored: the API cannot read them at all. */
const closedToTheApi = ['objector', 'sealed_reporter', 'anchored_head'];
let office: TestOffice;
const foreign = { caseId: '', taskId: '', letterId: '', noticeId: '' };
beforeAll(async () => {
  office = await openOffice();
  foreign.caseId = await caseAt(office, 1, 'survey', BAISHI);
  foreign.taskId = (await openTask(office, foreign.caseId, 'survey', BAISHI)).id;
  const letters = await office.ask<{ items: { id: string }[] }>('baishi-caseworker', 'GET', `/api/cases/${foreign.caseId}/letters`);
  foreign.letterId = letters.body.items[0]?.id ?? '';
  const onNotice = await caseAt(office, 3, 'notice', BAISHI);
  const { body } = await office.ask<{ notice: { id: string } }>('baishi-caseworker', 'GET', `/api/cases/${onNotice}`);
  foreign.noticeId = body.notice.id;
  await caseAt(office, 2, 'survey');
});
afterAll(() => office.close());

describe('a case of another township and one that does not exist', () => {
  const doors: [string, string, (ids: typeof foreign) => [string, object?]][] = [
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/ledger`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/clocks`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/assessments`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/documents`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/letters`]],
    ['caseworker', 'GET', ({ letterId }) => [`/api/letters/${letterId}`]],
    ['caseworker', 'GET', ({ letterId }) => [`/api/letters/${letterId}.pdf`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/forms/survey-form.pdf`]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/forms/authorisation.pdf`]],
    ['caseworker', 'GET', ({ noticeId }) => [`/api/notices/${noticeId}/poster.pdf`]],
    ['caseworker', 'POST', ({ letterId }) => [`/api/letters/${letterId}/service`, { how: 'in-person' }]],
    ['caseworker', 'GET', ({ taskId }) => [`/api/tasks/${taskId}`]],
    ['caseworker', 'PUT', ({ taskId }) => [`/api/tasks/${taskId}/outcome`, { version: 1, outcome: 'done', with: surveyForm(1, BAISHI) }]],
    ['caseworker', 'PUT', ({ taskId }) => [`/api/tasks/${taskId}/outcome`, { version: 1, outcome: 'no-such', with: {} }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/withdrawal`, { reason: 'x' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/objections`, { text: 'x' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/reports`, { kind: 'death', reason: 'x' }]],
    ['caseworker', 'GET', ({ caseId }) => [`/api/cases/${caseId}/duplicates`]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/relatives`, { member: '甲秋实', officer: 'leader', relation: 'child' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/answers`, { code: 'CHILD_WORKS', members: ['甲小满'], note: 'x' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/help-answers`, { place: '湖南省', receiving: false }]],
    ['leader', 'POST', ({ caseId }) => [`/api/cases/${caseId}/extension`, { reason: 'hard-survey' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/deaths`, { member: '甲秋实', diedOn: '2026-09-01', reason: 'x' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/transfer`, { township: '999901101', reason: 'x' }]],
    ['caseworker', 'POST', ({ caseId }) => [`/api/cases/${caseId}/complaints`, { text: 'x' }]],
    ['citizen', 'GET', ({ taskId }) => [`/api/tasks/${taskId}`]],
    ['citizen', 'POST', ({ caseId }) => [`/api/cases/${caseId}/withdrawal`, { reason: 'x' }]],
  ];
  test.each(doors)('%s %s %s: the same answer', async (who, method, door) => {
    const [there, payload] = door(foreign);
    const [nowhere] = door({ caseId: MISSING, taskId: MISSING, letterId: MISSING, noticeId: MISSING });
    const seen = await office.ask(who, method, there, payload);
    const missing = await office.ask(who, method, nowhere, payload);
    expect(seen.status).toBe(404);
    expect(seen.body).toEqual(missing.body);
  });

  test('lists, filters and cursors show none of it', async () => {
    for (const url of [
      '/api/cases?limit=200',
      `/api/cases?township=${BAISHI}`,
      '/api/tasks?mine=false&limit=200',
      `/api/tasks?mine=false&township=${BAISHI}`,
    ]) {
      const { status, body } = await office.ask('caseworker', 'GET', url);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(foreign.caseId);
    }
  });

  test('the county sees both', async () => {
    expect((await office.ask('county', 'GET', `/api/cases/${foreign.caseId}`)).status).toBe(200);
  });

  test('staff cannot apply for a household elsewhere', async () => {
    expect((await office.ask('caseworker', 'POST', '/api/applications', application(9, { township: BAISHI }))).status).toBe(403);
  });
});

describe('the second fence', () => {
  test('the login of the API sees no row of any table with a township while nothing is set, or another township is', async () => {
    const tables = await query<{ name: string; forced: boolean }>(
      office.base.urls.admin,
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'township' and not a.attisdropped`,
    );
    expect(tables.length).toBeGreaterThan(12);
    expect(tables.filter(({ forced }) => !forced)).toEqual([]);
    const database = openDatabase({ url: office.base.urls.app, poolSize: 1 });
    for (const { name } of tables) {
      for (const townships of [[], ['999901999']]) {
        const rows = database.transact(publicActor(...townships), office.clock.now(), (tx) => tx.rows(`select 1 from "${name}" limit 1`));
        if (closedToTheApi.includes(name)) await expect(rows, name).rejects.toThrow('permission denied');
        else expect(await rows, name).toEqual([]);
      }
    }
    await database.close();
  });

  test('a thousand interleaved transactions of two townships on a pool of two never mix', async () => {
    const database = openDatabase({ url: office.base.urls.app, poolSize: 2 });
    const seen = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? '999901101' : BAISHI)).map((township) =>
        database.transact(publicActor(township), office.clock.now(), async (tx) =>
          (await tx.rows<{ township: string }>('select distinct township from cases')).every((row) => row.township === township),
        ),
      ),
    );
    expect(seen.every(Boolean)).toBe(true);
    await database.close();
  });
});
