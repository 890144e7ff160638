// Edge households and rigid-expenditure households over HTTP: applied for, decided, listed, and what need not be said twice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { household, openOffice, type TestOffice } from './open-office.ts';
import { apply, give, must, surveyForm } from './walk.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** In the countryside: 1,400 for two are 700 a head, not below 580 and below 870. */
function edge(serial: number) {
  const family = { ...household(serial), income: [{ member: '甲秋实', kind: 'transfer', monthly: '1400.00' }] };
  return { programme: 'edge-household', household: family };
}

/** 1,200 a head, below 1,500; 28,800 in twelve months, of which more than 60 % is spent. */
function rigid(serial: number) {
  const family = {
    ...household(serial),
    income: [{ member: '甲秋实', kind: 'transfer', monthly: '2400.00' }],
    expenditure: [{ kind: 'medical', member: '甲秋实', annual: '20000.00', reimbursed: '2000.00' }],
  };
  return { programme: 'rigid-expenditure', household: family };
}

/** A rigid-expenditure household, recognised by the county the same day. */
async function recognised(serial: number, who: string | null = null): Promise<string> {
  const { caseId } = await apply(office, serial, { who, more: rigid(serial) });
  await must(give(office, caseId, 'intake', 'accepted'));
  await must(
    give(office, caseId, 'survey', 'done', { ...surveyForm(serial), visitedOn: '2026-09-09', household: rigid(serial).household }),
  );
  await must(give(office, caseId, 'verification', 'consistent'));
  await must(give(office, caseId, 'opinion', 'eligible'));
  await must(give(office, caseId, 'confirm', 'confirmed', {}, { who: 'county-leader' }));
  return caseId;
}

test('both programmes can be applied for, and stand in the queue under their names', async () => {
  const { caseId } = await apply(office, 11, { more: edge(11) });
  await apply(office, 12, { more: rigid(12) });
  const { body } = await office.ask<{ items: { programme: string }[] }>('caseworker', 'GET', '/api/tasks?duty=accept');
  const programmes = body.items.map(({ programme }) => programme);
  expect(programmes).toContain('edge-household');
  expect(programmes).toContain('rigid-expenditure');
  const file = await office.ask<{ case: { programme: string; receipt: string }; recognition: unknown }>(
    'caseworker',
    'GET',
    `/api/cases/${caseId}`,
  );
  expect(file.body).toMatchObject({ case: { programme: 'edge-household' }, recognition: null });
  expect(file.body.case.receipt).toMatch(/^BY26-/);
});

describe('a rigid-expenditure household that the county has recognised', () => {
  let caseId = '';
  beforeAll(async () => {
    caseId = await recognised(21, 'citizen');
  });

  test('has a case file with the term of the recognition, and no award', async () => {
    const { body } = await office.ask('inspector', 'GET', `/api/cases/${caseId}`);
    expect(body).toMatchObject({
      case: { ending: 'granted', programme: 'rigid-expenditure' },
      award: null,
      notice: null,
      recognition: {
        programme: 'rigid-expenditure',
        from: '2026-09-09',
        until: '2027-09-09',
        reviewBy: null,
        mayApplyAnewFrom: '2027-08-10',
        state: 'in-force',
        endReason: null,
      },
    });
  });

  test('is listed for the township and the programme, not for another township', async () => {
    const list = async (who: string, query: string) =>
      (await office.ask<{ items: { caseId: string; applicant: string }[] }>(who, 'GET', `/api/recognitions${query}`)).body.items;
    expect(await list('caseworker', '?township=999901101&programme=rigid-expenditure')).toContainEqual(
      expect.objectContaining({ caseId, applicant: '甲秋实', township: { code: '999901101', name: expect.any(String) } }),
    );
    expect(await list('caseworker', '?programme=edge-household')).toEqual([]);
    expect(await list('baishi-caseworker', '')).toEqual([]);
    expect((await office.ask('citizen', 'GET', '/api/recognitions')).status).toBe(403);
    expect((await office.ask(null, 'GET', '/api/recognitions')).status).toBe(401);
    expect((await office.ask('caseworker', 'GET', '/api/recognitions?programme=subsistence-allowance')).status).toBe(422);
  });

  test('need not say again what is known: the offer is what it applied with, to officers and to whoever applied', async () => {
    for (const who of ['caseworker', 'citizen']) {
      const { status, body } = await office.ask(who, 'GET', `/api/cases/${caseId}/offer`);
      expect([who, status]).toEqual([who, 200]);
      expect(body).toMatchObject({ programme: 'rigid-expenditure', village: { code: '999901101201' }, household: rigid(21).household });
    }
    const alone = await office.ask('caseworker', 'GET', `/api/cases/${caseId}/offer?member=${encodeURIComponent('甲秋实')}`);
    expect(alone.body).toMatchObject({
      programme: 'subsistence-allowance',
      household: { application: 'single-person', members: [{ name: '甲秋实' }] },
    });
  });

  test('offers nothing to anybody else', async () => {
    expect((await office.ask('village-aide', 'GET', `/api/cases/${caseId}/offer`)).status).toBe(404);
    expect((await office.ask('baishi-caseworker', 'GET', `/api/cases/${caseId}/offer`)).status).toBe(404);
    expect((await office.ask(null, 'GET', `/api/cases/${caseId}/offer`)).status).toBe(401);
    expect((await office.ask('caseworker', 'GET', `/api/cases/${caseId}/offer?member=${encodeURIComponent('王五')}`)).status).toBe(404);
  });

  test('is told what stands in the way of asking again', async () => {
    const again = {
      township: '999901101',
      village: '999901101201',
      ...rigid(21),
      declarations: { truthful: true, authorizations: ['甲秋实'] },
    };
    const { status, body } = await office.ask(null, 'POST', '/api/applications', again, { 'accept-language': 'zh' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'RECOGNISED_ALREADY', detail: expect.stringContaining('重新申请') });
  });
});

test('two applications that exclude each other are not taken', async () => {
  await apply(office, 31);
  const other = {
    township: '999901101',
    village: '999901101201',
    ...edge(31),
    declarations: { truthful: true, authorizations: ['甲秋实'] },
  };
  const { status, body } = await office.ask(null, 'POST', '/api/applications', other);
  expect([status, body]).toMatchObject([409, { code: 'EXCLUDED_BY_APPLICATION' }]);
});

test('spending is read field by field, and what cannot be is refused with its place', async () => {
  const bad = (expenditure: unknown) => ({
    township: '999901101',
    village: '999901101201',
    ...rigid(41),
    household: { ...rigid(41).household, expenditure },
    declarations: { truthful: true, authorizations: ['甲秋实'] },
  });
  const answers = [
    bad([{ kind: 'medical', member: '王五', annual: '10' }]),
    bad([{ kind: 'medical', annual: '10', reimbursed: '11' }]),
    bad([{ kind: 'gambling', annual: '10' }]),
    bad([{ kind: 'medical', annual: '-1' }]),
    bad([{ kind: 'medical', annual: 10 }]),
    bad(Array.from({ length: 201 }, () => ({ kind: 'other', annual: '1' }))),
  ].map((application) => office.ask<{ errors?: { path: string }[] }>(null, 'POST', '/api/applications', application));
  for (const { status, body } of await Promise.all(answers)) {
    expect(status).toBe(422);
    expect(body.errors?.[0]?.path).toMatch(/household\/expenditure/);
  }
});
