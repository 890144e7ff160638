// What the office does beside the straight way: extension, refusal and service, a death, a review with hearing, and the county's decision.
import { becausePart, extensionReasons, makeIdNumber, outcomeLabel, sideCommands, tasks, type TaskKind } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { doTask } from './do-task.ts';
import { inspect } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { passTime, rest, signIn } from './office-of-the-sandbox.ts';
import { recordSide } from './record-side.ts';
import { applied, done, familyWith, surveyed } from './scenes.ts';
import { type Spoken, wordsOf } from './words-of.ts';

const office = officeForTests();

test('the leader lengthens the limit for a lawful reason and sees the new day before', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const scene = await applied(office, 521);
  await done(office, scene, 'caseworker', ['intake', 'accepted']);
  const inspection = inspect('e2e-office-extension', scene.secrets);
  const page = await signIn(office, words, 'leader');
  await openCase(page, scene.caseId);
  await recordSide(
    page,
    words,
    {
      name: words.label(sideCommands.extend.label),
      slug: 'extend',
      fill: async () => {
        // Accepted on September 9th: 20 working days end on October 13th, 45 on November 17th.
        await page.getByText(words.t('side.extend.afterDays', { day: '2026年11月17日', days: 45 })).waitFor();
        await page.getByRole('radio', { name: words.label(extensionReasons['hard-survey'].label) }).check();
      },
    },
    inspection,
  );
  await page.goto(`${office.url}/office/cases/${scene.caseId}?tab=clocks`);
  await page.getByText(words.t('clock.extended', { reason: words.label(extensionReasons['hard-survey'].label) })).waitFor();
  await inspection.look(page, 'clocks');
  await page.getByRole('link', { name: words.t('clock.proof') }).click();
  await page.getByText(words.t('proof.holds')).waitFor();
  await inspection.look(page, 'clock-proof');
  await page.context().close();
});

test('a refusal is served by hand, and the limit of its service is met', { timeout: 60_000 }, async () => {
  const words = wordsOf('en');
  const household = familyWith(522);
  const scene = await applied(office, 522, { income: [{ member: household.members[0]!.name, kind: 'wage', monthly: '6800.00' }] });
  await surveyed(office, scene);
  const inspection = inspect('e2e-office-refusal', scene.secrets);
  const reviewer = await signIn(office, words, 'reviewer');
  await doTask(
    reviewer,
    office,
    words,
    {
      kind: 'opinion',
      outcome: 'not-eligible',
      receipt: scene.receipt,
      fill: (page) => page.getByLabel(words.t('with.reason'), { exact: false }).first().fill('The income per head is above the standard.'),
    },
    inspection,
  );
  await rest(office, scene.caseId);
  const caseworker = await signIn(office, words, 'caseworker');
  await caseworker.goto(`${office.url}/office/cases/${scene.caseId}?tab=letters`);
  await caseworker.getByRole('link', { name: 'Refusal', exact: true }).click();
  await caseworker.getByRole('article').waitFor();
  await inspection.look(caseworker, 'letter-refusal');
  await caseworker.getByRole('button', { name: words.t('letter.serve') }).click();
  await caseworker.getByText('Handed over', { exact: false }).last().waitFor();
  await inspection.look(caseworker, 'letter-served');
  await caseworker.goto(`${office.url}/office/cases/${scene.caseId}?tab=clocks`);
  const row = caseworker.getByRole('row').filter({ hasText: 'Service of the refusal' });
  await row.getByText(words.t('clock.met')).waitFor();
  await inspection.look(caseworker, 'clocks-after-service');
  await Promise.all([reviewer, caseworker].map((page) => page.context().close()));
});

