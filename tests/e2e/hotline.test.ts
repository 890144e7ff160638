// The hotline: a call logged within eight interactions, and a work order that is returned, disputed and answered.
import { outcomeLabel, type TaskKind, tasks, urgencies } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inspect, type Inspection } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { signIn, visitor } from './office-of-the-sandbox.ts';
import { type Spoken, wordsOf } from './words-of.ts';

const QINGXI = '999901101';
const F2_BUDGET = 8;
const secrets = ['示来电', '示老人', '13811112222', '示举报', '13933334444'];

const office = officeForTests();

test(
  'F2: from the call screen to a logged, urgent order with a callback, in eight interactions and without scrolling',
  { timeout: 90_000 },
  async () => {
    const words = wordsOf('zh');
    const { t, label } = words;
    const page = await openCallScreen(words);
    const inspection = inspect('e2e-call-screen', secrets);
    await page.setViewportSize({ width: 1366, height: 768 });
    await countInteractions(page);
    await page.getByLabel(t('call.phone')).fill('138 1111 2222');
    await page.getByRole('textbox', { name: t('call.said') }).fill('独居老人家里没有米了，儿子联系不上，晚上很冷');
    await page.getByLabel(t('call.class')).selectOption('help');
    await page.getByRole('radio', { name: label(urgencies.urgent.label) }).check();
    await page.getByLabel(t('call.township')).selectOption(QINGXI);
    await page.getByRole('radio', { name: t('call.callback.today', { time: '15:00' }) }).check();
    await page.getByLabel(t('call.consent')).check();
    // What is known and what to answer have come by themselves; the screen has not grown.
    await page.getByText(t('call.who.none')).waitFor();
    await page.locator('details').first().waitFor();
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    await page.keyboard.press('Control+Enter');
    await page.getByText('已开工单').waitFor();
    expect(await interactions(page)).toBeLessThanOrEqual(F2_BUDGET);
    await inspection.look(page, 'logged');
    await page.goto(`${office.url}/office/hotline/callbacks`);
    await page.getByRole('link', { name: '13811112222' }).waitFor();
    await inspection.look(page, 'callbacks');
    // The number is known now: people are a list, and none of them is chosen.
    await page.goto(`${office.url}/office/hotline`);
    await page.getByLabel(t('call.phone')).fill('13811112222');
    await page.getByText(t('call.contacts')).waitFor();
    await page.getByText('独居老人家里没有米了').waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(2);
    await page.context().close();
  },
);

test('a call is logged by the keyboard alone', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t } = words;
  const page = await openCallScreen(words);
  await page.keyboard.type('低保多久有结果');
  for (const keys of [['Tab', 'ArrowDown', 'Tab', '2', 'Tab', 'ArrowDown', 'Tab'], Array<string>(6).fill('Tab'), ['Tab', 'Space']])
    for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Control+Enter');
  await page.getByText('已开工单').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('what');
  await page.getByText(t('call.logged.see')).waitFor();
  await page.context().close();
});

test('a whole call by the keyboard alone: number, words, class, urgency, place, callback, consent', { timeout: 90_000 }, async () => {
  const words = wordsOf('en');
  const { t } = words;
  const page = await openCallScreen(words);
  await page.keyboard.type('An old man has no rice left');
  const reached: string[] = [];
  // Tab by Tab, as far as the page goes: each field is reached, and done with keys that belong to it.
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const { id, name, tag, text } = await page.evaluate(() => {
      const { id, tagName, textContent } = document.activeElement as HTMLElement;
      return { id, name: (document.activeElement as HTMLInputElement).name ?? '', tag: tagName, text: textContent?.trim() ?? '' };
    });
    reached.push(id || name);
    if (id === 'class') await page.keyboard.type('Request');
    else if (name === 'urgency' && !reached.slice(0, -1).includes(id || name)) await page.keyboard.press('3');
    else if (id === 'township') await page.keyboard.press('ArrowDown');
    else if (id === 'hasConsent') await page.keyboard.press('Space');
    if (tag === 'BUTTON' && text === t('call.submit')) break;
  }
  for (const field of ['class', 'urgency', 'township', 'hasConsent'])
    expect(
      reached.some((one) => one.startsWith(field)),
      field,
    ).toBe(true);
  // Back to the number the same way.
  const isAtNumber = () => page.evaluate(() => document.activeElement?.id === 'phone');
  for (let presses = 0; presses < 60 && !(await isAtNumber()); presses++) await page.keyboard.press('Shift+Tab');
  expect(await isAtNumber()).toBe(true);
  await page.keyboard.type('13855556666');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Work order', { exact: false }).first().waitFor();
  await page.context().close();
});

