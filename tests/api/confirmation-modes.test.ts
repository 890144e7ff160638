// LAW 44 — The county decides unless the province entrusts the township: a dated setting of the county, with the ruling that it rests on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { apply, give } from './walk.ts';

interface Modes {
  code?: string;
  today: { programme: string; mode: string; source: string }[];
  items: { mode: string; from: string; source: string; by: string }[];
}

const path = '/api/settings/confirmation-modes';
const setting = { programme: 'subsistence-allowance', mode: 'county', from: '2026-09-09', source: '自治区文件（演示）第1号' };
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const modeOf = async (caseId: string) =>
  (await office.ask<{ case: { mode: string | null } }>('caseworker', 'GET', `/api/cases/${caseId}`)).body.case.mode;

test('where nothing is set the parameter says who confirms, with its source', async () => {
  const { body } = await office.ask<Modes>('caseworker', 'GET', path);
  expect(body.today.find(({ programme }) => programme === setting.programme)).toEqual({
    programme: setting.programme,
    mode: 'delegated',
    source: '演示参数 T1',
  });
  expect(body.items).toEqual([]);
});

test('only the county’s leader sets it, with a ruling, a mode that exists and a day that has not passed', async () => {
  for (const who of ['leader', 'caseworker', 'county', 'inspector', 'citizen'])
    expect([who, (await office.ask<Modes>(who, 'PUT', path, setting)).status]).toEqual([who, 403]);
  const { source: _, ...without } = setting;
  for (const wrong of [
    without,
    { ...setting, source: '' },
    { ...setting, source: '   ' },
    { ...setting, mode: 'nobody' },
    { ...setting, from: '2026-02-30' },
    { ...setting, programme: 'x' },
  ])
    expect((await office.ask<Modes>('county-leader', 'PUT', path, wrong)).body.code).toBe('FIELDS_REFUSED');
  expect((await office.ask<Modes>('county-leader', 'PUT', path, { ...setting, from: '2026-09-08' })).body.code).toBe('FROM_PASSED');
  expect((await office.ask<Modes>('county', 'GET', path)).body.items).toEqual([]);
});

test('a case keeps the mode of its acceptance; what is accepted later goes by what is set', async () => {
  const before = await apply(office, 1);
  await give(office, before.caseId, 'intake', 'accepted');
  const { body } = await office.ask<Modes>('county-leader', 'PUT', path, setting);
  expect(body.today.find(({ programme }) => programme === setting.programme)).toMatchObject({ mode: 'county', source: setting.source });
  const after = await apply(office, 2);
  await give(office, after.caseId, 'intake', 'accepted');
  expect([await modeOf(before.caseId), await modeOf(after.caseId)]).toEqual(['delegated', 'county']);
  const clocks = await office.ask<{ items: { kind: string; days: number }[] }>('county', 'GET', `/api/cases/${after.caseId}/clocks`);
  expect(clocks.body.items.find(({ kind }) => kind === 'decision')?.days).toBe(30);
});

test('set twice alike it stands once; of one day the last counts, and of several the latest that has come', async () => {
  await office.ask('county-leader', 'PUT', path, setting);
  const { body } = await office.ask<Modes>('county-leader', 'PUT', path, { ...setting, mode: 'delegated', source: '更正：第2号' });
  expect(body.items.map(({ mode }) => mode)).toEqual(['delegated', 'county']);
  await office.ask('county-leader', 'PUT', path, { ...setting, from: '2026-12-01', source: '第3号' });
  const third = await apply(office, 3);
  await give(office, third.caseId, 'intake', 'accepted');
  expect(await modeOf(third.caseId)).toBe('delegated');
});

test('what was set is never changed or taken back', async () => {
  await expect(query(office.base.urls.admin, `update confirmation_mode set mode = 'county'`)).rejects.toThrow(/stays as it was entered/);
  await expect(query(office.base.urls.admin, 'delete from confirmation_mode')).rejects.toThrow(/stays as it was entered/);
});
