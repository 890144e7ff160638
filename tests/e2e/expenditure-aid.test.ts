// Expenditure aid over the township's ceiling: a citizen applies without JavaScript, the county decides, and the bank pays it in two instalments.
import { acts, addDays, dayOf, hardshipLabels, type Household, type PlainDate, stages as caseStages } from '@zhouji/domain';
import { expect, test } from 'vitest';
import { applyInHardship } from './apply-in-hardship.ts';
import { doTask } from './do-task.ts';
import { familyOf, secretsOf } from './families.ts';
import { inspect } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { passTime, personOf, rest, signIn, visitor } from './office-of-the-sandbox.ts';
import { deskOf, done, familyWith, type Scene, send } from './scenes.ts';
import { wordsOf } from './words-of.ts';
import { until } from '../support/until.ts';

const office = officeForTests();

test.each(['zh', 'en'] as const)(
  '%s: a family in hardship gets more than its township may give',
  { timeout: 240_000 },
  async (language) => {
    const words = wordsOf(language);
    const { t, label } = words;
    const family = familyOf(language);
    const inspection = inspect(`e2e-${language}-expenditure-aid`, secretsOf(family));
    const citizen = await (await visitor(office, words, { javaScript: false })).newPage();
    const { receipt, pages } = await applyInHardship(citizen, office, words, family, inspection);
    expect(pages).toBeLessThanOrEqual(11);

    const caseworker = await signIn(office, words, 'caseworker');
    const caseId = await doTask(caseworker, office, words, { kind: 'intake', outcome: 'accepted', receipt }, inspection);
    await caseworker.context().close();
    const desk = await deskOf(office, 'caseworker');
    const { household } = await send<{ household: { household: Household } }>(office, desk, 'GET', `/api/cases/${caseId}`);
    await lookedAt({ caseId, household: household.household });

    // 40,000 of 31,200 in twelve months: the highest tier. 820 × 3 × 4 = 9,840 stop at the cap of 8,200, over the ceiling of 3,000.
    const stages = [
      ['5000', await today()],
      ['3200', addDays(await today(), 20)],
    ];
    const reviewer = await signIn(office, words, 'reviewer');
    await doTask(
      reviewer,
      office,
      words,
      {
        kind: 'opinion',
        outcome: 'eligible',
        receipt,
        fill: async (page) => {
          await page.getByText(t('aid.decider.county')).waitFor();
          await page.getByText(label(hardshipLabels.illness)).first().waitFor();
          for (const [i, [amount, on]] of stages.entries()) {
            await page.getByRole('button', { name: t('stages.add') }).click();
            await page.getByLabel(t('stages.amount', { n: i + 1 })).fill(amount ?? '');
            await page.getByLabel(t('stages.on', { n: i + 1 })).fill(on ?? '');
          }
        },
      },
      inspection,
    );
    await reviewer.context().close();

    await citizen.goto(`${office.url}/notices`);
    await citizen.getByRole('main').getByRole('link', { name: family.applicant.name }).click();
    expect(await citizen.getByRole('main').innerText()).toContain('8,200.00');
    await inspection.look(citizen, 'aid-notice');

    await passTime(office, 'P12D');
    await rest(office, caseId);
    const county = await signIn(office, words, 'county-leader');
    await doTask(county, office, words, { kind: 'confirm', outcome: 'confirmed', receipt }, inspection);
    await county.goto(`${office.url}/office/cases/${caseId}`);
    await county.getByRole('heading', { name: t('aid.title'), exact: true }).waitFor();
    await inspection.look(county, 'aid-case');
    await county.goto(`${office.url}/office/aids`);
    await county.getByRole('link', { name: family.applicant.name }).waitFor();
    await inspection.look(county, 'aid-list');

    // Into the account that the application named: nobody types it again.
    await paid({ caseId });
    await rest(office, caseId);
    await trackCase();
    await citizen.getByText(label(caseStages.paying.label)).first().waitFor();
    await inspection.look(citizen, 'aid-tracked');

    await passTime(office, 'P15D');
    await rest(office, caseId);
    await paid({ caseId });
    await rest(office, caseId);
    // The bank's answer ends the period, and the process the case.
    await until('the case granted', async () => {
      const { case: summary } = await send<{ case: { ending: string | null } }>(office, desk, 'GET', `/api/cases/${caseId}`);
      return summary.ending === 'granted';
    });
    await county.goto(`${office.url}/office/cases/${caseId}?tab=ledger`);
    await county.getByText(label(acts['aid-order'].label), { exact: false }).first().waitFor();
    await inspection.look(county, 'aid-ledger');
    await trackCase();
    expect(await citizen.getByRole('main').innerText()).toContain(language === 'zh' ? '已发放' : 'Paid');
    await inspection.look(citizen, 'aid-paid');
    await Promise.all([citizen, county].map((page) => page.context().close()));

    async function trackCase(): Promise<void> {
      await citizen.goto(`${office.url}/track`);
      await citizen.getByLabel(t('track.receipt')).fill(receipt);
      await citizen.getByLabel(t('track.lastFour')).fill(family.applicant.idNumber.slice(-4));
      await citizen.getByRole('button', { name: t('track.find') }).click();
      await citizen.getByRole('heading', { level: 2, name: t('track.aid.title'), exact: true }).waitFor();
    }
  },
);

