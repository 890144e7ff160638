// One family from application to award and tracking: the citizen with plain forms, the office as the right people, in both languages.
import { describe, expect, test } from 'vitest';
import { makeIdNumber, outcomeLabel, refusals, tasks } from '@zhouji/domain';
import { inspect } from './inspection.ts';
import { liveThrough } from './live-through.ts';
import { officeForTests } from './office-for-tests.ts';
import { personOf, signIn, visitor } from './office-of-the-sandbox.ts';
import { type Language, wordsOf } from './words-of.ts';

const office = officeForTests();

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  test('a family is told its amount, from plain forms to the award', { timeout: 300_000 }, () => liveThrough(office, language));
});

test('an address that leads nowhere says what to do next, and names a number', async () => {
  const words = wordsOf('zh');
  const page = await (await visitor(office, words, { javaScript: false })).newPage();
  expect((await page.goto(`${office.url}/nowhere`))?.status()).toBe(404);
  await inspect('e2e-zh-problems', []).look(page, 'not-found');
  expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(3);
  await page.goto(`${office.url}/sign-in`);
  await page
    .getByRole('main')
    .getByRole('button', { name: words.t('signIn.act') })
    .click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: words.t('signIn.username.error') })
    .waitFor();
  await inspect('e2e-zh-problems', []).look(page, 'sign-in-error');
  await page.context().close();
});

test('the language changes with one press, without JavaScript, and stays', async () => {
  const page = await (await visitor(office, wordsOf('zh'), { javaScript: false })).newPage();
  await page.goto(`${office.url}/track`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: wordsOf('en').t('track.title') }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.goto(`${office.url}/notices`);
  await page.getByRole('heading', { level: 1, name: wordsOf('en').t('notices.page') }).waitFor();
  await page.context().close();
});

test('a task that a colleague has done meanwhile says who did it, without reloading', async () => {
  const words = wordsOf('zh');
  const [first, second] = [await signIn(office, words, 'caseworker'), await signIn(office, words, 'caseworker-2')];
  const task = first
    .getByRole('row')
    .filter({ hasText: words.label(tasks.intake.label) })
    .getByRole('link')
    .first();
  const address = `${office.url}${await task.getAttribute('href')}`;
  for (const page of [first, second]) {
    await page.goto(address);
    await page.getByRole('radio', { name: words.label(outcomeLabel('intake', 'accepted')), exact: true }).check();
  }
  await first.getByRole('button', { name: words.t('task.submit') }).click();
  await first.getByText(words.t('done.next')).waitFor();
  await second.getByText(words.t('task.closed', { outcome: words.label(outcomeLabel('intake', 'accepted')) })).waitFor();
  expect(await second.getByRole('main').innerText()).toContain(personOf('caseworker').name.zh);
  await inspect('e2e-zh-problems', []).look(second, 'task-done-by-somebody-else');
  await Promise.all([first, second].map((page) => page.context().close()));
});

test('at the window one page is enough, and a family that has a case already is found out', async () => {
  const words = wordsOf('zh');
  const { t } = words;
  const page = await signIn(office, words, 'caseworker');
  // Whose case is being surveyed is in the registry too.
  await page.goto(`${office.url}/office/cases?stage=surveying`);
  await page.getByRole('heading', { level: 1, name: t('office.cases') }).waitFor();
  const known = await page.getByRole('row').nth(1).getByRole('link').innerText();
  await page.getByRole('link', { name: t('office.apply') }).click();
  await page.getByLabel(t('officeApply.search')).fill(known);
  await page
    .getByRole('main')
    .getByRole('button', { name: t('officeApply.search.act') })
    .click();
  await page.getByRole('button', { name: known }).first().click();
  await page.getByLabel(t('officeApply.truthful')).check();
  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('status').getByText(words.label(refusals.DUPLICATE)).waitFor();

  const alone = { name: '庚独居', idNumber: makeIdNumber('999901', '1950-05-05', 'male', 403) };
  const inspection = inspect('e2e-zh-window', [alone.name, alone.idNumber]);
  await inspection.look(page, 'window-duplicate');
  await page.reload();
  await page.getByLabel(t('check.village')).selectOption('999901101201');
  await page.getByLabel(t('residence.rural')).check();
  await page.locator('[id="household/members/0/name"]').fill(alone.name);
  await page.locator('[id="household/members/0/idNumber"]').fill(alone.idNumber);
  await page.getByRole('checkbox', { name: alone.name }).check();
  await page.getByLabel(t('officeApply.truthful')).check();
  await page.getByLabel(t('officeApply.truthful')).press('Control+Enter');
  await page.getByText(/DB26-[0-9A-Z]{8}/).waitFor();
  await inspection.look(page, 'window-received');
  await page.context().close();
});

test('a task that is not there looks like one that one may not see, and leads on', async () => {
  const words = wordsOf('en');
  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/tasks/00000000-0000-7000-8000-000000000000`);
  await page.getByRole('heading', { level: 1, name: words.t('problem.notFound.title') }).waitFor();
  await inspect('e2e-en-problems', []).look(page, 'task-not-found');
  await page.context().close();
});

test('Enter belongs to the input method while it composes', async () => {
  const words = wordsOf('zh');
  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/apply`);
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  const summary = page.getByRole('alert').filter({ hasText: words.t('error.summary') });
  const name = page.locator('[id="household/members/0/name"]');
  await name.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'ren', selectionStart: 3, selectionEnd: 3 });
  for (const modifiers of [0, 2]) {
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers,
    });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, modifiers });
  }
  expect(await summary.count()).toBe(0);
  expect(sent).toEqual([]);
  await keyboard.send('Input.insertText', { text: '壬' });
  expect(await name.inputValue()).toBe('壬');
  // The same keys after the composition do send: the form is judged, and what is missing is listed.
  await name.press('Control+Enter');
  await summary.waitFor();
  await page.context().close();
});

test("a citizen's first page is light and brings no script", async () => {
  const page = await (await visitor(office, wordsOf('zh'))).newPage();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(office.url, { waitUntil: 'networkidle' });
  expect(await page.locator('script').count()).toBe(0);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(150_000);
  console.log(`first load of the start page: ${bytes} bytes`);
  await page.context().close();
});
