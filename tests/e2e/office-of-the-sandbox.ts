import { type CastMember, demoCast } from '@zhouji/database';
import { startStack, type Stack } from '@zhouji/local';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, newVisitor } from '../support/browser.ts';
import type { Spoken } from './words-of.ts';

/** The whole system on the clock that can be moved, and a browser. */
export interface Office {
  url: string;
  browser: Browser;
  stop(): Promise<void>;
}

/** Opens the office on a Wednesday morning in September. */
export async function openOffice(dataFolder: string): Promise<Office> {
  const stack: Stack = await startStack({ mode: 'sandbox', dataFolder, from: '2026-09-09T09:00', durable: false, say: () => {} });
  const browser = await launchBrowser();
  return {
    url: stack.url,
    browser,
    async stop() {
      await browser.close();
      await stack.stop();
    },
  };
}

/** A visitor who has chosen a language. */
export async function visitor(office: Office, words: Spoken, { javaScript = true } = {}): Promise<BrowserContext> {
  const context = await newVisitor(office.browser, { locale: words.language === 'zh' ? 'zh-CN' : 'en', javaScript, width: 1366 });
  await context.addCookies([{ name: 'zhouji_language', value: words.language, url: office.url }]);
  context.setDefaultTimeout(15_000);
  return context;
}

/** Somebody of the demo cast, signed in by the form, before their work queue or what stands in its place. */
export async function signIn(office: Office, words: Spoken, castName: string, firstPage = words.t('office.queue')): Promise<Page> {
  const { username, password } = personOf(castName);
  const page = await (await visitor(office, words)).newPage();
  await page.goto(`${office.url}/sign-in`);
  await page.getByLabel(words.t('signIn.username')).fill(username);
  await page.getByLabel(words.t('signIn.password')).fill(password);
  await page
    .getByRole('main')
    .getByRole('button', { name: words.t('signIn.act') })
    .click();
  await page.getByRole('heading', { level: 1, name: firstPage }).waitFor();
  return page;
}

/**
 * Counts what somebody does from now on, over all pages that they come to: presses, and shortcuts. Tab, arrows and typing are none.
 *
 * @returns how to ask for the count
 */
export async function countedOn(page: Page): Promise<() => Promise<number>> {
  let interactions = 0;
  await page.exposeFunction('countInteraction', () => void (interactions += 1));
  const watch = () => {
    const add = () => void (globalThis as unknown as { countInteraction: () => Promise<void> }).countInteraction();
    document.addEventListener('pointerdown', add, true);
    document.addEventListener('keydown', (event) => event.ctrlKey && event.key !== 'Control' && add(), true);
  };
  await page.addInitScript(watch);
  await page.evaluate(watch);
  return async () => {
    await page.evaluate(() => undefined);
    return interactions;
  };
}

/** @throws Error when nobody in the cast is called so */
export function personOf(castName: string): CastMember {
  const person = demoCast.find((member) => member.castName === castName);
  if (!person) throw new Error(`nobody in the demo cast is called ${castName}`);
  return person;
}

/** Moves time forward, as `P7D`. */
export async function passTime(office: Office, duration: string): Promise<void> {
  await ask(office, 'POST', '/api/sandbox/clock', { advance: duration });
}

/** Until the process of a case has nothing left to do now. */
export async function rest(office: Office, caseId: string): Promise<void> {
  await ask(office, 'GET', `/api/sandbox/cases/${caseId}/rest`);
}

async function ask({ url }: Office, method: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}
