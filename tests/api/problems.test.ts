import { type RefusalCode, Refusal, refusals } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from './open-office.ts';

const codes = Object.keys(refusals) as RefusalCode[];
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({
    beforeReady: (app) => {
      app.get('/api/test/refuse/:code', { config: { policy: { public: true } } }, (request) => {
        throw new Refusal((request.params as { code: RefusalCode }).code, { seen: 'detail', status: 'never this' });
      });
      app.get('/api/test/fault', { config: { policy: { public: true } } }, () => {
        throw new Error('the password of the database is secret');
      });
    },
  });
});
afterAll(() => office.close());

describe('every refusal', () => {
  test.each(codes)('%s is a problem document in both languages', async (code) => {
    const { status, zh, en } = refusals[code];
    for (const [language, detail] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const answer = await office.ask(null, 'GET', `/api/test/refuse/${code}`, undefined, { 'accept-language': language });
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['content-language']).toBe(language.slice(0, 2));
      expect(answer.body).toMatchObject({ code, status, detail, seen: 'detail' });
    }
  });
});

test('a fault is shown as nothing', async () => {
  const response = await office.app.inject({ method: 'GET', url: '/api/test/fault' });
  expect(response.statusCode).toBe(500);
  expect(response.json()).toMatchObject({ code: 'FAULT' });
  expect(response.body).not.toContain('password');
});

test('when the database is away the answer is 503 with when to come back, not a fault', async () => {
  const away = await openOffice();
  const url = new URL(away.base.urls.admin);
  await away.base.drop();
  const answer = await away.ask(null, 'GET', '/api/notices').catch((error: unknown) => error);
  expect(answer, url.pathname).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' }, headers: { 'retry-after': '5' } });
  await away.close();
});

test('a route that does not say who may use it keeps the application from starting', async () => {
  await expect(openOffice({ beforeReady: (app) => void app.get('/api/test/open', () => 'anybody') })).rejects.toThrow(
    'do not say who may use them: GET /api/test/open',
  );
});
