// One case, one discussion: from the leader's request over a stage that is paid to those handed over in cash and goods, with the measure of a charity on the way.
import { clocks, outcomeLabel, type TaskKind, tasks } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inspect } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { passTime, rest, signIn, visitor } from './office-of-the-sandbox.ts';
import { accountEntered, applied, paid } from './scenes.ts';
import { type Spoken, wordsOf } from './words-of.ts';

const office = officeForTests();

const words = wordsOf('zh');
const { t, label } = words;

test('a discussion goes from the request to the last stage handed over', { timeout: 240_000 }, async () => {
  const scene = await applied(office, 531);
  const name = scene.household.members[0]?.name ?? '';
  const inspection = inspect('e2e-discussion', scene.secrets);

  // The township's leader files the request, from the family's case.
  const leader = await signIn(office, words, 'leader');
  await leader.goto(`${office.url}/office/cases/${scene.caseId}`);
  await leader.getByRole('link', { name: t('discussion.new') }).click();
  await leader.getByLabel(t('discussion.facts'), { exact: false }).fill('孩子患白血病，自付医疗费二十六万元，一般临时救助不够。');
  await leader.getByLabel(t('discussion.proposedMeasures'), { exact: false }).fill('医疗救助、慈善帮扶。');
  await leader.getByLabel(t('consent.by'), { exact: false }).fill(name);
  await inspection.look(leader, 'request');
  await leader.getByRole('button', { name: t('discussion.file') }).click();
  await leader.waitForURL(/\/office\/discussions\/[0-9a-f-]{36}$/);
  const discussion = new URL(leader.url()).pathname;
  const id = discussion.split('/').at(-1) ?? '';
  await leader.getByText('一般临时救助不够', { exact: false }).first().waitFor();
  await inspection.look(leader, 'filed');
  await leader.goto(`${office.url}/office/cases/${scene.caseId}`);
  await leader.locator(`a[href="${discussion}"]`).waitFor();
  await inspection.look(leader, 'origin');
  await leader.goto(`${office.url}/office/cases/${id}?tab=clocks`);
  await leader.getByText(label(clocks['discussion-pre-check'].label), { exact: false }).first().waitFor();
  await inspection.look(leader, 'limits');

  // The county invites six departments, and records the meeting.
  const county = await signIn(office, words, 'county');
  await county.goto(`${office.url}/office/discussions`);
  await county.getByRole('link', { name }).waitFor();
  await inspection.look(county, 'list');
  await county.getByRole('link', { name }).click();
  await county.getByRole('radio', { name: label(outcomeLabel('pre-check', 'agenda')), exact: true }).check();
  for (const department of ['卫生健康', '医疗保障', '教育', '慈善组织']) await county.getByLabel(department, { exact: true }).check();
  await inspection.look(county, 'pre-check');
  await county.getByRole('button', { name: t('task.submit') }).click();
  await county.getByRole('button', { name: t('meeting.record') }).waitFor();
  await recordMeeting(county);
  await inspection.look(county, 'meeting');
  await county.getByRole('button', { name: t('meeting.record') }).click();
  // Three of six are no quorum, and nothing that was typed is lost.
  await county.getByText('没有达到法定人数', { exact: false }).waitFor();
  await takeSeat(county, 'medical-insurance', '演委丁');
  await county.getByRole('button', { name: t('meeting.record') }).click();
  await county.getByRole('heading', { name: t('minutes.preview') }).waitFor();
  await inspection.look(county, 'recorded');

  // Somebody else signs the minutes; the first stage is ordered, and the charity has its measure.
  const countyLeader = await signIn(office, words, 'county-leader');
  await countyLeader.goto(`${office.url}${discussion}`);
  await countyLeader.getByRole('radio', { name: label(outcomeLabel('minutes', 'signed')), exact: true }).check();
  await inspection.look(countyLeader, 'minutes');
  await countyLeader.getByRole('button', { name: t('task.submit') }).click();
  await countyLeader.getByText(t('discussion.paid.planned')).waitFor();
  await inspection.look(countyLeader, 'signed');

  // What was given once is public where the family lives, and in the office's list.
  await countyLeader.goto(`${office.url}/office/notices`);
  await countyLeader.getByRole('row').filter({ hasText: name }).getByText('25,000.00').waitFor();
  await inspection.look(countyLeader, 'notices');
  const everybody = await (await visitor(office, wordsOf('en'))).newPage();
  await everybody.goto(`${office.url}/notices`);
  await everybody.getByRole('link', { name }).click();
  await everybody.getByText('25,000.00').waitFor();
  await inspection.look(everybody, 'public-result');
  await everybody.context().close();

  await accountEntered(office, id, name);
  await payStage(id, countyLeader, discussion, 1);
  await inspection.look(countyLeader, 'first-stage-paid');

  const charity = await signIn(office, words, 'department-charity', t('office.referrals'));
  await inspection.look(charity, 'referrals');
  await charity.getByRole('link', { name: '联系大病慈善帮扶。' }).click();
  await charity.getByRole('heading', { name: t('referral.thread') }).waitFor();
  await inspection.look(charity, 'referral');
  expect(await charity.getByRole('main').innerText()).not.toContain('白血病');
  await charity.getByRole('button', { name: label(outcomeLabel('acknowledge-referral', 'received')) }).click();
  await charity.getByRole('radio', { name: label(outcomeLabel('measure', 'done')), exact: true }).check();
  await charity.getByLabel(t('with.finding'), { exact: false }).fill('已列入帮扶名单，先帮扶五千元。');
  await charity.getByRole('button', { name: t('task.submit') }).click();
  await charity.getByText('已列入帮扶名单', { exact: false }).first().waitFor();
  await inspection.look(charity, 'referral-answered');

  // The day of the second stage comes.
  await passTime(office, 'P41D');
  await rest(office, id);

  // Nobody was at home; the leader says that it is tried again, and then it is in the family's hands.
  const caseworker = await signIn(office, words, 'caseworker');
  await caseworker.goto(`${office.url}${discussion}`);
  await step(caseworker, 'stage-hand-over', 'not-possible');
  await caseworker.getByText('9,000.00').first().waitFor();
  await caseworker.getByLabel(t('with.reason'), { exact: false }).fill('多次上门无人。');
  await inspection.look(caseworker, 'not-handed-over');
  await caseworker.getByRole('button', { name: t('task.submit') }).click();
  await caseworker.getByText(t('task.mayNot')).waitFor();
  await leader.goto(`${office.url}${discussion}`);
  await step(leader, 'stage-release', 'again');
  await inspection.look(leader, 'release');
  await leader.getByRole('button', { name: t('task.submit') }).click();
  await leader.getByText(t('task.mayNot')).waitFor();
  for (const stage of [2, 3]) {
    await rest(office, id);
    await caseworker.goto(`${office.url}${discussion}`);
    await step(caseworker, 'stage-hand-over', 'handed-over');
    await caseworker.getByLabel(t('with.receivedBy'), { exact: false }).fill(name);
    await caseworker.getByLabel(t('with.witness'), { exact: false }).fill('演见证');
    await caseworker.getByRole('radio', { name: t('means.signature') }).check();
    await inspection.look(caseworker, `hand-over-${stage}`);
    await caseworker.getByRole('button', { name: t('task.submit') }).click();
    const row = caseworker.getByRole('row').filter({ hasText: t('meeting.stage', { stage }) });
    await row.getByText(t('discussion.paid.handed-over')).waitFor();
  }
  await inspection.look(caseworker, 'all-stages-given');

  // Who has visited the family closes it.
  await rest(office, id);
  await caseworker.goto(`${office.url}${discussion}`);
  await caseworker.getByRole('heading', { name: label(tasks['return-visit'].label) }).waitFor();
  await caseworker.getByRole('radio', { name: label(outcomeLabel('return-visit', 'closed')), exact: true }).check();
  await caseworker.getByLabel(t('with.finding'), { exact: false }).fill('孩子已经出院，家庭生活安顿。');
  await inspection.look(caseworker, 'return-visit');
  await caseworker.getByRole('button', { name: t('task.submit') }).click();
  await caseworker.getByText(t('discussion.over')).waitFor();
  await inspection.look(caseworker, 'over');
  await Promise.all([leader, county, countyLeader, charity, caseworker].map((page) => page.context().close()));
});

