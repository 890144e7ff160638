import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { application, openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give, must, openTask, surveyForm } from './walk.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('an outcome is taken once', () => {
  test('two officers at once: one is taken, the other is told who did what when', async () => {
    const { caseId } = await apply(office, 1);
    const task = await openTask(office, caseId, 'intake');
    const body = { version: task.version, outcome: 'accepted', with: {} };
    const answers = await Promise.all(
      ['caseworker', 'caseworker-2'].map((who) => office.ask(who, 'PUT', `/api/tasks/${task.id}/outcome`, body)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'TASK_CLOSED',
      outcome: 'accepted',
      by: expect.any(String),
      at: expect.any(String),
    });
  });

  test('a version that is old is refused and changes nothing', async () => {
    const { caseId } = await apply(office, 2);
    const task = await openTask(office, caseId, 'intake');
    const answer = await office.ask('caseworker', 'PUT', `/api/tasks/${task.id}/outcome`, {
      version: task.version + 1,
      outcome: 'accepted',
      with: {},
    });
    expect(answer).toMatchObject({ status: 412, body: { code: 'STALE', version: task.version } });
    expect((await openTask(office, caseId, 'intake')).version).toBe(task.version);
  });

  test('the same key gives the same answer, and the deed is done once', async () => {
    const { caseId } = await apply(office, 3);
    const task = await openTask(office, caseId, 'intake');
    const send = (note: string) =>
      office.ask(
        'caseworker',
        'PUT',
        `/api/tasks/${task.id}/outcome`,
        { version: task.version, outcome: 'accepted', with: { note } },
        { 'idempotency-key': 'intake-of-the-third' },
      );
    const first = await send('全');
    expect(first.status).toBe(200);
    expect(await send('全')).toMatchObject({ status: 200, body: first.body });
    expect(await send('不全')).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
  });

  test('an application sent twice at once under one key opens one case', async () => {
    const headers = { 'idempotency-key': 'one-application-only' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => office.ask<{ receipt: string }>(null, 'POST', '/api/applications', application(4), headers)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
  });

  test('a second application of the same people is a duplicate', async () => {
    await apply(office, 5);
    expect(await office.ask(null, 'POST', '/api/applications', application(5))).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
  });
});

