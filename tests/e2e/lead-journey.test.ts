// A report without a name becomes a helped application: the public with plain forms, the office in three presses; an aide on a phone; a match list.
import { alertKinds, leadProgress, makeIdNumber, matchVerdicts, outcomeLabel, refusals, tasks, type TaskKind } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inspect } from './inspection.ts';
import { countPresses } from './presses.ts';
import { officeForTests } from './office-for-tests.ts';
import { signIn, visitor } from './office-of-the-sandbox.ts';
import { type Spoken, wordsOf } from './words-of.ts';

/** F: a lead that has become an application or a relief, from the page of the lead. */
const MOST_PRESSES = 3;

const office = officeForTests();

test('an anonymous lead becomes a helped application, with nothing typed again', { timeout: 180_000 }, async () => {
  const words = wordsOf('zh');
  const { t, label } = words;
  const name = '甲孤舟';
  const idNumber = makeIdNumber('999901', '1950-02-03', 'male', 71);
  const inspection = inspect('e2e-lead-journey', [name, idNumber]);

  // Anybody reports, with plain forms and no name; what was typed comes back with what is lacking.
  const public_ = await (await visitor(office, words, { javaScript: false })).newPage();
  await public_.goto(office.url);
  await public_
    .getByRole('main')
    .getByRole('link', { name: t('publicLead.nav') })
    .click();
  await public_.getByLabel(t('publicLead.what')).fill('村口独居老人摔伤了，家里没有米了。');
  await inspection.look(public_, 'report');
  await public_.getByRole('button', { name: t('publicLead.send') }).click();
  await public_.getByRole('link', { name: t('publicLead.choose') }).waitFor();
  expect(await public_.getByLabel(t('publicLead.what')).inputValue()).toBe('村口独居老人摔伤了，家里没有米了。');
  await inspection.look(public_, 'report-refused');
  await public_.getByLabel(t('publicLead.village')).selectOption('竹林村');
  await public_.getByLabel(t('publicLead.address')).fill('老街 7 号');
  await public_
    .getByLabel(t('publicLead.photo'), { exact: false })
    .setInputFiles({ name: 'home.png', mimeType: 'image/png', buffer: picture });
  await public_.getByRole('button', { name: t('publicLead.send') }).click();
  await public_.getByRole('heading', { level: 1, name: t('publicLead.received') }).waitFor();
  const receipt = /XS26-[0-9A-Z]{8}/.exec(await public_.getByRole('main').innerText())?.[0] ?? '';
  const code = await public_.locator('.code strong').innerText();
  await public_.getByText(t('publicLead.photo.added', { count: 1 })).waitFor();
  // What is no photo is refused with what to do, and the report stands.
  await public_
    .getByLabel(t('publicLead.photo'), { exact: false })
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('%PDF') });
  await public_.getByRole('button', { name: t('publicLead.photo.add') }).click();
  await public_.getByText(refusals.PHOTO_REFUSED.zh).first().waitFor();
  expect(await public_.getByRole('main').innerText()).toContain(receipt);
  await inspection.look(public_, 'report-received');

  // The township takes it on out of its queue, and goes there.
  const page = await signIn(office, words, 'caseworker');
  await page.getByRole('row').filter({ hasText: receipt }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: receipt }).waitFor();
  const photo = page.getByRole('img', { name: t('lead.photo.open', { number: 1 }) });
  await photo.waitFor();
  await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
  await inspection.look(page, 'lead-receipt');
  await choose(page, words, 'lead-receipt', 'taken-on');
  await page.getByRole('button', { name: t('lead.send') }).click();
  await choose(page, words, 'lead-contact', 'met');
  await page.getByRole('radio', { name: t('means.visit') }).check();
  await page.getByLabel(t('lead.finding')).fill('老人独居，膝盖骨折，没有收入，儿女都在外地。');
  await page.getByLabel(t('lead.name'), { exact: false }).fill(name);
  await page.getByLabel(t('lead.idNumber'), { exact: false }).fill(idNumber);
  await inspection.look(page, 'lead-contact');
  await page.getByRole('button', { name: t('lead.send') }).click();
  await page.getByRole('radio', { name: label(outcomeLabel('lead-path', 'application')) }).waitFor();
  await inspection.look(page, 'lead-path');

  // In at most three presses it is an application that knows already whom, where and why.
  const presses = await countPresses(page);
  await choose(page, words, 'lead-path', 'application');
  await page.getByRole('button', { name: t('lead.send') }).click();
  await page.getByRole('heading', { level: 1, name: t('office.apply') }).waitFor();
  expect(await presses.count(), 'presses from lead to application').toBeLessThanOrEqual(MOST_PRESSES);
  console.log(`lead to application: ${await presses.count()} presses of ${MOST_PRESSES}`);
  expect(await page.locator('#household\\/members\\/0\\/name').inputValue()).toBe(name);
  expect(await page.locator('#household\\/members\\/0\\/idNumber').inputValue()).toBe(idNumber);
  expect(await page.getByLabel(t('check.village')).inputValue()).toBe('999901101204');
  await page.getByText('村口独居老人摔伤了，家里没有米了。').waitFor();
  await inspection.look(page, 'prepared-application');

  await page.getByRole('radio', { name: t('residence.rural') }).check();
  await page.getByRole('checkbox', { name }).check();
  await page.getByLabel(t('officeApply.truthful')).check();
  await page.getByLabel(t('officeApply.truthful')).press('Control+Enter');
  await page.getByText(/DB26-[0-9A-Z]{8}/).waitFor();

  await page.goto(`${office.url}/office/leads?show=all`);
  await page.getByRole('link', { name }).click();
  await page.getByText(t('lead.turned')).waitFor();
  await page
    .getByText(/DB26-[0-9A-Z]{8}/)
    .first()
    .waitFor();
  await inspection.look(page, 'lead-done');

  await public_.goto(`${office.url}/leads/progress`);
  await public_.getByLabel(t('publicLead.number')).fill(receipt.toLowerCase().replace('-', ' '));
  await public_.getByRole('button', { name: t('publicLead.progress.act') }).click();
  await public_.getByRole('link', { name: t('publicLead.progress.unknown') }).waitFor();
  await public_.getByLabel(t('publicLead.code')).fill(code.toLowerCase());
  await public_.getByRole('button', { name: t('publicLead.progress.act') }).click();
  await public_.getByText(label(leadProgress.done.label)).waitFor();
  await inspection.look(public_, 'progress');
  expect(await public_.getByRole('main').innerText()).not.toContain(name);
  await Promise.all([page, public_].map((one) => one.context().close()));
});

