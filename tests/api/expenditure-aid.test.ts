// Expenditure aid over HTTP: what is refused, who sees what was granted, and what the household can follow.
import { lookAhead } from '@zhouji/api/look-ahead';
import { look, systemActor } from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { application, household, openOffice, type TestOffice } from './open-office.ts';
import { apply, give, must, openTask, surveyForm } from './walk.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

let next = 610;

const hardship = { kind: 'illness', what: '手术住院。', since: '2026-06-01' };

/** In the town: 24,000 for two in twelve months, of which 60 % are 14,400: 820 × 2 × 2 = 3,280, so the county decides. */
function aid(serial: number, more: object = {}) {
  const family = {
    ...household(serial),
    residence: 'urban',
    income: [{ member: '甲秋实', kind: 'transfer', monthly: '2000.00' }],
    expenditure: [{ kind: 'medical', member: '甲秋实', annual: '20000.00', reimbursed: '5600.00', evidence: 'settlement' }],
    hardship,
    ...more,
  };
  return { programme: 'temporary-aid', household: family };
}

async function atOpinion(serial: number, more: object = {}): Promise<{ caseId: string; receipt: string }> {
  const opened = await apply(office, serial, { who: 'citizen', more: aid(serial, more) });
  await must(give(office, opened.caseId, 'intake', 'accepted'));
  await must(
    give(office, opened.caseId, 'survey', 'done', {
      ...surveyForm(serial),
      visitedOn: '2026-09-09',
      household: aid(serial, more).household,
    }),
  );
  await must(give(office, opened.caseId, 'verification', 'consistent'));
  return opened;
}

describe('what is refused', () => {
  test.each([
    ['no hardship', { hardship: undefined }, '/household/hardship'],
    ['a hardship to come', { hardship: { ...hardship, since: '2026-09-10' } }, '/household/hardship/since'],
    ['a hardship of nobody', { hardship: { ...hardship, member: '无此人' } }, '/household/hardship/member'],
    ['a kind of hardship that nobody knows', { hardship: { ...hardship, kind: 'greed' } }, '/household/hardship/kind'],
    [
      'evidence of no kind',
      { expenditure: [{ kind: 'medical', annual: '1.00', evidence: 'rumour' }] },
      '/household/expenditure/0/evidence',
    ],
    [
      'more paid back than was paid',
      { expenditure: [{ kind: 'medical', annual: '1.00', reimbursed: '1.01' }] },
      '/household/expenditure/0/reimbursed',
    ],
    ['amounts below zero', { expenditure: [{ kind: 'medical', annual: '-1.00' }] }, '/household/expenditure/0/annual'],
  ])('%s, with its place', async (_, more, path) => {
    const { status, body } = await office.ask<{ code: string; errors: { path: string; message: string }[] }>(
      'citizen',
      'POST',
      '/api/applications',
      application(601, { more: aid(601, more) }),
    );
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'FIELDS_REFUSED' });
    expect(body.errors.map((error) => error.path)).toContain(path);
    // Whoever found it, it is said in words of the reader's language.
    for (const { message } of body.errors) expect(message).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    ['that do not add up', [{ amount: '3279.99', on: '2026-09-09' }], 'STAGES_WRONG'],
    ['before today', [{ amount: '3280', on: '2026-09-08' }], 'STAGES_WRONG'],
    ['of no number', [{ amount: '3280元', on: '2026-09-09' }], 'FIELDS_REFUSED'],
    ['on no day', [{ amount: '3280', on: '2026-02-30' }], 'FIELDS_REFUSED'],
    ['without end', Array.from({ length: 25 }, () => ({ amount: '1', on: '2026-09-09' })), 'FIELDS_REFUSED'],
    ['of none', [], 'FIELDS_REFUSED'],
  ])('instalments %s, and the case stays as it was', async (_, stages, code) => {
    const { caseId } = await atOpinion(next++);
    const { status, body } = await give(office, caseId, 'opinion', 'eligible', { stages });
    expect({ status, code: (body as { code: string }).code }).toEqual({ status: 422, code });
    expect((await openTask(office, caseId, 'opinion')).outcome).toBeNull();
  });

  test('a second application of a household while the first is open', async () => {
    await apply(office, 650, { who: 'citizen', more: aid(650) });
    const { status, body } = await office.ask<{ code: string }>(
      'citizen',
      'POST',
      '/api/applications',
      application(650, { more: aid(650) }),
    );
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'DUPLICATE' });
  });
});

