import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { TestFamily } from './families.ts';
import type { Inspection } from './inspection.ts';
import type { Office } from './office-of-the-sandbox.ts';
import type { Spoken } from './words-of.ts';

/** A small real PNG. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/**
 * A citizen in hardship applies for temporary aid with plain HTML forms, for three persons, with an upload.
 *
 * @returns the receipt number, and how many pages it took from the first to the receipt
 */
export async function applyInHardship(
  page: Page,
  office: Office,
  words: Spoken,
  family: TestFamily,
  { look }: Inspection,
): Promise<{ receipt: string; pages: number }> {
  const { t } = words;
  const seen = new Set<string>();
  const see = async (name: string) => {
    seen.add(new URL(page.url()).pathname);
    await look(page, name);
  };
  const next = () =>
    page
      .getByRole('main')
      .getByRole('button', { name: t('action.continue') })
      .click();

  await page.goto(office.url);
  await page
    .getByRole('main')
    .getByRole('link', { name: t('start.aid.apply') })
    .click();
  await see('aid-begin');
  await page.getByRole('button', { name: t('apply.begin.start') }).click();
  await see('aid-where');
  await page.getByLabel(t('ask.where.aid')).selectOption('999901101201');
  await next();

  await page.getByLabel(t('ask.applicant.name')).fill(family.applicant.name);
  await page.getByLabel(t('ask.applicant.idNumber')).fill(family.applicant.idNumber);
  await page.getByLabel(t('residence.urban')).check();
  await see('aid-applicant');
  await next();

  for (const [i, { name, idNumber }] of [family.spouse, family.child].entries()) {
    await page.locator(`#name-${i + 1}`).fill(name);
    await page.locator(`#relation-${i + 1}`).selectOption(i === 0 ? 'spouse' : 'child');
    await page.locator(`#idNumber-${i + 1}`).fill(idNumber);
  }
  await see('aid-family');
  await next();

  // A day to come is told at its place, and what was typed stays.
  await page.getByRole('radio').first().check();
  await page.locator('#member').selectOption(family.spouse.name);
  await page.locator('#what').fill('六月住院做手术，花了十多万元，\n报销以后还欠五万元。');
  await page.locator('#since').fill('2099-06-01');
  await next();
  await page.getByRole('alert').waitFor();
  expect(await page.locator('#what').inputValue()).toContain('做手术');
  await see('aid-hardship-error');
  await page.locator('#since').fill('2026年6月1日');
  await next();

  await next();
  await page.getByRole('alert').waitFor();
  await page.locator('#medical-annual').fill('１２万');
  await page.locator('#medical-reimbursed').fill('80000');
  await page.locator('#medical-member').selectOption(family.spouse.name);
  await page.locator('#medical-evidence').selectOption('settlement');
  await see('aid-costs');
  await next();

  await page.locator('#income-0').fill('3000');
  await page.locator('#kind-0').selectOption('wage');
  await page.locator('#deposits').fill('6,000');
  // An account without its bank is told at the bank's place.
  await page.locator('#account').fill('6200 0000 0000 1234');
  await next();
  await page.getByRole('alert').waitFor();
  await see('aid-means-error');
  await page.locator('#bank').fill('演示银行');
  await see('aid-means');
  await next();

  await page.getByLabel(t('documents.what')).selectOption('medical-record');
  await page.locator('input[type=file]').setInputFiles({ name: 'bill.png', mimeType: 'image/png', buffer: photo });
  await page.getByRole('button', { name: t('documents.upload') }).click();
  await page.getByText('bill.png').waitFor();
  await see('aid-documents');
  await page
    .getByRole('main')
    .getByRole('link', { name: t('action.continue'), exact: true })
    .click();

  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('alert').getByText(t('error.not-truthful')).waitFor();
  await page.getByRole('checkbox', { name: family.applicant.name }).check();
  await page.getByRole('checkbox', { name: family.spouse.name }).check();
  await page.getByLabel(t('check.declare.yes')).check();
  await see('aid-check');
  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('heading', { level: 1, name: t('receipt.title') }).waitFor();
  await see('aid-receipt');
  const receipt = /LS\d{2}-[0-9A-HJKMNP-TV-Z]{8}/.exec(await page.getByRole('main').innerText())?.[0];
  return { receipt: receipt ?? expect.fail('the receipt shows no number'), pages: seen.size };
}
