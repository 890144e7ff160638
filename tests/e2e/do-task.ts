import { outcomeLabel, type TaskKind, tasks } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import type { Inspection } from './inspection.ts';
import type { Office } from './office-of-the-sandbox.ts';
import type { Spoken } from './words-of.ts';

interface Errand {
  kind: TaskKind;
  outcome: string;
  /** Whose case it is, as the queue shows it. */
  receipt: string;
  /** What goes with the outcome. */
  fill?: (page: Page) => Promise<void>;
}

/** Somebody opens a task from their queue, gives it its outcome with Ctrl+Enter, and sees what follows. @returns the case's id */
export async function doTask(
  page: Page,
  office: Office,
  { t, label }: Spoken,
  { kind, outcome, receipt, fill }: Errand,
  { look }: Inspection,
): Promise<string> {
  if (new URL(page.url()).pathname !== '/office') await page.goto(`${office.url}/office`);
  const row = page
    .getByRole('row')
    .filter({ hasText: receipt })
    .filter({ hasText: label(tasks[kind].label) });
  // The row comes by itself: nobody reloads.
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: label(tasks[kind].label) }).waitFor();
  await page.getByRole('radio', { name: label(outcomeLabel(kind, outcome)), exact: true }).check();
  await fill?.(page);
  await look(page, `task-${kind}`);
  await page.getByRole('radio', { name: label(outcomeLabel(kind, outcome)), exact: true }).press('Control+Enter');
  const done = t('done.title', { step: label(tasks[kind].label), outcome: label(outcomeLabel(kind, outcome)) });
  await page.getByText(done).waitFor();
  await look(page, `task-${kind}-done`);
  const href = await page
    .getByRole('status')
    .getByRole('link', { name: t('task.toCase') })
    .getAttribute('href');
  return href!.split('/').at(-1)!;
}
