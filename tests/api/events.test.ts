import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { apply } from './walk.ts';

let office: TestOffice;
let address = '';
beforeAll(async () => {
  office = await openOffice();
  address = await office.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => office.close());

test('who is looking hears at once of changes in their own townships, and closing does not wait for them', async () => {
  const ours = await listen('caseworker');
  const theirs = await listen('baishi-caseworker');
  await until('both connected', () => ours.heard().includes('again') && theirs.heard().includes('retry'));
  const { caseId } = await apply(office, 1);
  await until('the event', () => ours.heard().includes(caseId));
  const other = await apply(office, 2, { township: '999901102' });
  await until('the event of the other township', () => theirs.heard().includes(other.caseId));
  expect(theirs.heard()).not.toContain(caseId);
  expect(ours.heard()).not.toContain(other.caseId);
  expect(ours.heard()).not.toContain('甲秋实');

  const began = performance.now();
  await office.app.close();
  expect(performance.now() - began).toBeLessThan(2000);
});

test('a department hears of the referrals addressed to it, at once, and of nothing else', async () => {
  const fresh = await openOffice();
  address = await fresh.app.listen({ host: '127.0.0.1', port: 0 });
  const [charity, insurance] = [await listen('department-charity', fresh), await listen('department-medical', fresh)];
  await until('both connected', () => charity.heard().includes('again') && insurance.heard().includes('retry'));
  const { caseId } = await apply(fresh, 1);
  const { body } = await fresh.ask<{ id: string }>('caseworker', 'POST', `/api/cases/${caseId}/referrals`, {
    receiver: 'yanshi-charity',
    what: '联系慈善帮扶。',
  });
  await until('the event', () => charity.heard().includes(body.id));
  const written = charity.heard().length;
  await fresh.ask('caseworker', 'POST', `/api/referrals/${body.id}/messages`, { text: '请尽快。' });
  await until('the message', () => charity.heard().length > written);
  expect(charity.heard()).not.toContain(caseId);
  expect(insurance.heard()).not.toContain(body.id);
  await fresh.close();
});

test('nobody listens without signing in', async () => {
  const fresh = await openOffice();
  expect((await fresh.ask(null, 'GET', '/api/events')).status).toBe(401);
  await fresh.close();
});

async function listen(who: string, at = office): Promise<{ heard(): string }> {
  const response = await fetch(`${address}/api/events`, { headers: await at.headersOf(who) });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const decoder = new TextDecoder();
  void (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(chunk, { stream: true });
  })().catch(() => undefined);
  return { heard: () => text };
}