describe('what goes with an outcome is checked against the table of tasks', () => {
  test('each field that is wrong is named, in the language of the reader', async () => {
    const caseId = await caseAt(office, 6, 'survey');
    const form = { ...surveyForm(6), surveyors: ['乙明理'], visitedOn: '2026-02-30', surprise: 1 };
    const zh = await give(office, caseId, 'survey', 'done', form);
    expect(zh).toMatchObject({ status: 422, body: { code: 'FIELDS_REFUSED' } });
    const errors = zh.body['errors'] as { path: string; message: string }[];
    expect(errors.map(({ path }) => path).toSorted()).toEqual(['/with/surprise', '/with/surveyors', '/with/visitedOn']);
    const task = await openTask(office, caseId, 'survey');
    const en = await office.ask(
      'caseworker',
      'PUT',
      `/api/tasks/${task.id}/outcome`,
      { version: task.version, outcome: 'done', with: form },
      { 'accept-language': 'en' },
    );
    expect(JSON.stringify(en.body['errors'])).toContain('Give a day that exists');
  });

  test('an ID number whose last digit does not fit is found inside the form', async () => {
    const caseId = await caseAt(office, 7, 'survey');
    const form = surveyForm(7);
    const [first, ...rest] = form.household.members;
    const idNumber = `${first?.idNumber?.slice(0, 17)}${first?.idNumber?.endsWith('1') ? '2' : '1'}`;
    const answer = await give(office, caseId, 'survey', 'done', {
      ...form,
      household: { ...form.household, members: [{ ...first, idNumber }, ...rest] },
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/with/household/members/0/idNumber' }] } });
  });

  test('an outcome that the task does not have is refused', async () => {
    const { caseId } = await apply(office, 8);
    expect(await give(office, caseId, 'intake', 'confirmed')).toMatchObject({ status: 422, body: { code: 'OUTCOME_UNKNOWN' } });
    expect((await give(office, caseId, 'intake', 'constructor')).status).toBe(422);
  });

  test('who formed the survey does not form the opinion', async () => {
    const caseId = await caseAt(office, 9, 'opinion');
    expect(await give(office, caseId, 'opinion', 'eligible', {}, { who: 'caseworker' })).toMatchObject({
      status: 403,
      body: { code: 'FOUR_EYES' },
    });
  });
});

describe('with look-ahead off', () => {
  test('the outcome is recorded, and opening what follows is left to the process', async () => {
    const slow = await openOffice({ lookAhead: false });
    const { caseId } = await apply(slow, 10);
    const { body } = await slow.ask<{ tasks: unknown[] }>('caseworker', 'GET', `/api/cases/${caseId}`);
    expect(body.tasks).toEqual([]);
    const [row] = await query<{ dirty: number }>(slow.base.urls.admin, 'select dirty - sent as dirty from nudge where case_id = $1', [
      caseId,
    ]);
    expect(row?.dirty).toBeGreaterThan(0);
    await slow.close();
  });
});

describe('side commands', () => {
  test('the window takes down a withdrawal; afterwards nothing can be done in the case', async () => {
    const caseId = await caseAt(office, 11, 'opinion');
    const task = await openTask(office, caseId, 'opinion');
    expect((await office.ask('leader', 'POST', `/api/cases/${caseId}/withdrawal`, { reason: '自愿' })).status).toBe(403);
    expect(await office.ask('caseworker', 'POST', `/api/cases/${caseId}/withdrawal`, { reason: '自愿' })).toMatchObject({
      status: 200,
      body: { stage: 'closed', ending: 'withdrawn' },
    });
    expect(
      await office.ask('reviewer', 'PUT', `/api/tasks/${task.id}/outcome`, { version: task.version, outcome: 'eligible', with: {} }),
    ).toMatchObject({ status: 409 });
    expect((await office.ask(null, 'POST', '/api/applications', application(11))).status).toBe(201);
  });

  test('a citizen with an account withdraws what was applied for from it, and nothing else', async () => {
    const own = await apply(office, 12, { who: 'citizen' });
    const other = await apply(office, 13);
    expect((await office.ask('citizen', 'POST', `/api/cases/${other.caseId}/withdrawal`, { reason: '不是我的' })).status).toBe(404);
    expect((await office.ask('citizen', 'POST', `/api/cases/${own.caseId}/withdrawal`, { reason: '找到工作' })).status).toBe(200);
  });

  test('an objection that somebody brings to the office ends the notice', async () => {
    const caseId = await caseAt(office, 14, 'notice');
    const answer = await office.ask('caseworker', 'POST', `/api/cases/${caseId}/objections`, { text: '有门面出租', objector: '邻居' });
    expect(answer).toMatchObject({ status: 200, body: { stage: 'objection' } });
    const task = await openTask(office, caseId, 'objection');
    const page = await office.ask<{ objections: { text: string }[] }>('caseworker', 'GET', `/api/tasks/${task.id}`);
    expect(page.body.objections).toMatchObject([{ text: '有门面出租' }]);
    expect(JSON.stringify(page.body)).not.toContain('邻居');
  });

  test('the death of somebody who applied alone ends the case', async () => {
    const { household, declarations } = application(15);
    const members = household.members.slice(0, 1);
    const { caseId } = await apply(office, 15, {
      more: { household: { ...household, members }, declarations: { ...declarations, authorizations: members.map(({ name }) => name) } },
    });
    expect(await office.ask('caseworker', 'POST', `/api/cases/${caseId}/reports`, { kind: 'death', reason: '户籍已注销' })).toMatchObject({
      body: { ending: 'deceased' },
    });
  });

  test('the limit of the decision is lengthened once, for a reason of the law', async () => {
    const caseId = await caseAt(office, 16, 'survey');
    const extend = () => office.ask('leader', 'POST', `/api/cases/${caseId}/extension`, { reason: 'hard-survey' });
    expect((await extend()).status).toBe(200);
    const { body } = await office.ask<{ items: { kind: string; extendedReason: string | null }[] }>(
      'leader',
      'GET',
      `/api/cases/${caseId}/clocks`,
    );
    expect(body.items.find(({ kind }) => kind === 'decision')?.extendedReason).toBe('hard-survey');
    expect((await extend()).status).toBe(200);
    expect((await office.ask('leader', 'POST', `/api/cases/${caseId}/extension`, { reason: 'hukou-elsewhere' })).status).toBe(409);
  });

  test('a refusal is served, and its clock is met', async () => {
    const caseId = await caseAt(office, 17, 'opinion');
    await must(give(office, caseId, 'opinion', 'not-eligible', { reason: '另有房产出租，申报不实。' }));
    const { body } = await office.ask<{ items: { id: string; kind: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/letters`);
    const letter = body.items.find(({ kind }) => kind === 'refusal');
    expect(await office.ask('caseworker', 'POST', `/api/letters/${letter?.id}/service`, { how: 'in-person' })).toMatchObject({
      status: 200,
      body: { servedHow: 'in-person' },
    });
    const clocks = await office.ask<{ items: { kind: string; state: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/clocks`);
    expect(clocks.body.items.find(({ kind }) => kind === 'refusal-letter')?.state).toBe('met');
  });
});