test('the call screen stands on a screen of 320 points, in both languages', { timeout: 90_000 }, async () => {
  for (const language of ['zh', 'en'] as const) {
    const words = wordsOf(language);
    const { t } = words;
    const page = await openCallScreen(words);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByLabel(t('call.phone')).fill('13811112222');
    await page.getByRole('textbox', { name: t('call.said') }).fill('独居老人家里没有米了，儿子联系不上');
    await page.locator('details').first().waitFor();
    expect([language, (await overflow(page)).across]).toEqual([language, 0]);
    for (const path of ['callbacks', 'orders', 'shift', 'knowledge']) {
      await page.goto(`${office.url}/office/hotline/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([language, path, (await overflow(page)).across]).toEqual([language, path, 0]);
    }
    await page.context().close();
  }
});

test(
  'who goes off duty hands over with a note; the next sees it on every page, takes it, and has the draft',
  { timeout: 120_000 },
  async () => {
    const words = wordsOf('zh');
    const { t } = words;
    const inspection = inspect('e2e-shift', secrets);
    const agent = await openCallScreen(words);
    await agent.getByRole('textbox', { name: t('call.said') }).fill('电话打到一半断了，说家里进水');
    await agent.getByText(t('call.saved', { time: '' }).trim(), { exact: false }).waitFor();
    await agent.goto(`${office.url}/office/hotline/shift`);
    await agent.getByRole('button', { name: t('shift.send') }).click();
    await agent.getByRole('link', { name: t('error.fill-in', { field: t('shift.note') }) }).waitFor();
    await inspection.look(agent, 'lacking');
    await agent.getByLabel(t('shift.to')).selectOption({ index: 1 });
    await agent.getByLabel(t('shift.note')).fill('家里进水的那位还会再打来。');
    await agent.getByLabel(t('shift.note')).press('Control+Enter');
    await agent.getByText('家里进水的那位还会再打来。').waitFor();
    await inspection.look(agent, 'handed-over');

    const lead = await signIn(office, words, 'hotline-lead');
    await lead.getByRole('button', { name: t('hotlineAlert.take') }).waitFor();
    await inspection.look(lead, 'alert');
    await lead.getByRole('button', { name: t('hotlineAlert.take') }).click();
    await expect.poll(() => lead.getByRole('button', { name: t('hotlineAlert.take') }).count()).toBe(0);
    await lead.goto(`${office.url}/office/hotline`);
    await expect.poll(() => lead.getByRole('textbox', { name: t('call.said') }).inputValue()).toContain('说家里进水');
    await lead.getByRole('button', { name: t('call.draft.drop') }).click();
    await lead.goto(`${office.url}/office/hotline/board`);
    await lead.getByRole('heading', { level: 1, name: t('board.title') }).waitFor();
    await inspection.look(lead, 'board');
    await Promise.all([agent, lead].map((page) => page.context().close()));
  },
);

test('a closed tab loses nothing: what was typed is there again', { timeout: 60_000 }, async () => {
  const words = wordsOf('en');
  const { t } = words;
  const page = await openCallScreen(words);
  await page.getByRole('textbox', { name: t('call.said') }).fill('The roof has come down over an old couple');
  await page.getByLabel(t('call.address')).fill('Shiqiao, group 3');
  await page.getByText(t('call.saved', { time: '' }).trim(), { exact: false }).waitFor();
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(`${office.url}/office/hotline`);
  await expect.poll(() => again.getByRole('textbox', { name: t('call.said') }).inputValue()).toContain('The roof has come down');
  expect(await again.getByLabel(t('call.address')).inputValue()).toBe('Shiqiao, group 3');
  await inspect('e2e-call-screen-en', secrets).look(again, 'draft');
  await again.getByRole('button', { name: t('call.draft.drop') }).click();
  await expect.poll(() => again.getByRole('textbox', { name: t('call.said') }).inputValue()).toBe('');
  await again.context().close();
});

test('an emergency shows the script first', { timeout: 60_000 }, async () => {
  const words = wordsOf('zh');
  const { t, label } = words;
  const page = await openCallScreen(words);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('textbox', { name: t('call.said') }).fill('租的房子着火了，一家三口跑出来，没有地方住');
  await page.getByLabel(t('call.class')).selectOption('help');
  await page.getByRole('radio', { name: label(urgencies.emergency.label) }).check();
  await page.getByRole('alert').getByText('119').waitFor();
  expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  await inspect('e2e-call-emergency', secrets).look(page, 'script');
  await page.getByLabel(t('call.township')).selectOption(QINGXI);
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记先行救助').waitFor();
  await page.context().close();
});

test(
  'a work order is returned and disputed: the lead decides, the township answers, the caller reads it',
  { timeout: 120_000 },
  async () => {
    const words = wordsOf('zh');
    const { t } = words;
    const inspection = inspect('e2e-order-disputed', secrets);
    const agent = await openCallScreen(words);
    await agent.getByLabel(t('call.phone')).fill('13811112222');
    await agent.getByRole('textbox', { name: t('call.said') }).fill('村里的路灯坏了半年，老人晚上摔了一跤，没有人管');
    await agent.getByLabel(t('call.class')).selectOption('complaint');
    await agent.getByLabel(t('call.township')).selectOption(QINGXI);
    await agent.keyboard.press('Control+Enter');
    const told = await agent.getByText('已开工单').innerText();
    const [, number = '', code = ''] = /([A-Z]{2}\d{2}-\w{8})，查询码 (\d{4})/.exec(told) ?? [];
    expect(code).toBe('2222');
    await agent.getByRole('link', { name: t('call.logged.see') }).click();
    await give(agent, words, inspection, ['dispatch', 'accepted']);

    const township = await signIn(office, words, 'caseworker');
    await openFromQueue(township, words, number, 'answer');
    await give(township, words, inspection, ['answer', 'return-asked'], async (page) =>
      page.getByLabel(t('with.reason')).fill('路灯由白石镇管护'),
    );

    const lead = await signIn(office, words, 'hotline-lead');
    await openFromQueue(lead, words, number, 'return-decision');
    await lead.getByText('路灯由白石镇管护').waitFor();
    await give(lead, words, inspection, ['return-decision', 'not-agreed'], async (page) =>
      page.getByLabel(t('with.reason')).fill('路灯在清溪镇境内'),
    );

    await openFromQueue(township, words, number, 'answer');
    await township.getByText('路灯在清溪镇境内').waitFor();
    await choose(township, words, 'answer', 'return-asked');
    await township.getByLabel(t('with.reason')).fill('仍然认为不是我们的');
    await township.keyboard.press('Control+Enter');
    await township.getByText('退单争议已经裁定', { exact: false }).waitFor();
    await inspection.look(township, 'return-settled');
    await give(township, words, inspection, ['answer', 'answered'], async (page) => {
      await page.getByLabel(t('with.reply')).fill('路灯已经修好，也去看望了老人。');
      await page.getByRole('radio', { name: t('means.in-person') }).check();
    });

    await openFromQueue(agent, words, number, 'follow-up-call');
    await give(agent, words, inspection, ['follow-up-call', 'satisfied']);
    await agent.goto(`${office.url}/office/hotline/orders?state=closed`);
    await agent.getByRole('link', { name: number }).waitFor();
    await inspection.look(agent, 'orders');
    await agent.goto(`${office.url}/office/hotline/knowledge`);
    await agent.getByRole('heading', { level: 1, name: t('knowledge.title') }).waitFor();
    await inspection.look(agent, 'knowledge');

    const caller = await (await visitor(office, words, { javaScript: false })).newPage();
    await caller.goto(`${office.url}/track/order`);
    await inspection.look(caller, 'track-order');
    await caller.getByLabel(t('trackOrder.number')).fill(number.toLowerCase());
    await caller.getByLabel(t('trackOrder.code')).fill('0000');
    await caller.getByRole('button', { name: t('trackOrder.find') }).click();
    await caller.getByText('没有找到', { exact: false }).first().waitFor();
    await caller.getByLabel(t('trackOrder.code')).fill(code);
    await caller.getByRole('button', { name: t('trackOrder.find') }).click();
    await caller.getByText('路灯已经修好，也去看望了老人。').waitFor();
    await inspection.look(caller, 'track-order-result');
    for (const page of [agent, township, lead, caller]) await page.context().close();
  },
);

test('a report is sealed: the examiner says why they look, the township sees nothing', { timeout: 90_000 }, async () => {
  const words = wordsOf('zh');
  const { t } = words;
  const inspection = inspect('e2e-report', secrets);
  const agent = await openCallScreen(words);
  await agent.getByRole('textbox', { name: t('call.said') }).fill('村干部把自己亲戚报成低保户，亲戚家里有车');
  // Who has said who they are, and then reports, goes under the seal.
  await agent.getByLabel(t('call.name')).fill('示举报');
  await agent.getByLabel(t('call.phone')).fill('13933334444');
  await agent.getByLabel(t('call.class')).selectOption('report');
  await agent.getByLabel(t('call.township')).selectOption(QINGXI);
  expect(await agent.getByLabel(t('call.report.name')).inputValue()).toBe('示举报');
  expect([await agent.getByLabel(t('call.phone')).inputValue(), await agent.getByLabel(t('call.report.phone')).inputValue()]).toEqual([
    '',
    '13933334444',
  ]);
  await inspection.look(agent, 'call');
  await agent.keyboard.press('Control+Enter');
  const [number = ''] = /[A-Z]{2}\d{2}-\w{8}/.exec(await agent.getByText('已登记举报').innerText()) ?? [];

  const examiner = await signIn(office, words, 'county');
  await openFromQueue(examiner, words, number, 'report-check');
  await examiner.getByText('村干部把自己亲戚报成低保户').waitFor();
  await examiner.getByLabel(t('order.reporter.reason')).fill('核实情况');
  await examiner.getByRole('button', { name: t('order.reporter.show') }).click();
  await examiner.getByText('示举报').waitFor();
  await inspection.look(examiner, 'examiner');
  await give(examiner, words, inspection, ['report-check', 'founded'], async (page) => {
    await page.getByLabel(t('with.finding')).fill('经查属实');
    await page.getByLabel(t('with.reply')).fill('反映的情况属实，已经处理。');
  });

  const township = await signIn(office, words, 'caseworker');
  await township.goto(`${office.url}/office/hotline/orders`);
  await township.getByRole('table').waitFor();
  expect(await township.getByText(number).count()).toBe(0);
  expect(await township.getByText('村干部把自己亲戚').count()).toBe(0);
  await inspection.look(township, 'township');
  for (const page of [agent, examiner, township]) await page.context().close();
});

async function openCallScreen(words: Spoken): Promise<Page> {
  const page = await signIn(office, words, 'hotline');
  await page.getByRole('link', { name: words.t('office.hotline'), exact: true }).click();
  await page.getByRole('textbox', { name: words.t('call.said') }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('what');
  return page;
}

async function openFromQueue(page: Page, { label }: Spoken, number: string, kind: TaskKind): Promise<void> {
  await page.goto(`${office.url}/office`);
  const row = page
    .getByRole('row')
    .filter({ hasText: number })
    .filter({ hasText: label(tasks[kind].label) });
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: number }).waitFor();
}

async function choose(page: Page, { label }: Spoken, kind: TaskKind, outcome: string): Promise<void> {
  await page.getByRole('radio', { name: label(outcomeLabel(kind, outcome)), exact: true }).check();
}

/** Gives the step that is open on the page its outcome with Ctrl+Enter. */
async function give(
  page: Page,
  words: Spoken,
  { look }: Inspection,
  [kind, outcome]: [TaskKind, string],
  fill?: (page: Page) => Promise<void>,
): Promise<void> {
  await choose(page, words, kind, outcome);
  await fill?.(page);
  await look(page, `task-${kind}-${outcome}`);
  await page.getByRole('radio', { name: words.label(outcomeLabel(kind, outcome)), exact: true }).press('Control+Enter');
  await page
    .getByText(words.label(outcomeLabel(kind, outcome)), { exact: false })
    .first()
    .waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: words.label(outcomeLabel(kind, outcome)) })
    .first()
    .waitFor();
}

/** Clicks and taps, shortcuts, and each list that is opened and chosen from; typing, Tab and arrows are none. */
async function countInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counter = globalThis as unknown as { interactions: number };
    counter.interactions = 0;
    const add = (count: number) => () => (counter.interactions += count);
    document.addEventListener('pointerdown', add(1), true);
    document.addEventListener('change', (event) => event.target instanceof HTMLSelectElement && add(2)(), true);
    document.addEventListener('keydown', (event) => event.ctrlKey && event.key !== 'Control' && add(1)(), true);
  });
}

function interactions(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { interactions: number }).interactions);
}

/** By how much the page is larger than the screen. */
function overflow(page: Page): Promise<{ down: number; across: number }> {
  return page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return { down: scrollHeight - clientHeight, across: scrollWidth - clientWidth };
  });
}