test('an applicant dies, and the husband goes on with the application', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const [mother, child] = familyWith(523).members;
  const husband = {
    name: '乙留言',
    relation: 'spouse',
    birth: '1982-01-05',
    sex: 'male',
    idNumber: makeIdNumber('999901', '1982-01-05', 'male', 523),
  } as const;
  const scene = await applied(office, 523, {
    members: [mother!, husband, child!],
    income: [{ member: husband.name, kind: 'wage', monthly: '700.00' }],
  });
  await surveyed(office, scene);
  const inspection = inspect('e2e-office-death', [...scene.secrets, husband.name]);
  const page = await signIn(office, words, 'caseworker');
  await openCase(page, scene.caseId);
  await recordSide(
    page,
    words,
    {
      name: words.label(sideCommands['report-death'].label),
      slug: 'death',
      fill: async () => {
        await page.getByLabel(words.t('side.report-death.member')).selectOption(mother!.name);
        await page.getByLabel(words.t('side.report-death.newApplicant')).selectOption(husband.name);
        await page.getByLabel(words.t('side.report-death.diedOn')).fill('2026-9-8');
        await page.getByLabel(words.t('side.report-death.reason')).fill('县医院死亡证明。');
      },
    },
    inspection,
  );
  await openCase(page, scene.caseId);
  await page.getByText(words.t('case.deceased', { member: mother!.name, day: '2026年9月8日' })).waitFor();
  expect(await page.locator('.identity').innerText()).toContain(husband.name);
  await inspection.look(page, 'case-after-death');
  await page.context().close();
});

test('what is missing is told in one notice by one press, and handed in at the window', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t, label } = words;
  const scene = await applied(office, 526, {}, { authorizations: [] });
  const inspection = inspect('e2e-office-papers', scene.secrets);
  const page = await signIn(office, words, 'caseworker');
  await openFromQueue(page, words, scene.receipt, 'intake');
  await inspection.look(page, 'intake');
  await page.getByRole('button', { name: t('missing.tell') }).click();
  await page
    .getByText(t('done.title', { step: label(tasks.intake.label), outcome: label(outcomeLabel('intake', 'supplement')) }))
    .waitFor();
  await rest(office, scene.caseId);

  await page.goto(`${office.url}/office`);
  await openFromQueue(page, words, scene.receipt, 'supplement');
  await page.getByRole('heading', { name: t('supplement.wanted') }).waitFor();
  await page.getByLabel(t('documents.what')).selectOption('other');
  await page.locator('#file').setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: photo });
  await page.getByRole('button', { name: t('documents.upload') }).click();
  await page.getByText(t('documents.taken', { names: 'paper.png' })).waitFor();
  await page.getByRole('radio', { name: label(outcomeLabel('supplement', 'supplied')), exact: true }).check();
  await page.getByRole('checkbox', { name: scene.household.members[0]!.name }).check();
  await inspection.look(page, 'supplement');
  await page.getByRole('button', { name: t('task.submit') }).click();
  await page
    .getByText(t('done.title', { step: label(tasks.supplement.label), outcome: label(outcomeLabel('supplement', 'supplied')) }))
    .waitFor();
  await page.context().close();
});

test('the village aide shows with a photo that a notice hangs', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t } = words;
  const scene = await applied(office, 527);
  await surveyed(office, scene);
  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  const inspection = inspect('e2e-office-notice', scene.secrets);
  const aide = await signIn(office, words, 'village-aide');
  await aide.getByRole('link', { name: t('office.notices'), exact: true }).click();
  await aide.getByRole('link', { name: scene.household.members[0]!.name }).click();
  await aide.getByLabel(t('notice.posting.photo')).setInputFiles({ name: 'board.png', mimeType: 'image/png', buffer: photo });
  await aide.getByLabel(t('notice.posting.at')).fill('2026-09-09T09:00');
  await inspection.look(aide, 'notice-proof');
  await aide.getByRole('button', { name: t('notice.posting.record') }).click();
  await aide.getByText(t('notice.recorded')).waitFor();
  const caseworker = await signIn(office, words, 'caseworker');
  await caseworker.goto(`${office.url}/office/cases/${scene.caseId}?tab=notice`);
  await caseworker.getByRole('link', { name: t('notice.photo'), exact: true }).waitFor();
  await inspection.look(caseworker, 'case-notice');
  await Promise.all([aide, caseworker].map((page) => page.context().close()));
});

