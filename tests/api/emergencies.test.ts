// M57 16, 31; LAW 28 — A county switches the emergency mode on for days and townships, and ends it early; what was declared stays.
import { systemActor } from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringOn } from '../../services/api/src/look-ahead.ts';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { apply, give, must, surveyForm } from './walk.ts';

interface Declared {
  code?: string;
  items: { id: string; title: string; from: string; until: string; lastDay: string; state: string; ended: { reason: string } | null }[];
}
interface CaseShown {
  case: { flags: string[] };
}
interface Entries {
  items: { kind: string; data: Record<string, unknown> }[];
}

const path = '/api/emergencies';
/** The office's clock stands on 2026-09-09. */
const flood = {
  ...{ kind: 'disaster', title: '洪涝灾害（演示）', reason: '多村进水，道路中断。', source: '演示县文件第3号' },
  ...{ townships: ['999901101'], from: '2026-09-09', until: '2026-09-20' },
};
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const listOf = async (who = 'county-leader') => (await office.ask<Declared>(who, 'GET', path)).body.items;
const nowOf = async (who: string) => (await office.ask<Declared>(who, 'GET', `${path}/now`)).body.items.map(({ title }) => title);
const entriesOf = async (caseId: string) => (await office.ask<Entries>('inspector', 'GET', `/api/cases/${caseId}/ledger`)).body.items;

test('what was done before an emergency bears no mark of it', async () => {
  const { caseId } = await apply(office, 1);
  expect((await entriesOf(caseId)).every(({ data }) => data['emergency'] === undefined)).toBe(true);
  expect(await listOf()).toEqual([]);
  expect(await nowOf('caseworker')).toEqual([]);
});

test('only the county’s leader switches it, with a reason, a document, and days that have not passed', async () => {
  for (const who of ['leader', 'caseworker', 'county', 'inspector', 'citizen'])
    expect([who, (await office.ask<Declared>(who, 'POST', path, flood)).status]).toEqual([who, 403]);
  const { source: _, ...without } = flood;
  for (const wrong of [
    without,
    { ...flood, source: '  ' },
    { ...flood, reason: '' },
    { ...flood, title: 'a\u0007b' },
    { ...flood, kind: 'war' },
    { ...flood, townships: [] },
    { ...flood, townships: ["999901101' or true"] },
    { ...flood, from: '2026-02-30' },
    { ...flood, until: undefined },
    { ...flood, county: '999902' },
  ])
    expect((await office.ask<Declared>('county-leader', 'POST', path, wrong)).body.code).toBe('FIELDS_REFUSED');
  const refusedOf = async (more: object) => (await office.ask<Declared>('county-leader', 'POST', path, { ...flood, ...more })).body.code;
  expect(await refusedOf({ from: '2026-09-08' })).toBe('EMERGENCY_DAYS');
  expect(await refusedOf({ from: '2026-09-11', until: '2026-09-10' })).toBe('EMERGENCY_DAYS');
  expect(await refusedOf({ townships: ['999902101'] })).toBe('NOT_FOUND');
  expect(await listOf()).toEqual([]);
});

test('declared twice alike it stands once, and reigns from today on where it was declared', async () => {
  for (let i = 0; i < 2; i++) expect((await office.ask<Declared>('county-leader', 'POST', path, flood)).status).toBe(200);
  expect(await listOf('caseworker')).toMatchObject([{ title: flood.title, state: 'reigning', lastDay: '2026-09-20', ended: null }]);
  expect(await nowOf('caseworker')).toEqual([flood.title]);
  expect(await nowOf('county')).toEqual([flood.title]);
  expect(await nowOf('baishi-caseworker')).toEqual([]);
});

test('two declarations at once are two, and nobody overlooks one', async () => {
  const asked = ['一', '二', '三', '四'].map((title) => ({ ...flood, title, from: '2026-11-01', until: '2026-11-02' }));
  await Promise.all(asked.map((one) => office.ask<Declared>('county-leader', 'POST', path, one)));
  expect((await listOf()).filter(({ state }) => state === 'to-come')).toHaveLength(4);
});

test('what is done under it is marked in the ledger and on the case, in the other township it is not', async () => {
  const { caseId } = await apply(office, 2);
  await give(office, caseId, 'intake', 'accepted');
  const [declared] = (await listOf()).filter(({ title }) => title === flood.title);
  const entries = await entriesOf(caseId);
  expect(entries.length).toBeGreaterThan(2);
  expect(entries.every(({ data }) => data['emergency'] === declared?.id)).toBe(true);
  expect((await office.ask<CaseShown>('caseworker', 'GET', `/api/cases/${caseId}`)).body.case.flags).toEqual(['EMERGENCY']);
  const elsewhere = await apply(office, 3, { township: '999901102' });
  expect((await entriesOf(elsewhere.caseId)).every(({ data }) => data['emergency'] === undefined)).toBe(true);
});