test('who is being watched leaves by Shift three times, or by one press, and the way back shows nothing', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t } = words;
  const context = await visitor(office, words);
  // Where it leads is another place's page: a browser follows, this one only sees that it would.
  const answer = await context.request.get(`${office.url}/leave`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([303, 'https://www.nmc.cn/']);
  await context.route('**/leave', (route) => route.fulfill({ contentType: 'text/html', body: '<title>weather</title>' }));
  const page = await context.newPage();
  for (const path of ['/leads/new', '/leads/progress', '/track', '/track/order']) {
    await page.goto(office.url + path);
    await page.getByRole('link', { name: t('publicLead.leave') }).waitFor();
    // Capitals that are typed do not leave.
    for (const key of ['Shift', 'Shift+A', 'Shift']) await page.keyboard.press(key);
    await page.getByText(t('publicLead.leave.more', { count: 2 })).waitFor({ state: 'attached' });
    for (const key of ['Shift', 'Shift']) await page.keyboard.press(key);
    await page.waitForURL('**/leave');
    await page.goBack();
    expect(page.url()).not.toContain(path);
  }
  await page.goto(`${office.url}/leads/new`);
  await page.getByRole('link', { name: t('publicLead.leave') }).click();
  await page.waitForURL('**/leave');
  await context.close();
});

