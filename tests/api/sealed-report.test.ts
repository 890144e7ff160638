// LAW = 社会救助法; M57 = 最低生活保障审核确认办法.
import { randomUUID } from 'node:crypto';
import { demoCast, hashPassword } from '@zhouji/database';
import { instantAt } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';

const TEN = instantAt('2026-09-09', '10:00');
const reporter = { name: '示举报', phone: '13955550777', reachBy: '晚上七点以后' };
const matter = '村干部把自己弟弟报成低保户，弟弟家里有小汽车';

interface Logged {
  caseId: string;
  number: string;
  code: string;
  became: string;
}

let office: TestOffice;
let named: Logged;
beforeAll(async () => {
  office = await openOffice({ now: TEN });
  // The identity goes through a draft, as it does on the call screen.
  const draft = randomUUID();
  await office.ask('hotline', 'PUT', `/api/contact-drafts/${draft}`, {
    fields: { reporterName: reporter.name, reporterPhone: reporter.phone },
  });
  named = await report({ reporter, draft }, { 'idempotency-key': randomUUID() });
});
afterAll(() => office.close());

test('who reported stands in one place of the whole database', async () => {
  const tables = await query<{ name: string }>(
    office.base.urls.admin,
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const [row] = await query<{ found: number }>(
      office.base.urls.admin,
      `select count(*)::int as found from "${name}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%' or t::text like '%' || $3 || '%'`,
      [reporter.name, reporter.phone, reporter.reachBy],
    );
    if (row && row.found > 0) holding.push(name);
  }
  expect(holding).toEqual(['sealed_reporter']);
});

test('no login of the running system reads the seal, whatever it says of itself', async () => {
  for (const url of [office.base.urls.app, office.base.urls.worker]) {
    for (const setting of [`set app.townships = '*'`, `set app.unsealing = '${named.caseId}'`, `set app.hotline = '999901'`])
      await expect(query(url, `${setting}; select * from sealed_reporter`)).rejects.toThrow(/permission denied/);
  }
  await expect(query(office.base.urls.worker, `select unseal_reporter($1, $1, 'x', now())`, [named.caseId])).rejects.toThrow(
    /permission denied/,
  );
  expect(
    await query(office.base.urls.owner, `select set_config('app.townships', '*', false); `).then(() =>
      query(office.base.urls.owner, 'select * from sealed_reporter'),
    ),
  ).toEqual([]);
});

test('the door opens for the examiners of the county alone, and notes each reading', async () => {
  const elsewhere = randomUUID();
  await query(
    office.base.urls.admin,
    `insert into account (id, username, password_hash, name, role, area) values ($1, 'elsewhere', $2, '庚远方', 'inspector', '999902')`,
    [elsewhere, await hashPassword('elsewhere-elsewhere')],
  );
  const accounts = await query<{ id: string; username: string; role: string }>(
    office.base.urls.admin,
    'select id, username, role from account',
  );
  const opened: string[] = [];
  for (const { id, username } of accounts) {
    const [row] = await query<{ identity: object | null }>(
      office.base.urls.app,
      `select unseal_reporter($1, $2, '核实情况', now()) as identity`,
      [named.caseId, id],
    );
    if (row?.identity) opened.push(username);
  }
  expect(opened.toSorted()).toEqual(['county', 'inspector']);
  const [blank] = await query<{ identity: object | null }>(
    office.base.urls.app,
    `select unseal_reporter($1, $2, '  ', now()) as identity`,
    [named.caseId, accounts.find(({ username }) => username === 'inspector')?.id],
  );
  expect(blank?.identity).toBeNull();
  const noted = await query<{ actor_name: string; data: { reason: string } }>(
    office.base.urls.admin,
    `select actor_name, data from audit where action = 'unseal-reporter' order by id`,
  );
  expect(noted.map(({ data }) => data.reason)).toEqual(['核实情况', '核实情况']);
});

test('the office complained about finds no trace of the report by any road', async () => {
  const [task] = await query<{ id: string }>(office.base.urls.admin, 'select id from task where case_id = $1', [named.caseId]);
  const township = demoCast.filter(({ area }) => area.startsWith('999901101')).map(({ username }) => username);
  for (const who of township) {
    for (const url of [
      `/api/cases/${named.caseId}`,
      `/api/cases/${named.caseId}/ledger`,
      `/api/cases/${named.caseId}/clocks`,
      `/api/tasks/${task?.id}`,
    ])
      expect(`${who} ${url} ${[403, 404].includes((await office.ask(who, 'GET', url)).status)}`).toBe(`${who} ${url} true`);
    const seen = await Promise.all(
      ['/api/tasks?mine=false', '/api/work-orders', `/api/work-orders/${named.caseId}`, '/api/cases', '/api/warnings'].map((url) =>
        office.ask(who, 'GET', url),
      ),
    );
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(matter);
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(reporter.name);
    for (const trace of [named.number, named.caseId])
      expect(
        JSON.stringify(
          seen
            .slice(0, 2)
            .concat(seen.slice(3))
            .map(({ body }) => body),
        ),
      ).not.toContain(trace);
    expect(`${who} ${seen[2]?.status}`).toMatch(/ (403|404)$/);
    const answer = await office.ask<{ code?: string }>(who, 'POST', `/api/work-orders/${named.caseId}/reporter`, { reason: '看一下' });
    expect(`${who} ${answer.body.code}`).toBe(`${who} NOT_YOUR_DUTY`);
  }
  for (const who of ['hotline', 'hotline-lead', 'county-leader', 'finance']) {
    const { body } = await office.ask<{ code?: string }>(who, 'POST', `/api/work-orders/${named.caseId}/reporter`, { reason: '看一下' });
    expect(`${who} ${body.code}`).toBe(`${who} NOT_YOUR_DUTY`);
  }
});

