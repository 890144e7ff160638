import type { Page } from 'playwright-core';

/** How often somebody has pressed something since the counting began: clicks, taps and shortcuts. Typing and Tab do not count. */
export interface Presses {
  count(): Promise<number>;
}

/** Counts inside the page, as the page sees it: going on to another page of the office keeps the count. */
export async function countPresses(page: Page): Promise<Presses> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { presses: number };
    counted.presses = 0;
    const count = () => void (counted.presses += 1);
    document.addEventListener('pointerdown', count, true);
    document.addEventListener('keydown', (event) => void (event.ctrlKey && event.key !== 'Control' && count()), true);
  });
  return { count: () => page.evaluate(() => (globalThis as unknown as { presses: number }).presses) };
}