test('an officer takes an application down at the window, with the hardship and its costs', { timeout: 120_000 }, async () => {
  const words = wordsOf('zh');
  const { t, label } = words;
  const family = familyWith(541);
  const applicant = family.members[0]!;
  const inspection = inspect('e2e-office-aid-intake', [applicant.name, applicant.idNumber ?? '']);
  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/apply`);
  await page.getByLabel(t('queue.programme')).selectOption('temporary-aid');
  await page.locator('#village').selectOption('999901101201');
  await page.getByLabel(t('residence.urban')).check();
  await page.getByLabel(t('member.name')).fill(applicant.name);
  await page.getByLabel(t('member.idNumber')).fill(applicant.idNumber ?? '');
  await page.getByRole('button', { name: t('facts.spending.add') }).click();
  await page.locator('[id="household/expenditure/0/kind"]').selectOption('medical');
  await page.locator('[id="household/expenditure/0/annual"]').fill('36000');
  await page.getByRole('checkbox', { name: t('officeApply.truthful') }).check();

  // Without the hardship it is not taken: said where the hardship is asked for.
  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('alert').waitFor();
  await inspection.look(page, 'intake-refused');
  await page.locator('[id="household/hardship/kind"]').selectOption({ label: label(hardshipLabels.accident) });
  await page.locator('[id="household/hardship/since"]').fill('2026-08-20');
  await page.locator('[id="household/hardship/what"]').fill('工地摔伤住院。');
  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByText(/LS\d{2}-/).waitFor();
  await inspection.look(page, 'intake-done');
  await page.context().close();
});

test('of a recognised household the spending alone is checked, and the same reason goes to the county', { timeout: 240_000 }, async () => {
  const words = wordsOf('zh');
  const { t } = words;
  const members = [familyWith(542).members[0]!];
  const family: Household = {
    residence: 'urban',
    members,
    income: [{ member: members[0]!.name, kind: 'transfer', monthly: '950.00' }],
    assets: [],
  };
  const inspection = inspect('e2e-office-aid-known', [members[0]!.name, members[0]!.idNumber ?? '']);
  const edge = await handedIn('edge-household', family);
  await done(office, edge, 'caseworker', ['intake', 'accepted']);
  await lookedAt({ caseId: edge.caseId, household: family });
  await done(office, edge, 'reviewer', ['opinion', 'eligible']);
  await rest(office, edge.caseId);
  await passTime(office, 'P11D');
  await rest(office, edge.caseId);
  await done(office, edge, 'leader', ['confirm', 'confirmed']);

  // 9,120 of 11,400 are 80 %: 820 × 1 × 3 = 2,460, within the ceiling.
  const inNeed: Household = {
    ...family,
    expenditure: [{ kind: 'medical', annual: '20000.00', reimbursed: '10880.00', evidence: 'settlement' }],
    hardship: { kind: 'illness', what: '手术住院。', since: '2026-08-20' },
  };
  const first = await handedIn('temporary-aid', inNeed);
  await done(office, first, 'caseworker', ['intake', 'accepted']);
  const caseworker = await signIn(office, words, 'caseworker');
  await doTask(
    caseworker,
    office,
    words,
    {
      kind: 'spending-check',
      outcome: 'done',
      receipt: first.receipt,
      fill: (page) => page.getByLabel(t('with.finding'), { exact: false }).first().fill('票据核对无误。'),
    },
    inspection,
  );
  await caseworker.context().close();
  await done(office, first, 'reviewer', ['opinion', 'eligible']);
  await rest(office, first.caseId);
  await passTime(office, 'P11D');
  await rest(office, first.caseId);
  await done(office, first, 'leader', ['confirm', 'confirmed']);

  const again = await handedIn('temporary-aid', inNeed);
  await done(office, again, 'caseworker', ['intake', 'accepted']);
  const county = await signIn(office, words, 'county-leader');
  await doTask(
    county,
    office,
    words,
    {
      kind: 'special-ground',
      outcome: 'not-special',
      receipt: again.receipt,
      fill: (page) => page.getByLabel(t('with.reason'), { exact: false }).first().fill('与本年度已救助的事由相同。'),
    },
    inspection,
  );
  await county.context().close();
  const citizen = await (await visitor(office, words, { javaScript: false })).newPage();
  await citizen.goto(`${office.url}/track`);
  await citizen.getByLabel(t('track.receipt')).fill(again.receipt);
  await citizen.getByLabel(t('track.lastFour')).fill(members[0]!.idNumber!.slice(-4));
  await citizen.getByRole('button', { name: t('track.find') }).click();
  await citizen.getByText('同一事由本年度已经救助过', { exact: false }).first().waitFor();
  await inspection.look(citizen, 'refused-tracked');
  await citizen.context().close();
});

/** An application by the route that the pages use. */
function handedIn(programme: string, household: Household): Promise<{ caseId: string; receipt: string }> {
  return send(office, {}, 'POST', '/api/applications', {
    ...{ programme, township: '999901101', village: '999901101201', household },
    declarations: { truthful: true, authorizations: household.members.map(({ name }) => name) },
  });
}

/** Income, assets and spending are looked at, by two people at home and in the data. */
async function lookedAt({ caseId, household }: { caseId: string; household: Household }): Promise<void> {
  const surveyors = [personOf('caseworker').name.zh, personOf('caseworker-2').name.zh];
  const found = { surveyors, visitedOn: await today(), means: 'visit', signedBy: household.members[0]?.name, household };
  await done(office, { caseId }, 'caseworker', ['survey', 'done', found]);
  await done(office, { caseId }, 'verification', ['verification', 'consistent']);
}

async function today(): Promise<PlainDate> {
  const { now } = await send<{ now: string }>(office, {}, 'GET', '/api/sandbox/clock');
  return dayOf(now);
}

/** One finance officer prepares, another approves, and the bank answers. */
async function paid({ caseId }: Pick<Scene, 'caseId'>): Promise<void> {
  const [desk, finance, second] = await Promise.all(['caseworker', 'finance', 'finance-2'].map((name) => deskOf(office, name)));
  const { id, lines, sum } = await send<{ id: string; lines: number; sum: string }>(office, finance!, 'POST', '/api/pay-batches', {
    township: '999901101',
  });
  await send(office, second!, 'POST', `/api/pay-batches/${id}/approval`, { lines, sum });
  await expect
    .poll(
      async () =>
        (await send<{ items: { state: string }[] }>(office, desk!, 'GET', `/api/cases/${caseId}/payments`)).items.every(
          ({ state }) => state === 'paid',
        ),
      {
        timeout: 30_000,
      },
    )
    .toBe(true);
}