test('a number that reported is not matched when it calls again', async () => {
  const { body } = await office.ask('hotline', 'GET', `/api/contacts?phone=${reporter.phone}`);
  expect(body).toMatchObject({ people: [], contacts: [], cases: [] });
});

test('what is sealed cannot be changed or taken back, by the owner either', async () => {
  await expect(query(office.base.urls.admin, 'update sealed_reporter set identity = $1', [{}])).rejects.toThrow(/stays as it was entered/);
  await expect(query(office.base.urls.admin, 'delete from sealed_reporter')).rejects.toThrow(/stays as it was entered/);
});

test('a named report is checked and answered, within the limit of the place [M57 37]', async () => {
  const { body: seen } = await office.ask<{ call: { what: string } }>('county', 'GET', `/api/work-orders/${named.caseId}`);
  expect(seen.call.what).toBe(matter);
  await give(named, 'county', 'report-check', 'founded', { finding: '经查属实', reply: '反映的情况属实，已经停发并追回。' });
  const { body: who } = await office.ask<{ name: string }>('county', 'POST', `/api/work-orders/${named.caseId}/reporter`, {
    reason: '答复举报人',
  });
  expect(who.name).toBe(reporter.name);
  expect((await progress(named)).body).toMatchObject({ stage: 'being-checked' });
  await give(named, 'county', 'report-answer', 'told', { told: 'phone', toldOn: '2026-09-09' });
  expect((await progress(named)).body).toMatchObject({ ending: 'answered', reply: '反映的情况属实，已经停发并追回。' });
  const clocks = await query<{ kind: string; state: string; due_on: string }>(
    office.base.urls.admin,
    'select kind, state, due_on::text from clock where case_id = $1',
    [named.caseId],
  );
  expect(clocks).toEqual([{ kind: 'report', state: 'met', due_on: '2026-09-22' }]);
});

test('an anonymous report is checked too, and answers by its number and code', async () => {
  const unnamed = await report({});
  await give(unnamed, 'inspector', 'report-check', 'unfounded', { finding: '没有车', reply: '经查，没有发现你反映的情况。' });
  expect((await progress(unnamed)).body).toMatchObject({ ending: 'answered', reply: '经查，没有发现你反映的情况。' });
});

test('a text that names its reporter is not taken: others read it', async () => {
  for (const what of [`我是${reporter.name}，${matter}`, `${matter}，打我电话 139-5555-0777`]) {
    const { body } = await office.ask<{ code: string }>('hotline', 'POST', '/api/contacts', contact({ reporter }, what));
    expect(body.code).toBe('SEAL_BROKEN');
  }
  expect(
    (
      await office.ask<{ code: string }>('hotline', 'POST', '/api/contacts', {
        ...contact({ reporter }),
        callbackAt: instantAt('2026-09-09', '15:00'),
      })
    ).status,
  ).toBe(422);
});

function contact(more: object, what = matter): object {
  return {
    kind: 'call',
    class: 'report',
    urgency: 'ordinary',
    hasConsent: true,
    call: {
      caller: { isAnonymous: true },
      person: {},
      place: { township: '999901101' },
      what,
      vulnerable: [],
      danger: false,
    },
    ...more,
  };
}

async function report(more: object, headers: Record<string, string> = {}): Promise<Logged> {
  const { status, body } = await office.ask<Logged>('hotline', 'POST', '/api/contacts', contact(more), headers);
  expect(`${status} ${body.became}`).toBe('201 report');
  return body;
}

async function give({ caseId }: Logged, who: string, kind: string, outcome: string, data: object): Promise<void> {
  const [task] = await query<{ id: string; version: number }>(
    office.base.urls.admin,
    'select id, version from task where case_id = $1 and kind = $2 and closed_at is null',
    [caseId, kind],
  );
  const { status, body } = await office.ask(who, 'PUT', `/api/tasks/${task?.id}/outcome`, { version: task?.version, outcome, with: data });
  expect(`${status} ${status === 200 ? '' : JSON.stringify(body)}`).toBe('200 ');
}

function progress({ number, code }: Logged) {
  return office.ask(null, 'POST', '/api/work-orders/progress', { number, code });
}
