import { createServer, type Server } from 'node:http';
import { openDatabase, setMeta, systemActor } from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBase } from '../../services/api/src/check-base.ts';
import { followSandboxClock, type SandboxClock } from '../../services/api/src/sandbox-clock.ts';
import { cloneDatabase, query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { apply } from './walk.ts';

// The worker's side of the clock, as far as it is agreed: now, advance, lesson.
let server: Server;
let businessNow = Date.parse('2026-09-09T01:10:00.000Z');
let clock: SandboxClock;
let office: TestOffice;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const body = (text ? JSON.parse(text) : {}) as { ms?: number; to?: string; from?: string };
      if (request.url === '/advance') businessNow = body.to ? Date.parse(body.to) : businessNow + (body.ms ?? 0);
      if (request.url === '/lesson') businessNow = Date.parse(body.from ?? '');
      response.end(JSON.stringify({ now: new Date(businessNow).toISOString() }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  clock = followSandboxClock(`http://127.0.0.1:${port}`);
  await clock.follow();
  office = await openOffice({ mode: 'sandbox', sandboxClock: clock, clock });
});
afterAll(async () => {
  clock.stop();
  await office.close();
  server.close();
});

describe('the sandbox', () => {
  test('follows the clock of the worker, forwards only', async () => {
    const { body } = await office.ask<{ now: string; atRest: boolean }>(null, 'GET', '/api/sandbox/clock');
    expect(body.now.slice(0, 10)).toBe('2026-09-09');
    const week = await office.ask<{ now: string }>(null, 'POST', '/api/sandbox/clock', { advance: 'P7D' });
    expect(week.body.now.slice(0, 10)).toBe('2026-09-16');
    const to = await office.ask<{ now: string }>(null, 'POST', '/api/sandbox/clock', { to: '2026-09-21T09:00' });
    expect(to.body.now.slice(0, 16)).toBe('2026-09-21T01:00');
    expect(await office.ask(null, 'POST', '/api/sandbox/clock', { to: '2026-09-01T09:00' })).toMatchObject({ status: 409 });
    expect((await office.ask(null, 'POST', '/api/sandbox/clock', { advance: 'P-7D' })).status).toBe(422);
    expect((await office.ask(null, 'POST', '/api/sandbox/clock', { to: '2026-02-30T09:00' })).status).toBe(400);
  });

  test('new cases bear the day of the sandbox', async () => {
    const { caseId } = await apply(office, 1);
    const { body } = await office.ask<{ case: { appliedAt: string } }>('caseworker', 'GET', `/api/cases/${caseId}`);
    expect(body.case.appliedAt.slice(0, 10)).toBe('2026-09-21');
  });

  test('nothing is forgotten in a base that is no sandbox', async () => {
    const before = await query<{ n: number }>(office.base.urls.admin, 'select count(*)::int as n from cases');
    const answer = await office.app.inject({ method: 'POST', url: '/api/sandbox/lesson', payload: { from: '2026-09-09T09:00' } });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(await query(office.base.urls.admin, 'select count(*)::int as n from cases')).toEqual(before);
  });
});

describe('a base and a mode that do not belong together', () => {
  test('a sandbox base is for the sandbox alone; production has no account of the demonstration', async () => {
    const base = await cloneDatabase();
    const database = openDatabase({ url: base.urls.app, poolSize: 1 });
    await expect(checkBase(database, 'sandbox')).rejects.toThrow('not made for a sandbox');
    await expect(checkBase(database, 'production')).resolves.toBeUndefined();
    await database.transact(systemActor, new Date().toISOString(), (tx) => setMeta(tx, 'sandbox', true));
    await expect(checkBase(database, 'sandbox')).resolves.toBeUndefined();
    await expect(checkBase(database, 'demo')).rejects.toThrow('belongs to a sandbox');
    await expect(checkBase(database, 'production')).rejects.toThrow('belongs to a sandbox');
    await database.close();
    await base.drop();
  });

  test('the accounts of the demonstration keep production from starting', async () => {
    const demo = await openOffice();
    await expect(checkBase(demo.database, 'production')).rejects.toThrow('its password is public');
    await demo.close();
  });

  test('a lesson begins with no case, and with the clock where it was put', async () => {
    const marked = await openOffice({ mode: 'sandbox', sandboxClock: clock, clock });
    await marked.database.transact(systemActor, clock.now(), (tx) => setMeta(tx, 'sandbox', true));
    await apply(marked, 2);
    const { status, body } = await marked.ask<{ now: string; atRest: boolean }>(null, 'POST', '/api/sandbox/lesson', {
      from: '2026-03-02T09:00',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ atRest: true });
    expect(body.now.slice(0, 16)).toBe('2026-03-02T01:00');
    expect((await marked.ask<{ items: unknown[] }>('caseworker', 'GET', '/api/cases')).body.items).toEqual([]);
    expect((await apply(marked, 2)).receipt).toMatch(/^DB26-/);
    await marked.close();
  });
});
