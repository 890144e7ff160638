import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, type TestOffice } from './open-office.ts';

// As the built web does: reads the body itself, asks the API in the process, and passes on what it does not know.
const handler = `
export function handler(req, res, next) {
  if (req.url === '/unknown') return next();
  let body = '';
  req.on('data', (chunk) => (body += chunk));
  req.on('end', async () => {
    const areas = await req.api.inject({ method: 'GET', url: '/api/areas', remoteAddress: '9.9.9.9' });
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ body, method: req.method, proto: req.headers['x-forwarded-proto'], address: req.headers['x-visitor-address'], areas: areas.statusCode }));
  });
}`;

let office: TestOffice;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhouji-web-'));
  const webHandler = join(folder, 'handler.mjs');
  writeFileSync(webHandler, handler);
  office = await openOffice({ webHandler });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

test('pages are served beside the API, with its headers and with bodies that nobody has eaten', async () => {
  const response = await office.app.inject({
    method: 'POST',
    url: '/apply/start',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-proto': 'https', 'x-visitor-address': '6.6.6.6' },
    payload: 'name=%E7%94%B2',
  });
  expect(response.json()).toEqual({ body: 'name=%E7%94%B2', method: 'POST', proto: 'http', address: '127.0.0.1', areas: 200 });
  expect(response.headers['referrer-policy']).toBe('same-origin');
  expect(response.headers['x-content-type-options']).toBe('nosniff');
  expect(response.headers['content-security-policy']).toBeUndefined();
});

test('what the web does not know is not found, and the API stays the API', async () => {
  expect((await office.app.inject({ method: 'GET', url: '/unknown' })).statusCode).toBe(404);
  const api = await office.app.inject({ method: 'GET', url: '/api/nope' });
  expect(api.headers['content-type']).toContain('application/problem+json');
});