test('an aide reports from a phone, and the lead becomes a relief in three presses', { timeout: 180_000 }, async () => {
  const words = wordsOf('en');
  const { t } = words;
  const inspection = inspect('e2e-lead-aide', ['甲无米']);
  const aide = await signIn(office, words, 'village-aide');
  await aide.setViewportSize({ width: 390, height: 844 });
  await aide.goto(`${office.url}/office/leads/new`);
  await aide.getByRole('button', { name: t('leadNew.send'), exact: true }).click();
  await aide.getByRole('link', { name: t('error.fill-in', { field: t('leadNew.what') }) }).waitFor();
  await aide.getByLabel(t('leadNew.what')).fill('No food since yesterday, two small children.');
  await aide.getByLabel(t('leadNew.danger')).check();
  await aide.getByLabel(t('leadNew.personName')).fill('甲无米');
  await inspection.look(aide, 'report');
  await aide.getByRole('button', { name: t('leadNew.send'), exact: true }).click();
  await aide.getByText('XS26-', { exact: false }).waitFor();
  await inspection.look(aide, 'reported');
  await aide.getByRole('link', { name: t('leadNew.toLeads') }).click();
  await aide.getByRole('link', { name: '甲无米' }).click();
  await aide.getByText(t('lead.progress.of'), { exact: false }).waitFor();
  await inspection.look(aide, 'own-report');

  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/leads`);
  await inspection.look(page, 'leads');
  await page.getByRole('link', { name: '甲无米' }).click();
  await page.getByRole('radio', { name: words.label(outcomeLabel('lead-receipt', 'relief')) }).waitFor();
  const presses = await countPresses(page);
  await choose(page, words, 'lead-receipt', 'relief');
  await page.getByRole('button', { name: t('lead.send') }).click();
  await page.getByRole('heading', { level: 1, name: words.label(tasks.triage.label) }).waitFor();
  expect(await presses.count(), 'presses from lead to relief').toBeLessThanOrEqual(MOST_PRESSES);
  console.log(`lead to relief: ${await presses.count()} presses of ${MOST_PRESSES}`);
  expect(await page.getByRole('main').innerText()).toContain('No food since yesterday');
  await Promise.all([page, aide].map((one) => one.context().close()));
});

test('the county checks a match list, imports it, and sees that nobody is lost', { timeout: 180_000 }, async () => {
  const words = wordsOf('zh');
  const { t, label } = words;
  const people = [1, 2].map((serial) => makeIdNumber('999901', '1962-04-05', 'male', 700 + serial));
  const inspection = inspect('e2e-lead-import', people);
  const page = await signIn(office, words, 'county');
  await page.goto(`${office.url}/office/leads/import`);
  await page.getByRole('button', { name: t('leadImport.check') }).click();
  await page.getByRole('link', { name: t('error.file.none') }).waitFor();
  const list = [
    '姓名,身份证号码,村（社区）,预警类型,联系电话,说明',
    `甲一笔,${people[0]},竹林村,${alertKinds['seriously-ill'].label.zh},,住院`,
    `甲二笔,${people[1]},无名村,${alertKinds['seriously-ill'].label.zh},,`,
    `甲三笔,4.5E+17,竹林村,${alertKinds.vehicle.label.zh},,=1+1`,
  ].join('\r\n');
  await page.getByLabel(t('leadImport.file')).setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByLabel(t('leadImport.comparedOn')).fill('2026年9月1日');
  await page.getByRole('button', { name: t('leadImport.check') }).click();
  await page.getByText(t('leadImport.checked')).waitFor();
  for (const verdict of ['accepted', 'village-unknown', 'formula'] as const)
    await page
      .getByRole('cell')
      .filter({ hasText: label(matchVerdicts[verdict].tell) })
      .waitFor();
  await inspection.look(page, 'checked');
  await page.getByRole('button', { name: t('leadImport.import', { count: 1 }) }).click();
  await page.getByText(t('leadImport.imported', { count: 1 })).waitFor();
  await inspection.look(page, 'imported');
  // The report is there for good: opened anew, it has every line.
  await page.reload();
  await page.getByRole('heading', { name: t('leadImport.newest') }).waitFor();
  await page
    .getByRole('button', { name: t('leadImport.see') })
    .first()
    .click();
  await page
    .getByRole('cell')
    .filter({ hasText: label(matchVerdicts.formula.tell) })
    .waitFor();
  await inspection.look(page, 'newest-imports');
  await page.getByLabel(t('leadImport.file')).setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByLabel(t('leadImport.comparedOn')).fill('2026年9月1日');
  await page.getByRole('button', { name: t('leadImport.check') }).click();
  await page.getByText(t('leadImport.nothing')).waitFor();

  await page
    .getByLabel(t('leadImport.file'))
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,村\n甲,乙') });
  await page.getByRole('button', { name: t('leadImport.check') }).click();
  await page.getByText('身份证号码、预警类型', { exact: false }).waitFor();
  await inspection.look(page, 'refused');
  await page.goto(`${office.url}/office/warnings`);
  await page.getByRole('heading', { name: t('lost.title') }).waitFor();
  await page.getByText(t('lost.none')).waitFor();
  await inspection.look(page, 'nobody-is-lost');
  await page.context().close();
});

function choose(page: Page, { label }: Spoken, kind: TaskKind, outcome: string): Promise<void> {
  return page.getByRole('radio', { name: label(outcomeLabel(kind, outcome)) }).check();
}

/** One dot, as a PNG. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