test('a calendar is tried before it is imported', { timeout: 60_000 }, async () => {
  const words = wordsOf('en');
  const { t } = words;
  const page = await signIn(office, words, 'county-leader');
  await page.goto(`${office.url}/office/settings?tab=calendars`);
  await page.getByRole('button', { name: t('calendar.try') }).click();
  await page
    .getByRole('alert')
    .getByRole('heading', { name: t('error.summary') })
    .waitFor();
  await page.locator('#source').fill('Demo notice of next year');
  const days = [
    ['01-01', '01-03'],
    ['02-05', '02-11'],
    ['04-05', '04-05'],
    ['05-01', '05-05'],
    ['06-09', '06-09'],
    ['09-15', '09-15'],
    ['10-01', '10-07'],
  ] as const;
  for (const [i, [from, to]] of days.entries()) {
    await page.locator(`[id="holidays/${i}/from"]`).fill(`2027-${from}`);
    await page.locator(`[id="holidays/${i}/to"]`).fill(`2027-${to}`);
  }
  await page.getByRole('button', { name: t('calendar.try') }).click();
  await page.getByText(t('calendar.tried', { year: 2027 })).waitFor();
  await inspect('e2e-office-calendar', []).look(page, 'calendar-tried');
  await page.getByRole('button', { name: t('calendar.import'), exact: true }).click();
  await page.getByRole('rowheader', { name: '2027' }).waitFor();
  await page.context().close();
});