test('whole cases under it bear the mark in every step, letter, notice, decision, award and relief; limits that pass by themselves are nothing that anybody did', async () => {
  const [declared] = (await listOf()).filter(({ title }) => title === flood.title);
  const { caseId } = await apply(office, 5);
  await must(give(office, caseId, 'intake', 'accepted'));
  await must(give(office, caseId, 'survey', 'done', surveyForm(5)));
  await must(give(office, caseId, 'verification', 'consistent'));
  // In the queue of whoever decides, and in the list of cases, it stands with its mark.
  const listed = await office.ask<{ items: { id: string; flags: string[] }[] }>('caseworker', 'GET', '/api/cases');
  expect(listed.body.items.find(({ id }) => id === caseId)?.flags).toContain('EMERGENCY');
  await must(give(office, caseId, 'opinion', 'eligible'));
  office.clock.set('2026-09-17T02:00:00.000Z');
  await office.database.transact(systemActor, office.clock.now(), (tx) => bringOn(tx, caseId));
  await must(give(office, caseId, 'confirm', 'confirmed'));
  const { award } = (await office.ask<{ award: { caseId: string } }>('caseworker', 'GET', `/api/cases/${caseId}`)).body;
  const account = { bank: '演示银行', account: '6200000000001234', holder: '甲秋实' };
  await must(office.ask('caseworker', 'PUT', `/api/cases/${award.caseId}/payee-account`, account));
  await must(office.ask('finance', 'POST', '/api/pay-lists', { month: '2026-09' }));
  const call = {
    ...{ caller: { name: '演报信', phone: '13900000001', isAnonymous: false }, person: { name: '演受助', persons: 3 }, place: {} },
    ...{ what: '家中进水。', vulnerable: [], danger: false },
  };
  const relief = await must(office.ask<{ caseId: string }>('caseworker', 'POST', '/api/reliefs', { call, township: '999901101' }));
  for (const id of [caseId, award.caseId, relief.body.caseId]) {
    const entries = await entriesOf(id);
    const unmarked = entries.filter(({ kind, data }) => !kind.startsWith('clock.') && data['emergency'] !== declared?.id);
    expect(unmarked.map(({ kind }) => kind)).toEqual([]);
    expect((await office.ask<CaseShown>('caseworker', 'GET', `/api/cases/${id}`)).body.case.flags).toContain('EMERGENCY');
  }
  const kinds = [...(await entriesOf(caseId)), ...(await entriesOf(award.caseId))].map(({ kind }) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(['applied', 'letter.issued', 'notice.posted', 'confirm.confirmed', 'award.opened', 'payee-account.set']),
  );
  office.clock.set('2026-09-09T01:10:00.000Z');
});

test('it ends early, today at the earliest; the marks stay, and nothing new is marked from the next day on', async () => {
  const [declared] = (await listOf()).filter(({ title }) => title === flood.title);
  const end = (lastDay: string, who = 'county-leader') =>
    office.ask<Declared>(who, 'POST', `${path}/${declared?.id}/end`, { lastDay, reason: '险情解除。' });
  expect((await end('2026-09-10', 'leader')).status).toBe(403);
  expect((await end('2026-09-08')).body.code).toBe('EMERGENCY_DAYS');
  expect((await end('2026-09-20')).body.code).toBe('EMERGENCY_OVER');
  expect((await end('2026-09-10')).status).toBe(200);
  expect((await end('2026-09-10')).status).toBe(200);
  expect((await end('2026-09-09')).status).toBe(200);
  expect((await end('2026-09-15')).body.code).toBe('EMERGENCY_OVER');
  expect(await nowOf('caseworker')).toEqual([flood.title]);
  office.clock.set('2026-09-10T01:00:00.000Z');
  expect(await nowOf('caseworker')).toEqual([]);
  const { caseId } = await apply(office, 4);
  expect((await entriesOf(caseId)).every(({ data }) => data['emergency'] === undefined)).toBe(true);
  expect((await listOf()).find(({ title }) => title === flood.title)).toMatchObject({
    ...{ until: '2026-09-20', lastDay: '2026-09-09', state: 'over', ended: { reason: '险情解除。' } },
  });
  expect(
    (await office.ask<Declared>('county-leader', 'POST', `${path}/${crypto.randomUUID()}/end`, { lastDay: '2026-09-10', reason: '无' }))
      .status,
  ).toBe(404);
});

test('what was declared is never changed or taken back', async () => {
  for (const table of ['emergency', 'emergency_end']) {
    await expect(query(office.base.urls.admin, `update ${table} set set_by_name = 'x'`)).rejects.toThrow(/stays as it was entered/);
    await expect(query(office.base.urls.admin, `delete from ${table}`)).rejects.toThrow(/stays as it was entered/);
  }
});
