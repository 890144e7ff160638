// The branches of the allowance that the straight way does not pass, each once in the browser, the two languages spread over them.
import { emergencyKinds, sideCommands } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { doTask } from './do-task.ts';
import { inspect, type Inspection } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { passTime, personOf, rest, signIn } from './office-of-the-sandbox.ts';
import { recordSide } from './record-side.ts';
import { applied, done, type Scene, surveyed } from './scenes.ts';
import { type Spoken, wordsOf } from './words-of.ts';

const office = officeForTests();
const LIMIT = { timeout: 90_000 };
const [zh, en] = [wordsOf('zh'), wordsOf('en')];

test('an application goes to the township where the family lives', LIMIT, async () => {
  const scene = await applied(office, 601);
  const inspection = inspect('e2e-branches-transfer', scene.secrets);
  const page = await caseOf(scene, zh, 'caseworker');
  await side(page, zh, 'transfer', inspection, async () => {
    await page.locator('#township').selectOption('999901102');
    await page.locator('#village').selectOption('999901102203');
    await page.locator('#reason').fill('一家人住在白石乡。');
  });
  await page.goto(`${office.url}/office/cases/${scene.caseId}`);
  await page.getByText('白石乡').first().waitFor();
  await inspection.look(page, 'case-transferred');
  const there = await signIn(office, zh, 'baishi-caseworker');
  await there.getByRole('row').filter({ hasText: scene.household.members[0]!.name }).waitFor();
  await close(page, there);
});

test('the window withdraws an application for the family', LIMIT, async () => {
  const scene = await applied(office, 602);
  const inspection = inspect('e2e-branches-withdrawal', scene.secrets);
  const page = await caseOf(scene, en, 'caseworker');
  await side(page, en, 'withdraw', inspection, () => page.locator('#reason').fill('The family has found work.'));
  await close(page);
});

test('a family that keeps refusing is warned in writing, and then its procedure ends', LIMIT, async () => {
  const scene = await applied(office, 603);
  await done(office, scene, 'caseworker', ['intake', 'accepted']);
  const inspection = inspect('e2e-branches-non-cooperation', scene.secrets);
  const page = await caseOf(scene, zh, 'caseworker');
  for (const reason of ['两次上门都不开门。', '告知以后仍不配合。']) {
    await page.goto(`${office.url}/office/cases/${scene.caseId}`);
    await side(page, zh, 'refuse-to-cooperate', inspection, () => page.locator('#reason').fill(reason));
    await rest(office, scene.caseId);
  }
  await page.goto(`${office.url}/office/cases/${scene.caseId}?tab=letters`);
  await page.getByRole('link', { name: '终止审核确认程序告知书' }).waitFor();
  await inspection.look(page, 'letters');
  await close(page);
});

test('a relative is registered, and the county puts it on file, visits and finds nothing wrong', LIMIT, async () => {
  const scene = await applied(office, 604);
  await surveyed(office, scene, await today());
  const inspection = inspect('e2e-branches-relative', scene.secrets);
  const page = await caseOf(scene, zh, 'caseworker');
  await page.goto(`${office.url}/office/cases/${scene.caseId}?tab=people`);
  await recordSide(
    page,
    zh,
    {
      name: zh.t('side.register-relative'),
      slug: 'relative',
      fill: async () => {
        await page.locator('#member').selectOption(scene.household.members[0]!.name);
        await page.locator('#officer').fill(personOf('leader').name.zh);
        await page.locator('#relation').selectOption('sibling');
      },
    },
    inspection,
  );
  const county = await signIn(office, zh, 'county');
  await county.goto(`${office.url}/office/relatives`);
  const row = county.getByRole('row').filter({ hasText: scene.receipt });
  await row.getByRole('button', { name: zh.t('relatives.file') }).click();
  await row.getByRole('button').waitFor({ state: 'detached' });
  await inspection.look(county, 'relatives-filed');

  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  await passTime(office, 'P8D');
  await rest(office, scene.caseId);
  await county.goto(`${office.url}/office`);
  await doTask(
    county,
    office,
    zh,
    {
      kind: 'county-visit',
      outcome: 'done',
      receipt: scene.receipt,
      fill: async (visiting) => {
        await visiting.locator('#visitors-1').fill(personOf('inspector').name.zh);
        await visiting.locator('#finding').fill('入户所见与申报一致。');
      },
    },
    inspection,
  );
  // The leader is recused and is offered nothing but to report.
  const leader = await caseOf(scene, zh, 'leader');
  expect(await leader.getByRole('link', { name: zh.label(sideCommands.extend.label) }).count()).toBe(0);
  await close(page, county, leader);
});

