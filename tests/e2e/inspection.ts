import { until } from '../support/until.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../support/sources.ts';
import { newVisitor } from '../support/browser.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1366, 390];

/** Looks at every page that a journey comes to: axe, narrow screens, what its address and title say; and keeps a picture. */
export interface Inspection {
  /** @throws AssertionError on the first thing that is not as it must be */
  look(page: Page, name: string): Promise<void>;
  /** How many pages were looked at. */
  readonly pages: number;
}

/** `secrets` are what no address and no title may hold: ID numbers, and names of people. */
export function inspect(folder: string, secrets: readonly string[]): Inspection {
  const pictures = join(ROOT, 'test-results', folder);
  mkdirSync(pictures, { recursive: true });
  let pages = 0;
  let lens: Page | undefined;
  return {
    get pages() {
      return pages;
    },
    async look(page, name) {
      pages += 1;
      // Between two pages there is a moment without a title.
      await until('a title', async () => (await page.title()) !== '');
      await expectNothingPersonal(page, secrets);
      // The one script of public pages is the quick exit's, which shows nothing.
      const isStill = (await page.locator('script:not([src="/quick-exit.js"])').count()) === 0;
      const seen = isStill ? (lens ??= await newLens(page)) : page;
      if (isStill) await show(seen, page);
      const home = page.viewportSize();
      for (const width of WIDTHS) {
        await seen.setViewportSize({ width, height: 900 });
        expect(await findViolations(seen), `axe on ${name} at ${width}`).toEqual([]);
        await seen.screenshot({ path: join(pictures, `${String(pages).padStart(2, '0')}-${name}-${width}.png`), fullPage: true });
      }
      await seen.setViewportSize({ width: 320, height: 900 });
      expect(await findOverflowing(seen), `what is wider than a screen of 320 on ${name}`).toEqual([]);
      if (home && seen === page) await page.setViewportSize(home);
    },
  };
}

/** What axe finds wrong, in words: the rule and the elements. axe is brought into the page once. */
async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, RULES);
}

/** axe needs JavaScript; a page that was made without is shown, as it is, to a browser that has it. */
async function newLens(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this page belongs to no browser');
  return (await newVisitor(browser)).newPage();
}

async function show(lens: Page, page: Page): Promise<void> {
  const [address, html] = [page.url(), await page.content()];
  await lens.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await lens.goto(address);
  await lens.unroute(address);
}

async function expectNothingPersonal(page: Page, secrets: readonly string[]): Promise<void> {
  const seen = `${decodeURIComponent(page.url())} ${await page.title()}`;
  for (const secret of secrets) expect(seen).not.toContain(secret);
  expect(seen).not.toMatch(/\d{17}[\dX]/);
}

/** The elements that reach beyond the right edge of the screen, where the page can be moved sideways. */
function findOverflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth);
    return wide
      .filter((element) => !wide.some((inner) => inner !== element && element.contains(inner)))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
