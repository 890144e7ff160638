// A month's payments: prepared by one, approved by another in five presses each, one returned and paid again, and the books equal to the bank's.
import { payStates, returnReasons } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { inspect } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { countedOn, signIn } from './office-of-the-sandbox.ts';
import { wordsOf } from './words-of.ts';

const office = officeForTests();

const words = wordsOf('zh');
const { t, label } = words;

test(
  'a batch is prepared and approved by two people in five presses each; what comes back is paid again',
  { timeout: 180_000 },
  async () => {
    const inspection = inspect('e2e-payments', []);
    const finance = await signIn(office, words, 'finance');
    const prepared = await countedOn(finance);
    await open(finance, t('office.payments'));
    await finance
      .getByRole('button', { name: t('pay.prepare') })
      .first()
      .waitFor();
    await inspection.look(finance, 'ready');
    await finance
      .getByRole('button', { name: t('pay.prepare') })
      .first()
      .click();
    await finance.getByRole('status').filter({ hasText: '已组成批次' }).waitFor();
    expect(await prepared()).toBeLessThanOrEqual(5);
    await inspection.look(finance, 'prepared');

    // Who prepared it finds no button to approve it.
    await finance
      .getByRole('rowheader')
      .getByRole('link', { name: /^PF26-/ })
      .first()
      .click();
    await finance.getByText(t('pay.batch.yours')).waitFor();
    expect(await finance.getByRole('button', { name: /复核通过/ }).count()).toBe(0);
    await inspection.look(finance, 'batch-of-mine');

    const second = await signIn(office, words, 'finance-2');
    const approved = await countedOn(second);
    await open(second, t('office.payments'));
    await second
      .getByRole('rowheader')
      .getByRole('link', { name: /^PF26-/ })
      .first()
      .click();
    await second.getByRole('button', { name: /复核通过/ }).waitFor();
    await inspection.look(second, 'batch-to-approve');
    await second.getByRole('button', { name: /复核通过/ }).click();
    await second
      .getByRole('status')
      .filter({ hasText: t('pay.approved') })
      .waitFor();
    expect(await approved()).toBeLessThanOrEqual(5);

    await reloadUntil(second, label(payStates.paid.label));
    await reloadUntil(second, label(returnReasons['name-mismatch'].label));
    await inspection.look(second, 'batch-paid');

    // The returned one: no way to send it to the same account.
    await open(finance, t('office.payments'));
    await reloadUntil(finance, t('pay.returned.account'));
    expect(await finance.getByRole('button', { name: t('pay.retry') }).count()).toBe(0);
    await inspection.look(finance, 'returned');
    const name =
      (
        await finance
          .getByRole('row')
          .filter({ hasText: t('pay.returned.account') })
          .first()
          .getByRole('rowheader')
          .innerText()
      ).split(/\s/)[0] ?? '';

    // The township enters the right account.
    const caseworker = await signIn(office, words, 'caseworker');
    // It tells the township by itself that money of one of its families came back, and leads to the form.
    await caseworker.getByRole('link', { name: /款项被银行退回/ }).click();
    await caseworker.getByRole('row').filter({ hasText: name }).getByText(label(returnReasons['name-mismatch'].label)).first().waitFor();
    await inspection.look(caseworker, 'returned-to-the-township');
    await caseworker.getByRole('link', { name: t('office.awards') }).click();
    await caseworker
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click();
    await caseworker.getByRole('heading', { name: t('office.payments') }).waitFor();
    await inspection.look(caseworker, 'award');
    await caseworker.getByRole('link', { name: '登记收款账户' }).click();
    await caseworker.getByLabel(t('side.set-payee-account.bank')).fill('演示农商行');
    await caseworker.getByLabel(t('side.set-payee-account.account')).fill('6200990000000777');
    await caseworker.getByLabel(t('side.set-payee-account.holder')).fill(name);
    await inspection.look(caseworker, 'account');
    await caseworker.getByRole('button', { name: t('side.continue') }).click();
    await caseworker.getByRole('heading', { name: t('side.check') }).waitFor();
    await caseworker.getByRole('button', { name: t('side.record', { command: '登记收款账户' }) }).click();
    await caseworker.locator('#done').waitFor();
    await caseworker.goto(`${office.url}/office/returned-payments`);
    await caseworker.getByText(t('returned.entered')).first().waitFor();

    await finance.reload();
    await finance
      .getByRole('button', { name: t('pay.retry') })
      .first()
      .click();
    await finance
      .getByRole('status')
      .filter({ hasText: t('pay.retried') })
      .waitFor();
    await finance
      .getByRole('button', { name: t('pay.prepare') })
      .first()
      .click();
    await finance.getByRole('status').filter({ hasText: '已组成批次' }).waitFor();
    await open(second, t('office.payments'));
    await second
      .getByRole('row')
      .filter({ hasText: t('pay.batch.state.prepared') })
      .getByRole('link')
      .first()
      .click();
    await second.getByRole('button', { name: /复核通过/ }).click();
    await second
      .getByRole('status')
      .filter({ hasText: t('pay.approved') })
      .waitFor();
    await reloadUntil(second, label(payStates.paid.label));

    // The bank's statement is read each half minute; then both ledgers say the same.
    await open(second, t('office.payments'));
    await until('the books equal to the bank’s', () => reloadsTo(second, t('pay.reconciliation.equal')), {
      withinMs: 60_000,
      everyMs: 2000,
    });
    await inspection.look(second, 'reconciled');
    await open(second, t('office.payLists'));
    await second.getByRole('rowheader').getByRole('link').first().click();
    await second.getByText(label(payStates.paid.label)).first().waitFor();
    await inspection.look(second, 'pay-list');
  },
);

test('the county’s leader tops a reserve fund up and sees what went in and out, also in English', { timeout: 60_000 }, async () => {
  const english = wordsOf('en');
  const inspection = inspect('e2e-reserve-fund', []);
  const leader = await signIn(office, english, 'county-leader');
  await leader.getByRole('link', { name: english.t('office.reserveFund') }).click();
  await leader.getByLabel(english.t('reserve.amount')).fill('12345.67');
  await leader.getByLabel(english.t('reserve.source')).fill('演财社〔2026〕21号');
  await leader.getByRole('button', { name: english.t('reserve.topUp') }).click();
  await leader
    .getByRole('status')
    .filter({ hasText: english.t('reserve.toppedUp') })
    .waitFor();
  await leader.getByText('12,345.67').first().waitFor();
  await inspection.look(leader, 'topped-up');
  const finance = await signIn(office, english, 'finance');
  await finance.getByRole('link', { name: english.t('office.payments'), exact: true }).click();
  await finance.getByRole('heading', { name: english.t('pay.reconciliation') }).waitFor();
  await inspection.look(finance, 'payments-in-english');
});

async function open(page: Page, entry: string): Promise<void> {
  await page.getByRole('link', { name: entry, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: entry }).waitFor();
}

/** Pages of money are not told by the bank; whoever waits loads them again. */
async function reloadUntil(page: Page, text: string): Promise<void> {
  await until(text, () => reloadsTo(page, text), { withinMs: 30_000, everyMs: 500 });
}

async function reloadsTo(page: Page, text: string): Promise<boolean> {
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return (await page.getByText(text).count()) > 0;
}