test('a complaint before the decision is taken down at the window, and the county is to visit', LIMIT, async () => {
  const scene = await applied(office, 605);
  await surveyed(office, scene, await today());
  const inspection = inspect('e2e-branches-complaint', scene.secrets);
  const page = await caseOf(scene, en, 'caseworker');
  await side(page, en, 'complain', inspection, () => page.locator('#text').fill('Somebody says that the family owns a shop.'));
  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  await passTime(office, 'P8D');
  await rest(office, scene.caseId);
  const county = await signIn(office, en, 'county');
  await doTask(
    county,
    office,
    en,
    {
      kind: 'county-visit',
      outcome: 'returned',
      receipt: scene.receipt,
      fill: (visiting) => visiting.locator('#reason').fill('The shop must be looked into.'),
    },
    inspection,
  );
  await close(page, county);
});

test('an objection is taken down at the window and answered by a democratic review', LIMIT, async () => {
  const scene = await applied(office, 606);
  await surveyed(office, scene, await today());
  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  const inspection = inspect('e2e-branches-objection', scene.secrets);
  const page = await caseOf(scene, en, 'caseworker');
  await side(page, en, 'object', inspection, () => page.locator('#text').fill('They let two rooms.'));
  await rest(office, scene.caseId);
  const reviewer = await signIn(office, en, 'reviewer');
  await doTask(
    reviewer,
    office,
    en,
    {
      kind: 'objection',
      outcome: 'rejected',
      receipt: scene.receipt,
      fill: async (looking) => {
        await looking.getByRole('radio', { name: en.t('means.democratic-review') }).check();
        const votes = { heldOn: await today(), participants: '12', inFavour: '10', against: '1', abstained: '1' };
        for (const [word, value] of Object.entries(votes)) await looking.locator(`[id="household/review/${word}"]`).fill(value);
        await looking.locator('#finding').fill('The rooms stand empty.');
      },
    },
    inspection,
  );
  await close(page, reviewer);
});

test('refused work is recorded, and a household gives its award up', LIMIT, async () => {
  const scene = await applied(office, 607);
  await surveyed(office, scene, await today());
  await done(office, scene, 'reviewer', ['opinion', 'eligible']);
  await rest(office, scene.caseId);
  await passTime(office, 'P16D');
  await rest(office, scene.caseId);
  await done(office, scene, 'leader', ['confirm', 'confirmed']);
  await rest(office, scene.caseId);
  const inspection = inspect('e2e-branches-award', scene.secrets);
  const page = await signIn(office, zh, 'caseworker');
  await page.goto(`${office.url}/office/awards`);
  await page.getByRole('link', { name: scene.household.members[0]!.name }).click();
  await page.getByRole('heading', { name: zh.t('award.amounts') }).waitFor();
  const award = page.url();
  await side(page, zh, 'record-work-refusal', inspection, async () => {
    await page.locator('#member').selectOption(scene.household.members[0]!.name);
    await page.locator('#offeredOn').fill(await today());
    await page.locator('#offer').fill('镇上保洁，每月 1800 元。');
    await page.getByRole('radio', { name: zh.t('side.no'), exact: true }).check();
    await page.locator('#reason').fill('没有说明理由。');
  });
  await page.goto(award);
  await page.locator('.identity').waitFor();
  await side(page, zh, 'give-up', inspection, () => page.locator('#reason').fill('找到了稳定的工作。'));
  await page.goto(award);
  await page.locator('.identity').waitFor();
  await inspection.look(page, 'award-given-up');
  await close(page);
});

