// Every role at every route: the table of routes is the application's own, what is expected is said by hand in expected.ts.
import { demoCast } from '@zhouji/database';
import type { Role } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from '../api/open-office.ts';
import { apply, caseAt } from '../api/walk.ts';
import { expected, type Route } from './expected.ts';

let office: TestOffice;
let caseId = '';
let routes: Route[] = [];
beforeAll(async () => {
  office = await openOffice();
  caseId = await caseAt(office, 1, 'survey');
  routes = (office.app as unknown as { routeTable: Route[] }).routeTable.filter(({ operationId }) => operationId);
});
afterAll(() => office.close());

describe('routes, document and expectation are one list', () => {
  test('no route is missing from any of the three', () => {
    const described = Object.values(office.app.swagger().paths ?? {}).flatMap((methods) =>
      Object.values(methods as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
    );
    const listed = routes.map(({ operationId }) => operationId);
    expect(listed.toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(described.toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});

describe('each role at each route', () => {
  test('is let in or turned away as the law of the house says', { timeout: 120_000 }, async () => {
    const people: { who: string | null; role: Role | null }[] = [
      { who: null, role: null },
      ...demoCast.map(({ username, role }) => ({ who: username, role })),
    ];
    const unexpected: string[] = [];
    let cells = 0;
    for (const route of routes) {
      // These two end the session that the next rows need, or never end.
      if (route.operationId === 'signOut' || route.operationId === 'streamEvents') continue;
      const rule = expected[route.operationId ?? ''];
      for (const { who, role } of people) {
        const { status, code } = await ask(route, who);
        cells++;
        const may = rule === 'public' || (role !== null && (rule === 'signed-in' || (typeof rule === 'function' && rule(role))));
        // Let in means: what comes next is about the thing asked for, not about who asks.
        const isTurnedAway = status === 401 ? code === 'NOT_SIGNED_IN' : status === 403 && code === 'NOT_YOUR_DUTY';
        const wanted = may ? 'in' : role === null ? 401 : 403;
        // Some commands look at the duty a second time, in the case itself.
        const looksAgain =
          rule === 'signed-in' && ['giveOutcome', 'withdrawCase', 'reportChange', 'giveUpAward'].includes(route.operationId ?? '');
        const isExpected = may ? !isTurnedAway || looksAgain : status === wanted;
        if (!isExpected || status >= 500) unexpected.push(`${who ?? 'nobody'} ${route.method} ${route.url}: ${status} ${code}`);
      }
    }
    expect(unexpected).toEqual([]);
    expect(cells).toBeGreaterThan(600);
  });
});

describe('each role at each task', () => {
  test.each([
    ['intake', ['caseworker', 'caseworker-2']],
    ['survey', ['caseworker', 'caseworker-2']],
    ['verification', ['verification']],
    ['opinion', ['caseworker', 'caseworker-2', 'reviewer']],
  ])('%s is done by who has the duty in this township, and nobody else', async (kind, doers) => {
    const serial = 10 + ['intake', 'survey', 'verification', 'opinion'].indexOf(kind);
    const id =
      kind === 'intake' ? (await apply(office, serial)).caseId : await caseAt(office, serial, kind === 'opinion' ? 'opinion' : 'survey');
    const { body } = await office.ask<{ tasks: { id: string; kind: string; version: number; outcome: string | null }[] }>(
      'leader',
      'GET',
      `/api/cases/${id}`,
    );
    const task = body.tasks.find((one) => one.kind === kind && one.outcome === null);
    const allowed: string[] = [];
    for (const { username } of demoCast) {
      // An old version: nobody changes anything, and the rights are looked at all the same when the page is asked for.
      const page = await office.ask<{ mayDo?: { ok: boolean; refusal?: { code: string } } }>(username, 'GET', `/api/tasks/${task?.id}`);
      if (page.status === 200 && (page.body.mayDo?.ok || page.body.mayDo?.refusal?.code === 'FOUR_EYES')) allowed.push(username);
    }
    expect(allowed.toSorted()).toEqual(doers.toSorted());
  });
});

async function ask({ method, url }: Route, who: string | null): Promise<{ status: number; code: string }> {
  const path = url
    .replace(':id', caseId)
    .replace(':receipt', 'DB26-00000000')
    .replace(':process', 'subsistence-allowance')
    .replace(':kind', 'decision');
  const writes = method !== 'GET' && method !== 'DELETE';
  const response = await office.app.inject({
    method: method as 'POST',
    url: path,
    headers: {
      ...(await office.headersOf(who)),
      ...(writes ? { 'content-type': 'application/json' } : {}),
      'x-draft-token': 'a-token-of-nobody-at-all',
    },
    ...(writes ? { payload: '{}' } : {}),
  });
  const isJson = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, code: isJson ? (response.json<{ code?: string }>().code ?? '') : '' };
}
