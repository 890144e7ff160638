// What citizens do with their receipt in hand, or without one, on plain forms: papers handed in, a data check disputed, an objection, a
// withdrawal, a refusal read. The office's part is done by the API: its pages have journeys of their own.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { inspect } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { visitor } from './office-of-the-sandbox.ts';
import { applied, done, type Scene, surveyed } from './scenes.ts';
import { type Language, type Spoken, wordsOf } from './words-of.ts';

const office = officeForTests();
const LIMIT = { timeout: 60_000 };

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  const words = wordsOf(language);
  const { t } = words;
  const serial = language === 'zh' ? 510 : 530;

  test('what was missing is handed in: a file, a signature, a correction and a word', LIMIT, async () => {
    const scene = await applied(office, serial);
    const name = scene.household.members[0]!.name;
    await done(office, scene, 'caseworker', [
      'intake',
      'supplement',
      { missing: ['document:medical-evidence', 'document:收入证明', `authorization:${name}`] },
    ]);
    const { look } = inspect(`e2e-${language}-supplement`, scene.secrets);
    const page = await trackCase(scene, words);
    await look(page, 'case');
    await page.getByRole('link', { name: t('asked.supplement.act') }).click();
    await page.locator('#file-0').setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: photo });
    await page
      .getByRole('listitem')
      .filter({ has: page.locator('#file-0') })
      .getByRole('button', { name: t('documents.upload') })
      .click();
    await page.getByRole('listitem').first().getByText(t('supplement.has')).waitFor();
    // What is none of the kinds that are taken is told at its place, and nothing is lost.
    await page.locator('#file-1').setInputFiles({ name: 'paper.txt', mimeType: 'text/plain', buffer: Buffer.from('text') });
    await page
      .getByRole('listitem')
      .filter({ has: page.locator('#file-1') })
      .getByRole('button', { name: t('documents.upload') })
      .click();
    await page.getByRole('alert').waitFor();
    await look(page, 'supplement');

    await page.getByRole('button', { name: t('supplement.correct.act') }).click();
    await page.getByRole('heading', { level: 1, name: t('correction.title') }).waitFor();
    await look(page, 'correction');
    await page
      .locator('dl > div')
      .filter({ hasText: t('list.income.title') })
      .getByRole('link')
      .click();
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.getByLabel(t('ask.income-entry.monthly')).fill('450');
    await page
      .getByRole('main')
      .getByRole('button', { name: t('action.continue') })
      .click();
    await page.getByRole('button', { name: t('correction.act') }).click();

    // Nothing signed and nothing said of what is still missing: both are told, and what was typed stays.
    await page.getByRole('button', { name: t('supplement.send.act') }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(t('supplement.sign.yes', { name })).check();
    await page.getByLabel(t('supplement.sign.four', { name })).fill('0000');
    await page.getByLabel(t('supplement.note')).fill('收入证明下周才能开。');
    await page.getByRole('button', { name: t('supplement.send.act') }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(t('supplement.note')).inputValue()).toBe('收入证明下周才能开。');
    await look(page, 'send-error');
    await page.getByLabel(t('supplement.sign.four', { name })).fill(scene.lastFour);
    await page.getByRole('button', { name: t('supplement.send.act') }).click();
    await page.getByRole('status').getByText(t('case.done.supplement'), { exact: true }).waitFor();
    await look(page, 'handed-in');
    await page.context().close();
    // The office can take it from there.
    await done(office, scene, 'caseworker', ['intake', 'accepted']);
  });

  test('what the data check found is disputed, with evidence', LIMIT, async () => {
    const scene = await applied(office, serial + 1);
    await done(office, scene, 'caseworker', ['intake', 'accepted']);
    const { household } = scene;
    await done(office, scene, 'verification', ['verification', 'differs', { summary: '工资比申报多 350 元。', household }]);
    const { look } = inspect(`e2e-${language}-dispute`, scene.secrets);
    const page = await trackCase(scene, words);
    await page.getByRole('link', { name: t('asked.difference.act') }).click();
    await page.getByRole('button', { name: t('dispute.act') }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: t('dispute.statement.error') })
      .waitFor();
    await look(page, 'dispute-error');
    await page.getByLabel(t('dispute.statement')).fill('这笔钱是借来看病的，不是收入。');
    await page.locator('#file').setInputFiles({ name: 'note.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('button', { name: t('dispute.act') }).click();
    await page.getByRole('status').getByText(t('case.done.dispute'), { exact: true }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('这笔钱是借来看病的，不是收入。');
    await look(page, 'disputed');
    await page.context().close();
    await done(office, scene, 'caseworker', ['recheck', 'upheld', { finding: '属实，是借款。', household }]);
  });

  test('somebody objects to a notice without signing in, and asks later what became of it', LIMIT, async () => {
    const scene = await applied(office, serial + 2);
    await surveyed(office, scene);
    await done(office, scene, 'reviewer', ['opinion', 'eligible']);
    const { look } = inspect(`e2e-${language}-objection`, scene.secrets);
    const page = await (await visitor(office, words, { javaScript: false })).newPage();
    await page.goto(`${office.url}/notices`);
    await page.getByRole('link', { name: scene.household.members[0]!.name }).click();
    const address = page.url();
    await page.getByRole('button', { name: t('objection.send') }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: t('objection.text.error') })
      .waitFor();
    await look(page, 'objection-error');
    await page.getByLabel(t('objection.text')).fill('这户有一间门面在出租。');
    await page.getByLabel(t('objection.phone')).fill('13800000000');
    await page.getByRole('button', { name: t('objection.send') }).click();
    await page.getByRole('heading', { level: 1, name: t('objection.received') }).waitFor();
    await look(page, 'objection-received');
    const slip = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(await page.getByRole('main').innerText())?.[0];
    expect(slip).toBeDefined();
    // The notice has stopped; what one can still do stands there.
    expect((await page.goto(address))?.status()).toBe(410);
    await look(page, 'notice-gone');
    await page.goto(`${office.url}/notices/answer`);
    await page.getByLabel(t('objection.number')).fill(slip ?? '');
    await page.getByRole('button', { name: t('objection.answer.act') }).click();
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(scene.household.members[0]!.name);
    await look(page, 'objection-answer');
    await page.context().close();
  });

  test('an application is withdrawn after a second look', LIMIT, async () => {
    const scene = await applied(office, serial + 3);
    const { look } = inspect(`e2e-${language}-withdrawal`, scene.secrets);
    const page = await trackCase(scene, words);
    await page.getByRole('link', { name: t('act.withdraw') }).click();
    await look(page, 'withdraw');
    await page.getByRole('link', { name: t('withdraw.keep') }).click();
    await page.getByRole('link', { name: t('act.withdraw') }).click();
    await page.getByRole('button', { name: t('withdraw.act') }).click();
    await page.getByRole('status').getByText(t('case.done.withdrawal'), { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: t('act.withdraw') }).count()).toBe(0);
    await look(page, 'withdrawn');
    // On a phone that others use too, nobody who comes after sees the case.
    await page.getByRole('button', { name: t('case.leave') }).click();
    await page.getByRole('status').getByText(t('track.left')).waitFor();
    await page.goto(`${office.url}/track/case`);
    await page.getByRole('heading', { level: 1, name: t('track.title') }).waitFor();
    await page.context().close();
  });

  test('a refusal is read with its reasons, its numbers and what can be done against it', LIMIT, async () => {
    const scene = await applied(office, serial + 4, { income: [] });
    const applicant = scene.household.members[0]!;
    const income = [{ member: applicant.name, kind: 'wage' as const, monthly: '6000.00' }];
    await surveyed(office, { ...scene, household: { ...scene.household, income } });
    await done(office, scene, 'reviewer', ['opinion', 'not-eligible', { reason: '人均收入高于标准。' }]);
    const { look } = inspect(`e2e-${language}-refusal`, scene.secrets);
    const page = await trackCase(scene, words);
    await page.getByRole('heading', { name: t('decision.reasons') }).waitFor();
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('人均收入高于标准。');
    expect(text).toContain(language === 'zh' ? '60' : '60 days');
    await page.getByText(t('decision.numbers')).click();
    await look(page, 'refused');
    await page.getByRole('link', { name: t('decision.letter') }).click();
    await page.getByRole('article').waitFor();
    await look(page, 'letter');
    const pdf = await page.request.get(`${page.url()}/pdf`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });
});

/** A citizen on plain forms, before their case. */
async function trackCase(scene: Scene, words: Spoken): Promise<Page> {
  const page = await (await visitor(office, words, { javaScript: false })).newPage();
  await page.goto(`${office.url}/track?receipt=${scene.receipt}`);
  await page.getByLabel(words.t('track.lastFour')).fill(scene.lastFour);
  await page.getByRole('button', { name: words.t('track.find') }).click();
  await page.getByText(words.t('track.receipt.of', { receipt: scene.receipt })).waitFor();
  return page;
}

/** A small real PNG. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