describe('aid that was granted in two instalments', () => {
  const serial = 660;
  let [caseId, receipt] = ['', ''];
  beforeAll(async () => {
    ({ caseId, receipt } = await atOpinion(serial));
    const stages = [
      { amount: '2000', on: '2026-09-09' },
      { amount: '1280', on: '2026-11-09' },
    ];
    await must(give(office, caseId, 'opinion', 'eligible', { stages }));
    office.clock.set('2026-09-17T01:10:00.000Z');
    await office.database.transact(systemActor, office.clock.now(), async (tx) => {
      await look(tx, { caseId, wanted: [] });
      await lookAhead(tx, caseId);
    });
    await must(give(office, caseId, 'confirm', 'confirmed', {}, { who: 'county-leader' }));
  });

  test('stands in the case file with what became of each, and can be withdrawn no more', async () => {
    const { body } = await office.ask<{ mayDo: string[] }>('caseworker', 'GET', `/api/cases/${caseId}`);
    expect(body).toMatchObject({
      case: { stage: 'paying', ending: null },
      aid: {
        reason: 'illness',
        amount: '3280.00',
        decider: 'county',
        decidedOn: '2026-09-17',
        filedAt: null,
        stages: [
          { stage: 1, amount: '2000.00', on: '2026-09-09', state: 'planned' },
          { stage: 2, amount: '1280.00', on: '2026-11-09', state: null },
        ],
      },
    });
    expect(body.mayDo).not.toContain('withdraw');
    expect(body.mayDo).not.toContain('extend');
    const { status } = await office.ask('citizen', 'POST', `/api/cases/${caseId}/withdrawal`, { reason: '不要了' });
    expect(status).toBe(409);
  });

  test('has limits that can be worked out again from the ledger alone', async () => {
    const { body } = await office.ask('inspector', 'GET', `/api/cases/${caseId}/clock-proof`);
    expect(body).toMatchObject({ holds: true });
  });

  test('is listed for those who may read the cases of the township, and for nobody else', async () => {
    type Listed = { items: { caseId: string }[] };
    const seenBy = async (who: string, query = '') =>
      (await office.ask<Listed>(who, 'GET', `/api/aids${query}`)).body.items.some((line) => line.caseId === caseId);
    expect(await seenBy('leader')).toBe(true);
    expect(await seenBy('county-leader', '?decider=county')).toBe(true);
    expect(await seenBy('county-leader', '?decider=township')).toBe(false);
    expect(await seenBy('baishi-leader')).toBe(false);
    expect((await office.ask('citizen', 'GET', '/api/aids')).status).toBe(403);
    expect((await office.ask(null, 'GET', '/api/aids')).status).toBe(401);
    expect((await office.ask('leader', 'GET', '/api/aids?decider=nobody')).status).toBe(422);
  });

  test('is followed with the receipt: amount, reason of the amount without names, and each instalment in plain words', async () => {
    const lastFour = household(serial).members[0]?.idNumber?.slice(-4);
    const { body } = await office.ask<{ because: object; may: string[] }>(null, 'GET', `/api/track/${receipt}?lastFour=${lastFour}`);
    expect(body).toMatchObject({
      stage: 'paying',
      aid: {
        amount: '3280.00',
        stages: [
          { amount: '2000.00', state: 'under-way', label: '发放中' },
          { amount: '1280.00', state: 'waiting', label: '未到日期' },
        ],
      },
      may: ['report-death'],
    });
    expect(JSON.stringify(body.because)).toContain('tempAid.ordinaryCap');
    expect(JSON.stringify(body.because)).not.toContain('甲秋实');
  });

  test('is published where the household lives: how much, and nothing of why [LAW 45; GOVINFO 26]', async () => {
    const { body } = await office.ask<{ items: object[] }>(null, 'GET', '/api/notices?kind=publication');
    const published = body.items;
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({ amount: '3280.00', persons: 2, programme: '临时救助' });
    expect(JSON.stringify(published)).not.toMatch(/住院|illness|99990119/);
    const { body: clocks } = await office.ask<{ items: { kind: string; state: string }[] }>('leader', 'GET', `/api/cases/${caseId}/clocks`);
    expect(clocks.items).toContainEqual(expect.objectContaining({ kind: 'publication', state: 'running' }));
  });

  test('has a letter with the instalments and the reasons, that prints', async () => {
    const { body } = await office.ask<{ items: { id: string; kind: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/letters`);
    const letter = body.items.find(({ kind }) => kind === 'aid-decision');
    const { body: shown } = await office.ask<{ content: object; number: string }>('caseworker', 'GET', `/api/letters/${letter?.id}`);
    expect(shown.number).toMatch(/^999901101-LS-LJ-2026-/);
    expect(JSON.stringify(shown.content)).toContain('2026-11-09');
    const printed = await office.app.inject({
      method: 'GET',
      url: `/api/letters/${letter?.id}.pdf`,
      headers: await office.headersOf('caseworker'),
    });
    expect(printed.statusCode).toBe(200);
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the account that an application names', () => {
  const account = { bank: '演示银行', account: '6200000000004321' };

  test('is that of the applicant, shown by its last four alone', async () => {
    const { caseId } = await apply(office, 670, { who: 'citizen', more: { ...aid(670), account } });
    const entered = await query<{ bank: string; account: string; holder: string }>(
      office.base.urls.admin,
      `select bank, account, holder from pay_account where case_id = '${caseId}'`,
    );
    expect(entered).toEqual([{ ...account, holder: '甲秋实' }]);
    const { body } = await office.ask('caseworker', 'GET', `/api/cases/${caseId}`);
    expect(JSON.stringify(body)).not.toContain(account.account);
  });

  test.each([
    ['too short', { ...account, account: '1234567' }],
    ['with letters', { ...account, account: '62000000000043ab' }],
    ['without a bank', { account: account.account }],
    ['in another name', { ...account, holder: '别人' }],
  ])('is refused %s, and nothing is opened', async (_, wrong) => {
    const { status, body } = await office.ask<{ code: string }>(
      'citizen',
      'POST',
      '/api/applications',
      application(671, { more: { ...aid(671), account: wrong } }),
    );
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'FIELDS_REFUSED' });
  });
});

describe('as what a household is known elsewhere [LAW 42]', () => {
  test('is entered by whoever takes temporary aid in, and nowhere else', async () => {
    const known = await apply(office, 672, { who: 'citizen', more: aid(672) });
    await must(give(office, known.caseId, 'intake', 'accepted', { supportRecord: '演示特困2024-017' }));
    expect((await openTask(office, known.caseId, 'spending-check')).outcome).toBeNull();
    const allowance = await apply(office, 673, { who: 'citizen' });
    const { status, body } = await give(office, allowance.caseId, 'intake', 'accepted', { supportRecord: '演示特困2024-017' });
    expect({ status, errors: (body as unknown as { errors: object[] }).errors }).toMatchObject({
      status: 422,
      errors: [{ path: '/with/supportRecord' }],
    });
  });
});
