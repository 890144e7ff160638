import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { TestFamily } from './families.ts';
import type { Inspection } from './inspection.ts';
import type { Office } from './office-of-the-sandbox.ts';
import type { Spoken } from './words-of.ts';

/** A small real PNG. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** A citizen applies, page by page, with plain HTML forms. @returns the receipt number */
export async function applyOnPaperForms(
  page: Page,
  office: Office,
  words: Spoken,
  family: TestFamily,
  { look }: Inspection,
): Promise<string> {
  const { t } = words;
  const next = () =>
    page
      .getByRole('main')
      .getByRole('button', { name: t('action.continue') })
      .click();
  const goOn = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();

  await page.goto(office.url);
  await look(page, 'start');
  await goOn(t('start.apply'));
  await look(page, 'apply-begin');
  await page.getByRole('button', { name: t('apply.begin.start') }).click();

  // Nothing chosen: what to do stands on top and at the field.
  await next();
  await page
    .getByRole('alert')
    .getByRole('link', { name: t('error.choose', { field: t('ask.where.village') }) })
    .waitFor();
  expect(await page.title()).toContain(t('error.prefix').trim());
  await look(page, 'apply-where-error');
  await page.getByLabel(t('ask.where.title')).selectOption('999901101201');
  await next();

  await look(page, 'apply-programme');
  await next();
  await look(page, 'apply-agent');
  await next();

  // A wrong digit is told, and what was typed is still there.
  await page.getByLabel(t('ask.applicant.name')).fill(family.applicant.name);
  const wrong = `${family.applicant.idNumber.slice(0, -1)}${family.applicant.idNumber.endsWith('1') ? '2' : '1'}`;
  await page.getByLabel(t('ask.applicant.idNumber')).fill(wrong);
  await next();
  await page
    .getByRole('alert')
    .getByText(t('error.id-number.check-digit', { field: t('ask.applicant.idNumber') }))
    .waitFor();
  expect(await page.getByLabel(t('ask.applicant.name')).inputValue()).toBe(family.applicant.name);
  expect(await page.getByLabel(t('ask.applicant.idNumber')).inputValue()).toBe(wrong);
  await look(page, 'apply-applicant-error');
  // Full-width digits and spaces, as an input method leaves them.
  await page.getByLabel(t('ask.applicant.idNumber')).fill(widened(family.applicant.idNumber));
  await next();

  await look(page, 'apply-health');
  await next();
  await page.getByLabel(t('residence.rural')).check();
  await look(page, 'apply-residence');
  await next();

  await look(page, 'apply-members-none');
  await addMember(page, words, { ...family.spouse, relation: 'spouse', isDisabled: true });
  await addMember(page, words, { ...family.child, relation: 'child', isDisabled: false }, look);
  await look(page, 'apply-members');
  await goOn(t('action.continue'));

  await goOn(t('list.income.add'));
  await page.getByLabel(t('ask.income-entry.member')).selectOption(family.applicant.name);
  await page.getByLabel(t('ask.income-entry.kind')).selectOption('wage');
  await page.getByLabel(t('ask.income-entry.monthly')).fill('１,２００元');
  await look(page, 'apply-income-entry');
  await next();
  await look(page, 'apply-income');
  await goOn(t('action.continue'));

  await goOn(t('list.assets.add'));
  await page.getByLabel(t('ask.asset.kind')).selectOption('deposit');
  await page.getByLabel(t('ask.asset.amount')).fill('0.3万');
  await next();
  await goOn(t('action.continue'));

  await page.getByLabel(family.applicant.name).check();
  await page.getByLabel(family.spouse.name).check();
  await look(page, 'apply-declarations');
  await next();
  await look(page, 'apply-relatives');
  await goOn(t('list.relatives.continue'));

  await page.getByLabel(t('documents.what')).selectOption('id-card');
  await page.locator('input[type=file]').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: photo });
  await page.getByRole('button', { name: t('documents.upload') }).click();
  await page.getByText('card.png').waitFor();
  await look(page, 'apply-documents');
  await goOn(t('action.continue'));

  // A change leads straight back here.
  await look(page, 'apply-check');
  await page
    .locator('dl > div')
    .filter({ has: page.getByText(t('check.residence'), { exact: true }) })
    .getByRole('link')
    .click();
  await page.getByLabel(t('residence.rural')).check();
  await next();
  await page.getByRole('heading', { level: 1, name: t('check.title') }).waitFor();

  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('alert').getByText(t('error.not-truthful')).waitFor();
  await page.getByLabel(t('check.declare.yes')).check();
  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('heading', { level: 1, name: t('receipt.title') }).waitFor();
  await look(page, 'apply-receipt');
  const receipt = /[A-Z]{2}\d{2}-[0-9A-HJKMNP-TV-Z]{8}/.exec(await page.getByRole('main').innerText())?.[0];
  return receipt ?? expect.fail('the receipt shows no number');
}

async function addMember(
  page: Page,
  { t }: Spoken,
  { name, idNumber, relation, isDisabled }: { name: string; idNumber: string; relation: 'spouse' | 'child'; isDisabled: boolean },
  look?: Inspection['look'],
): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: t('list.members.add') })
    .click();
  await page.getByLabel(t('ask.member.relation')).selectOption(relation);
  await page.getByLabel(t('ask.member.name')).fill(name);
  await page.getByLabel(t('ask.member.idNumber')).fill(idNumber);
  if (isDisabled) {
    await page.getByLabel(t('ask.member.disability')).selectOption('physical');
    await page.getByLabel(t('ask.member.level')).selectOption('2');
  } else {
    await page.getByLabel(t('situation.fullTimeStudent')).check();
  }
  await look?.(page, 'apply-member');
  await page
    .getByRole('main')
    .getByRole('button', { name: t('action.continue') })
    .click();
}

function widened(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace(/^(.{6})(.{8})/, '$1 $2 ');
}
