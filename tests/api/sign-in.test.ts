import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { query } from '../support/database.ts';
import { castMember, openOffice, signIn, type TestOffice } from './open-office.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('signing in', () => {
  test('gives who one is, with the duties of the role', async () => {
    const { status, body, headers } = await office.ask(null, 'POST', '/api/session', credentials('caseworker'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      username: 'caseworker',
      role: 'caseworker',
      area: { code: '999901101', name: '清溪镇' },
      mode: 'demo',
      today: '2026-09-09',
    });
    expect(body['duties']).toContain('accept');
    expect(String(headers['set-cookie'])).toMatch(/zhouji_session=.+HttpOnly.*SameSite=Lax/i);
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = await office.ask(null, 'POST', '/api/session', { username: 'caseworker', password: 'guess' });
    const unknown = await office.ask(null, 'POST', '/api/session', { username: 'nobody-at-all', password: 'guess' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
    expect(unknown.body).toEqual(wrong.body);
  });

  test('each sign-in is a session of its own', async () => {
    const one = await signIn(office.app, castMember('reviewer'));
    const other = await signIn(office.app, castMember('reviewer'));
    expect(one['cookie']).not.toBe(other['cookie']);
  });

  test('signing in again over a session ends the session that it came with', async () => {
    const first = await signIn(office.app, castMember('county'));
    await office.ask(null, 'POST', '/api/session', credentials('county'), first);
    expect((await office.ask(null, 'GET', '/api/session', undefined, { cookie: first['cookie'] ?? '' })).status).toBe(401);
  });

  test('who signs out is a stranger at once', async () => {
    const headers = await signIn(office.app, castMember('inspector'));
    expect((await office.ask(null, 'DELETE', '/api/session', undefined, headers)).status).toBe(204);
    expect((await office.ask(null, 'GET', '/api/session', undefined, headers)).status).toBe(401);
  });

  test('a session that is ended in the database counts for a second at most', async () => {
    const headers = await signIn(office.app, castMember('finance'));
    expect((await office.ask(null, 'GET', '/api/session', undefined, headers)).status).toBe(200);
    await query(office.base.urls.admin, 'delete from session');
    const ended = performance.now();
    await until('the session refused', async () => (await office.ask(null, 'GET', '/api/session', undefined, headers)).status === 401, {
      withinMs: 3000,
    });
    expect(performance.now() - ended).toBeLessThan(1500);
  });

  test('an account that is disabled cannot go on', async () => {
    const headers = await signIn(office.app, castMember('finance-2'));
    await query(office.base.urls.admin, `update account set disabled_at = now() where username = 'finance-2'`);
    await until('the account refused', async () => (await office.ask(null, 'GET', '/api/session', undefined, headers)).status === 401, {
      withinMs: 3000,
    });
    expect((await office.ask(null, 'POST', '/api/session', credentials('finance-2'))).status).toBe(401);
  });

  test('the database keeps no token that would open anything', async () => {
    const headers = await signIn(office.app, castMember('leader'));
    const token = headers['cookie']?.split('=')[1] ?? '';
    const rows = await query<{ all: string }>(office.base.urls.admin, `select string_agg(session::text, ' ') as all from session`);
    expect(rows[0]?.all).not.toContain(token);
  });
});

describe('writes come from our own pages', () => {
  const write = (headers: Record<string, string>) => office.ask(null, 'DELETE', '/api/session', undefined, headers);

  test('not without the token that pages are told', async () => {
    const { cookie = '' } = await office.headersOf('caseworker');
    expect(await write({ cookie })).toMatchObject({ status: 403, body: { code: 'CROSS_SITE' } });
  });
  test('not with the token of somebody else', async () => {
    const { cookie = '' } = await office.headersOf('caseworker');
    const { 'x-csrf-token': token = '' } = await office.headersOf('caseworker-2');
    expect((await write({ cookie, 'x-csrf-token': token })).status).toBe(403);
  });
  test.each([
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('not from another site: %o', async (more) => {
    const headers = await office.headersOf('caseworker');
    expect((await write({ ...headers, ...more })).status).toBe(403);
    expect((await office.ask(null, 'POST', '/api/session', credentials('caseworker'), more)).status).toBe(403);
  });
  test('a form of another kind than JSON is not read', async () => {
    const headers = await office.headersOf('caseworker');
    const response = await office.app.inject({
      method: 'POST',
      url: '/api/assess',
      headers: { ...headers, 'content-type': 'text/plain' },
      payload: '{}',
    });
    expect(response.statusCode).toBe(415);
    expect(response.json()).toMatchObject({ code: 'MEDIA_TYPE' });
  });
});

function credentials(username: string) {
  const { password } = castMember(username);
  return { username, password };
}