test('a review finds more income: the family is heard, and the leader decides on the smaller amount', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t, label } = words;
  const scene = await applied(office, 524);
  await surveyed(office, scene);
  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  await passTime(office, 'P8D');
  await rest(office, scene.caseId);
  await done(office, scene, 'leader', ['confirm', 'confirmed']);
  await rest(office, scene.caseId);
  const inspection = inspect('e2e-office-award', scene.secrets);

  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/awards`);
  await inspection.look(page, 'awards');
  await page.getByRole('link', { name: scene.household.members[0]!.name }).click();
  await page.getByRole('heading', { name: t('award.amounts') }).waitFor();
  const award = new URL(page.url()).pathname.split('/').at(-1)!;
  const before = await amountShown(page);
  await recordSide(
    page,
    words,
    {
      name: label(sideCommands['report-change'].label),
      slug: 'change',
      fill: async () => {
        await page.getByRole('radio', { name: '收入' }).check();
        await page.getByLabel(t('side.report-change.text')).fill('母亲涨了工资。');
      },
    },
    inspection,
  );
  await rest(office, award);
  await openStep(page, award, words, 'review');
  await page.getByRole('radio', { name: label(outcomeLabel('review', 'decrease')), exact: true }).check();
  await page.getByLabel(t('with.household.changed')).check();
  await page.locator('[id="household/income/0/monthly"]').fill('800');
  await page.getByLabel(t('with.finding')).fill('工资单：每月 800 元。');
  await inspection.look(page, 'review');
  await page.getByRole('button', { name: t('task.submit') }).click();
  await page.getByText(t('done.title', { step: label(tasks.review.label), outcome: label(outcomeLabel('review', 'decrease')) })).waitFor();
  await rest(office, award);

  await openStep(page, award, words, 'hearing');
  await page.getByRole('radio', { name: label(outcomeLabel('hearing', 'heard')), exact: true }).check();
  await page.getByLabel(t('with.statement')).fill('知道了，孩子上学开销也大。');
  await inspection.look(page, 'hearing');
  await page.getByRole('button', { name: t('task.submit') }).click();
  await page.getByText(t('done.title', { step: label(tasks.hearing.label), outcome: label(outcomeLabel('hearing', 'heard')) })).waitFor();
  await rest(office, award);

  const leader = await signIn(office, words, 'leader');
  await openStep(leader, award, words, 'change-decision');
  await leader.getByRole('radio', { name: label(outcomeLabel('change-decision', 'confirmed')), exact: true }).check();
  await inspection.look(leader, 'change-decision');
  await leader.getByRole('button', { name: t('task.submit') }).click();
  await leader
    .getByText(
      t('done.title', { step: label(tasks['change-decision'].label), outcome: label(outcomeLabel('change-decision', 'confirmed')) }),
    )
    .waitFor();
  await rest(office, award);

  await page.goto(`${office.url}/office/awards/${award}`);
  await page.getByRole('heading', { name: t('award.changed') }).waitFor();
  expect(await amountShown(page)).toBeLessThan(before);
  // What changed is named: the fact, and what follows from it.
  await page
    .getByRole('table', { name: t('award.changed') })
    .getByRole('row')
    .filter({ hasText: label(becausePart('monthly')) })
    .waitFor();
  await inspection.look(page, 'award-after-cut');
  await Promise.all([page, leader].map((each) => each.context().close()));
});

test('the county takes over who confirms, and decides a case that is handed over to it', { timeout: 60_000 }, async () => {
  const words = wordsOf('en');
  const { t } = words;
  const county = await signIn(office, words, 'county-leader');
  await county.getByRole('link', { name: t('office.settings') }).click();
  await county.getByRole('radio', { name: t('case.mode.county') }).check();
  await county.getByLabel(t('modes.from')).fill('2026-09-17');
  await county.getByLabel(t('modes.source'), { exact: false }).last().fill('Demo ruling no. 7');
  await county.getByRole('button', { name: t('modes.save') }).click();
  await county.getByText(t('modes.saved')).waitFor();

  const scene = await applied(office, 525);
  const inspection = inspect('e2e-office-county', scene.secrets);
  await inspection.look(county, 'settings');
  await surveyed(office, scene, '2026-09-17');
  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  await passTime(office, 'P8D');
  await rest(office, scene.caseId);
  await county.goto(`${office.url}/office`);
  await doTask(county, office, words, { kind: 'confirm', outcome: 'confirmed', receipt: scene.receipt }, inspection);
  await rest(office, scene.caseId);
  await openCase(county, scene.caseId);
  await county
    .getByText(t('case.closed', { ending: 'Granted' }))
    .first()
    .waitFor();
  expect(await county.locator('.identity').innerText()).toContain(t('case.mode.county'));
  await inspection.look(county, 'case-decided-by-the-county');
  await county.goto(`${office.url}/office/warnings`);
  await county.getByRole('heading', { level: 1, name: t('office.warnings') }).waitFor();
  await inspection.look(county, 'warnings');
  await county.context().close();
});

test('the finance officer makes the list of a month, and its lines add up', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t } = words;
  // What was granted in September is paid from October on.
  await passTime(office, 'P8D');
  const page = await signIn(office, words, 'finance');
  await page.getByRole('link', { name: t('office.payLists') }).click();
  await page.getByRole('button', { name: t('payList.make') }).click();
  await page.getByRole('status').filter({ hasText: '2026年10月' }).waitFor();
  const inspection = inspect('e2e-office-pay-list', []);
  await inspection.look(page, 'pay-lists');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText(t('payList.csv')).waitFor();
  await inspection.look(page, 'pay-list');
  const sum = await page.locator('dd').nth(2).innerText();
  const lines = await page.locator('td.number .money').allInnerTexts();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.reduce((total, line) => total + fenIn(line), 0)).toBe(fenIn(sum));
  await page.context().close();
});

/** A small real PNG. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

function fenIn(text: string): number {
  return Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);
}

/** From one's queue to the task of a case. */
async function openFromQueue(page: Page, { t, label }: Spoken, receipt: string, kind: TaskKind): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: receipt });
  // What has no day comes last, on the next page where the queue is long.
  await row
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => page.getByRole('link', { name: t('page.next') }).click());
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: label(tasks[kind].label) }).waitFor();
}

async function openCase(page: Page, caseId: string): Promise<void> {
  await page.goto(`${office.url}/office/cases/${caseId}`);
  await page.locator('.identity').waitFor();
}

/** From the page of an award to its open step. */
async function openStep(page: Page, award: string, { label }: Spoken, kind: TaskKind): Promise<void> {
  await page.goto(`${office.url}/office/awards/${award}`);
  await page
    .getByRole('main')
    .getByRole('link', { name: label(tasks[kind].label) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: label(tasks[kind].label) }).waitFor();
}

/** The amount that an award has now, in yuan. */
async function amountShown(page: Page): Promise<number> {
  const text = await page.locator('.money.large').first().innerText();
  return Number(text.replace(/[^\d.]/g, ''));
}
