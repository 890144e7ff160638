// What stands around every page: the search, the size of the letters, and what is shown where there is no way on.
import { outcomeLabel, tasks } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { officeForTests } from './office-for-tests.ts';
import { countedOn, signIn, visitor } from './office-of-the-sandbox.ts';
import { overflowAt, violationsOn } from './every-page.ts';
import { applied } from './scenes.ts';
import { wordsOf } from './words-of.ts';

const office = officeForTests();
const words = wordsOf('zh');
const { t, label } = words;

test('a case is found from any page with two presses, and no name stands in an address', { timeout: 60_000 }, async () => {
  const scene = await applied(office, 571);
  const name = scene.household.members[0]!.name;
  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/awards`);
  await page.getByRole('heading', { level: 1, name: t('office.awards') }).waitFor();
  const presses = await countedOn(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(scene.receipt);
  await page.keyboard.press('Enter');
  await page.locator('.identity').getByText(name).waitFor();
  // F12: Ctrl K and Enter; Enter is no shortcut of ours and counts as the second.
  expect((await presses()) + 1).toBeLessThanOrEqual(2);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('甲');
  await page.keyboard.press('Enter');
  await page.getByText(t('search.short')).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name.slice(0, 2));
  await page.keyboard.press('Enter');
  await page.locator('.identity').getByText(name).or(page.getByRole('link', { name })).first().waitFor();
  expect(decodeURIComponent(page.url())).not.toContain(name.slice(0, 2));
  expect(await page.title()).not.toContain(name.slice(0, 2));

  await page.keyboard.press('Control+k');
  await page.keyboard.type('无此人');
  await page.keyboard.press('Enter');
  await page.getByText(t('search.count', { count: 0, asked: '无此人' })).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test('large print is one press, without JavaScript too, stays over signing in, and fits a narrow screen', { timeout: 60_000 }, async () => {
  const context = await visitor(office, words, { javaScript: false });
  const page = await context.newPage();
  await page.goto(`${office.url}/track`);
  await page.getByRole('button', { name: t('textSize.large') }).click();
  expect(new URL(page.url()).pathname).toBe('/track');
  expect(await page.locator('html').getAttribute('class')).toBe('large');
  const cookies = await context.cookies();
  await context.close();

  const seeing = await visitor(office, words);
  await seeing.addCookies(cookies);
  const large = await seeing.newPage();
  for (const path of ['/', '/apply', '/track', '/notices', '/leads/new', '/report-death', '/sign-in']) {
    await large.goto(`${office.url}${path}`);
    expect(await overflowAt(large, 320), `${path} in large print at 320`).toBe(0);
    expect(await violationsOn(large), `${path} in large print`).toEqual([]);
    const size = await large.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(size).toBe('24px');
  }
  await seeing.close();

  const officer = await visitor(office, words);
  await officer.addCookies(cookies);
  const desk = await officer.newPage();
  await officer.request.post(`${office.url}/api/session`, { data: { username: 'caseworker', password: 'demo-demo-demo' } });
  await desk.goto(`${office.url}/office`);
  await desk.getByRole('heading', { level: 1, name: t('office.queue') }).waitFor();
  expect(await desk.locator('html').getAttribute('class')).toBe('large');
  expect(await overflowAt(desk, 390)).toBe(0);
  await officer.close();
});

test('where there is no way on, a page says what happened and where to go', { timeout: 60_000 }, async () => {
  const page = await signIn(office, words, 'caseworker');
  await page.goto(`${office.url}/office/cases/00000000-0000-7000-8000-000000000000`);
  await page.getByRole('heading', { level: 1, name: t('problem.notFound.title') }).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: t('office.queue') })
    .click();
  await page.getByRole('heading', { level: 1, name: t('office.queue') }).waitFor();

  // A line that is cut is told at once, and that it is back as well.
  await page.getByText(t('connection.live')).waitFor();
  await page.context().setOffline(true);
  await page.getByText(t('connection.offline')).waitFor();
  await page.context().setOffline(false);
  await page.getByText(t('connection.live')).waitFor();

  // The session ends while a page stands open; signing in again goes on there.
  await page.context().clearCookies();
  await page.getByRole('link', { name: t('office.relief'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('signIn.title') }).waitFor();
  expect(new URL(page.url()).searchParams.get('to')).toBe('/office/relief');
  await page.context().close();
});

test('a case is reviewed and confirmed by the keyboard alone, and the next one is one key away', { timeout: 60_000 }, async () => {
  const page = await signIn(office, words, 'leader');
  const presses = await countedOn(page);
  await tabTo(page, label(tasks.confirm.label), 'table');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: label(tasks.confirm.label) }).waitFor();
  const first = page.url();
  await tabTo(page, label(outcomeLabel('confirm', 'confirmed')));
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await page.locator('#done').waitFor();
  // F7: the key that opens the case, and Ctrl+Enter; Tab and the choice among the outcomes are typing.
  expect((await presses()) + 1).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('done');
  await tabTo(page, t('done.nextItem', { task: '' }));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== first && /\/tasks\//.test(url.pathname));
  await page.context().close();
});

/** Presses Tab until what is focused is called so, inside of what is named. @throws Error when it is not reached: nothing may be out of reach of the keyboard */
async function tabTo(page: Page, name: string, inside = 'body'): Promise<void> {
  for (let left = 80; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate((around) => {
      const element = document.activeElement;
      if (!element?.closest(around)) return '';
      return (element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : element?.textContent) ?? '';
    }, inside);
    if (focused.trim().startsWith(name)) return;
  }
  throw new Error(`"${name}" is not reached by Tab`);
}
