import type { Page } from 'playwright-core';
import type { Inspection } from './inspection.ts';
import type { Spoken } from './words-of.ts';

interface SideErrand {
  /** What the command is called, as the page of the case offers it. */
  name: string;
  /** For the pictures. */
  slug: string;
  fill: (page: Page) => Promise<void>;
}

/** Somebody opens a side command from the page of a case, types it, checks it once more, and records it. */
export async function recordSide(page: Page, { t }: Spoken, { name, slug, fill }: SideErrand, { look }: Inspection): Promise<void> {
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  // Nothing typed: what is missing is listed, and nothing is sent.
  await page.getByRole('button', { name: t('side.continue') }).click();
  await page
    .getByRole('alert')
    .getByRole('heading', { name: t('error.summary') })
    .waitFor();
  await fill(page);
  await look(page, `side-${slug}`);
  await page.getByRole('button', { name: t('side.continue') }).click();
  await page.getByRole('heading', { level: 2, name: t('side.check') }).waitFor();
  await look(page, `side-${slug}-check`);
  await page.getByRole('button', { name: t('side.record', { command: name }) }).click();
  await page.getByText(t('side.done', { command: name })).waitFor();
  await look(page, `side-${slug}-done`);
}