test('what is for others is passed on from the window, and the thread is read in English', { timeout: 90_000 }, async () => {
  const english: Spoken = wordsOf('en');
  const scene = await applied(office, 532);
  const inspection = inspect('e2e-referral', scene.secrets);
  const page = await signIn(office, english, 'caseworker');
  await page.goto(`${office.url}/office/referrals/new?case=${scene.caseId}`);
  await page.getByLabel(english.t('referral.receiver')).selectOption('yanshi-medical-insurance');
  await page.getByLabel(english.t('referral.what')).fill('Please check the reimbursement of the hospital bills.');
  await page.getByRole('button', { name: english.t('passed.add') }).click();
  // What the record knows is offered; what it does not know is typed.
  expect(await page.getByLabel(english.t('passed.value')).inputValue()).toBe(scene.household.members[0]?.name);
  await page.locator('#passed-0-thing').selectOption('phone');
  await page.getByLabel(english.t('passed.value')).fill('13900000000');
  await inspection.look(page, 'new');
  await page.getByRole('button', { name: english.t('referral.send') }).click();
  // Nothing of a person goes without consent.
  await page.getByText('personal data', { exact: false }).first().waitFor();
  await page.getByLabel(english.t('consent.by'), { exact: false }).fill(scene.household.members[0]?.name ?? '');
  await page.getByRole('button', { name: english.t('referral.send') }).click();
  await page.waitForURL(/\/office\/referrals\/[0-9a-f-]{36}$/);
  await page.getByLabel(english.t('referral.message')).fill('The bills follow by post.');
  await page.getByRole('button', { name: english.t('referral.write'), exact: true }).click();
  await page.getByText('The bills follow by post.').first().waitFor();
  await inspection.look(page, 'thread');
  await page.context().close();
});