test('the county switches the emergency mode on; a family is called instead of visited, and the mode ends early', LIMIT, async () => {
  const scene = await applied(office, 608);
  await done(office, scene, 'caseworker', ['intake', 'accepted']);
  const inspection = inspect('e2e-branches-emergency', scene.secrets);
  const county = await signIn(office, en, 'county-leader');
  await county.goto(`${office.url}/office/settings/emergency`);
  await county.getByRole('button', { name: en.t('emergency.declare') }).click();
  await county
    .getByRole('alert')
    .getByRole('heading', { name: en.t('error.summary') })
    .waitFor();
  await county.getByRole('radio', { name: en.label(emergencyKinds.disaster.label) }).check();
  await county.getByRole('radio', { name: en.t('emergency.townships') }).check();
  await county.getByRole('checkbox', { name: '清溪镇' }).check();
  await county.locator('#title').fill('Flood of the demo county');
  await county.locator('#reason').fill('Roads are under water.');
  await county.locator('#source').fill('Demo notice no. 3');
  await county.locator('#from').fill(await today());
  await county.locator('#until').fill('2026-12-31');
  await inspection.look(county, 'emergency-form');
  await county.getByRole('button', { name: en.t('emergency.declare') }).click();
  await county.getByText(en.t('emergency.declared')).waitFor();
  await county.getByText(en.t('emergency.banner', { title: 'Flood of the demo county' })).waitFor();
  await inspection.look(county, 'emergency-reigns');

  const caseworker = await signIn(office, zh, 'caseworker');
  await caseworker.getByText(zh.t('emergency.banner', { title: 'Flood of the demo county' })).waitFor();
  await inspection.look(caseworker, 'queue-under-emergency');
  await doTask(
    caseworker,
    office,
    zh,
    {
      kind: 'survey',
      outcome: 'done',
      receipt: scene.receipt,
      fill: async (page) => {
        await page.getByRole('radio', { name: zh.t('means.phone'), exact: true }).check();
        await page.locator('#surveyors-1').fill(personOf('caseworker-2').name.zh);
      },
    },
    inspection,
  );
  await caseworker.goto(`${office.url}/office/cases/${scene.caseId}`);
  await caseworker.getByText(zh.t('flag.EMERGENCY')).first().waitFor();
  await inspection.look(caseworker, 'case-under-emergency');
  await caseworker.goto(`${office.url}/office/settings/emergency`);
  await caseworker.getByRole('heading', { level: 3 }).first().waitFor();
  expect(await caseworker.getByRole('button', { name: zh.t('emergency.declare') }).count()).toBe(0);
  await inspection.look(caseworker, 'emergency-read-by-the-township');

  await county.getByText(en.t('emergency.end'), { exact: true }).first().click();
  await county.getByLabel(en.t('emergency.end.reason')).fill('The water has fallen.');
  await inspection.look(county, 'emergency-ending');
  await county.getByRole('button', { name: en.t('emergency.end.save') }).click();
  await county.getByText('The water has fallen.', { exact: false }).waitFor();
  await inspection.look(county, 'emergency-ended');
  await close(county, caseworker);
});

/** Somebody of the office before a case. */
async function caseOf({ caseId }: Scene, words: Spoken, castName: string): Promise<Page> {
  const page = await signIn(office, words, castName);
  await page.goto(`${office.url}/office/cases/${caseId}`);
  await page.locator('.identity').waitFor();
  return page;
}

function side(
  page: Page,
  words: Spoken,
  command: keyof typeof sideCommands,
  inspection: Inspection,
  fill: () => Promise<unknown>,
): Promise<void> {
  const errand = { name: words.label(sideCommands[command].label), slug: command, fill: async () => void (await fill()) };
  return recordSide(page, words, errand, inspection);
}

/** What day it is in the sandbox. */
async function today(): Promise<string> {
  const { now } = (await (await fetch(`${office.url}/api/sandbox/clock`)).json()) as { now: string };
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function close(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()));
}
