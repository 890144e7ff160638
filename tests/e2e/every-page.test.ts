// Every page that there is, as everybody sees it who may: nothing fails, nothing is wider than the screen, axe finds nothing, no code is shown.
import { demoCast } from '@zhouji/database';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codesIn, overflowAt, routeOf, routesOnDisk, violationsOn } from './every-page.ts';
import { officeForTests } from './office-for-tests.ts';
import { visitor } from './office-of-the-sandbox.ts';
import { deskOf, paid, send } from './scenes.ts';
import { type Language, wordsOf } from './words-of.ts';

const office = officeForTests();
const routes = routesOnDisk();
/** Reached by the route and, where the same route shows other things, by which of them. */
const reached = new Set<string>();
const faults: string[] = [];

/** One of each role; the second of a role sees what the first does. */
const roles = demoCast.filter(
  ({ role, castName }, index) => role !== 'citizen' && index === demoCast.findIndex((one) => one.role === role) && castName,
);

/** Pages that stand at the end of a citizen's journey: `citizen-journeys` and `citizen-branches` look at each of them in the same way. */
const endsOfJourneys = [
  '/apply/[list]',
  '/apply/[question]',
  '/apply/authorisation',
  '/apply/check',
  '/apply/documents',
  '/apply/receipt',
  '/track/case',
  '/track/case/change',
  '/track/case/death',
  '/track/case/dispute',
  '/track/case/give-up',
  '/track/case/letters/[letter]',
  '/track/case/supplement',
  '/track/case/supplement/send',
  '/track/case/withdraw',
];

test('every page of the public holds', { timeout: 180_000 }, async () => {
  for (const language of ['zh', 'en'] as const) await walk(language, null, ['/', '/leads/progress', '/verify/0000000000', '/no-such-page']);
  expect(faults).toEqual([]);
});

test('every page of the office holds for each role that may', { timeout: 600_000 }, async () => {
  // A batch that was sent, so that its page has something to show.
  await paid(office);
  const unlinked = await pagesWithoutALink();
  const halves = [roles.filter((_, index) => index % 2 === 0), roles.filter((_, index) => index % 2 === 1)];
  await Promise.all(
    halves.map(async (half, index) => {
      for (const [at, { username }] of half.entries())
        await walk((at + index) % 2 === 0 ? 'zh' : 'en', username, [
          '/office',
          '/office/no-such-page',
          '/office/cases/00000000-0000-7000-8000-000000000000',
          ...(unlinked[username] ?? []),
        ]);
    }),
  );
  expect(faults).toEqual([]);
});

test('no page on disk is left out', () => {
  const seen = new Set([...reached].map((key) => key.split(' ')[0]));
  expect(routes.filter((route) => !seen.has(route) && !endsOfJourneys.includes(route))).toEqual([]);
});

/** Pages that nothing leads to on this day, and who would come to them. */
async function pagesWithoutALink(): Promise<Record<string, string[]>> {
  const desk = await deskOf(office, 'caseworker');
  const closed = await send<{ items: { id: string }[] }>(office, desk, 'GET', '/api/cases?stage=closed');
  const reliefs = await send<{ items: { id: string }[] }>(office, desk, 'GET', '/api/reliefs');
  return {
    caseworker: [
      '/office/search',
      ...closed.items.map(({ id }) => `/office/cases/${id}?tab=letters`),
      ...reliefs.items.map(({ id }) => `/office/relief/${id}/urgency`),
    ],
    finance: ['/office/payments/differences'],
  };
}

/** Goes from link to link, as somebody does who wants to see all of it; each kind of page once. */
async function walk(language: Language, username: string | null, starts: string[]): Promise<void> {
  const context = await visitor(office, wordsOf(language));
  if (username) await context.request.post(`${office.url}/api/session`, { data: { username, password: 'demo-demo-demo' } });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('response', (response) => response.status() >= 500 && said.push(`${response.status()} ${response.url()}`));
  const mine = new Set<string>();
  const ahead: Link[] = starts.map((href) => ({ href, text: '', from: '' }));
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const key = keyOf(next, mine.size);
    const [route = ''] = key.split(' ');
    // What a route shows under another tab, or of another kind, somebody has seen in this language is not seen once more.
    if (mine.has(key) || (mine.has(route) && reached.has(`${key} ${language}`))) continue;
    mine.add(key).add(route);
    said.length = 0;
    ahead.push(...(await look(page, next.href, { language, username, key, said })));
  }
  await context.close();
}

interface Link {
  href: string;
  text: string;
  /** The route of the page on which it stands. */
  from: string;
}

interface Visit {
  language: Language;
  username: string | null;
  key: string;
  said: string[];
}

/** @returns where one can go from here */
async function look(page: Page, href: string, { language, username, key, said }: Visit): Promise<Link[]> {
  const where = `${username ?? 'anybody'} ${language} ${href}`;
  await page.goto(`${office.url}${href}`);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  const isMissing = /no-such-page|00000000-0000|0000000000/.test(href);
  if (!isMissing) faults.push(...said.map((line) => `${where}: ${line}`));
  const links = await page.$$eval('a[href^="/"]', (all) =>
    all.map((one) => ({ href: one.getAttribute('href') ?? '', text: one.textContent.trim() })),
  );
  faults.push(...codesIn(await page.locator('body').innerText(), language).map((code) => `${where}: shows the code ${code}`));
  const overflow = await overflowAt(page, 320);
  if (overflow > 0) faults.push(`${where}: wider than 320 by ${overflow}`);
  // What axe says of a page does not depend on who looks at it: once wide, once narrow, in each language that comes by.
  const once = `${key} ${language}`;
  if (!reached.has(once)) {
    reached.add(once);
    const width = reached.size % 2 === 0 ? 1366 : 390;
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await violationsOn(page)).map((line) => `${where} at ${width}: ${line}`));
  }
  await page.setViewportSize({ width: 1366, height: 900 });
  const [from = ''] = key.split(' ');
  return links.filter((link) => isPage(link.href, username !== null)).map((link) => ({ ...link, from }));
}

/** Other pages of the same house; files and what ends a session are none. */
function isPage(href: string, inOffice: boolean): boolean {
  const { pathname } = new URL(href, office.url);
  return (
    !/\.(pdf|csv)$|^\/(api|language|sign-out|track\/leave|leave)(\/|$)|\/pdf$/.test(pathname) && pathname.startsWith('/office') === inOffice
  );
}

/** Filters of a list show the same page; tabs, steps, kinds of letters, and cases of another list show others. */
function keyOf({ href, text, from }: Link, index: number): string {
  const { pathname, searchParams } = new URL(href, office.url);
  const route = routeOf(pathname, routes) ?? `${pathname}-${index}`;
  const isNamed = /\/(tasks|letters)\/\[\w+\]$/.test(route);
  const command = /\/do\/([\w-]+)$/.exec(pathname)?.[1] ?? '';
  const isOfCase = route === '/office/cases/[id]';
  return [route, searchParams.get('tab') ?? '', command, isNamed ? text.replace(/[（(].*/, '') : '', isOfCase ? from : '']
    .filter(Boolean)
    .join(' ');
}