/** Chooses what came of the open step. */
async function step(page: Page, kind: TaskKind, outcome: string): Promise<void> {
  await page.getByRole('heading', { name: label(tasks[kind].label) }).waitFor();
  await page.getByRole('radio', { name: label(outcomeLabel(kind, outcome)), exact: true }).check();
}

/** Three of six, 25,000 in three stages (by the bank, in cash, in goods), and a measure of the charity. No figure stands there beforehand. */
async function recordMeeting(page: Page): Promise<void> {
  expect(await page.getByLabel(t('meeting.amount')).count()).toBe(0);
  for (const [department, who] of [
    ['civil-affairs', '演委甲'],
    ['finance', '演委乙'],
    ['health', '演委丙'],
  ] as const)
    await takeSeat(page, department, who);
  await page.getByRole('radio', { name: label(outcomeLabel('meeting', 'approved')), exact: true }).check();
  await page.getByLabel(t('meeting.reason'), { exact: false }).fill('自付医疗费远超家庭承受能力，集体研究决定。');
  expect(await page.getByLabel(t('meeting.amount')).inputValue()).toBe('');
  await page.getByLabel(t('meeting.amount')).fill('25000');
  await page.getByLabel(t('meeting.stage.amount', { stage: 1 })).fill('15000');
  await page.getByRole('button', { name: t('meeting.stage.add') }).click();
  await page.getByLabel(t('meeting.stage.amount', { stage: 2 })).fill('9000');
  await page.getByRole('button', { name: t('meeting.stage.add') }).click();
  await page.getByLabel(t('meeting.stage.amount', { stage: 3 })).fill('1000');
  for (const [i, channel] of [
    [1, 'cash'],
    [2, 'goods'],
  ] as const) {
    await page.locator(`#stages-${i}-on`).fill('2026-10-20');
    await page.locator(`#stages-${i}-channel`).selectOption(channel);
  }
  await page.locator('#stages-2-what').fill('棉被四床、大米');
  await page.getByRole('button', { name: t('meeting.measure.add') }).click();
  await page.getByLabel(t('referral.receiver')).selectOption('yanshi-charity');
  await page.getByLabel(t('referral.what')).fill('联系大病慈善帮扶。');
}

async function takeSeat(page: Page, department: string, name: string): Promise<void> {
  await page.locator(`#seat-${department}`).check();
  await page.locator(`#seat-${department}-name`).fill(name);
  await page.locator(`#seat-${department}-opinion`).fill('同意。');
  await page.locator(`#seat-${department}-vote`).getByRole('radio').first().check();
}

/** The money of a stage goes its way, until the page shows that it has arrived. */
async function payStage(id: string, page: Page, path: string, stage: number): Promise<void> {
  await paid(office);
  const row = page.getByRole('row').filter({ hasText: t('meeting.stage', { stage }) });
  await expect
    .poll(
      async () => {
        await rest(office, id);
        await page.goto(`${office.url}${path}`);
        await row.first().waitFor();
        return row.filter({ hasText: t('discussion.paid.paid') }).count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(0);
}
