import { expect } from 'vitest';
import { applyOnPaperForms } from './apply-on-paper-forms.ts';
import { doTask } from './do-task.ts';
import { familyOf, secretsOf } from './families.ts';
import { inspect } from './inspection.ts';
import { type Office, passTime, personOf, rest, signIn, visitor } from './office-of-the-sandbox.ts';
import { type Language, wordsOf } from './words-of.ts';

/** One family from application to award: the citizen with plain forms, the office as the right people, every page looked at. */
export async function liveThrough(office: Office, language: Language): Promise<void> {
  const words = wordsOf(language);
  const { t, label } = words;
  const family = familyOf(language);
  const inspection = inspect(`e2e-${language}`, secretsOf(family));
  const { look } = inspection;

  const caseworker = await signIn(office, words, 'caseworker');
  await look(caseworker, 'queue');
  const citizen = await (await visitor(office, words, { javaScript: false })).newPage();
  const receipt = await applyOnPaperForms(citizen, office, words, family, inspection);

  const caseId = await doTask(caseworker, office, words, { kind: 'intake', outcome: 'accepted', receipt }, inspection);
  await doTask(
    caseworker,
    office,
    words,
    {
      kind: 'survey',
      outcome: 'done',
      receipt,
      fill: (page) => page.getByLabel(`${t('with.surveyors')} 2`).fill(personOf('caseworker-2').name.zh),
    },
    inspection,
  );
  const verification = await signIn(office, words, 'verification');
  await doTask(verification, office, words, { kind: 'verification', outcome: 'consistent', receipt }, inspection);

  // Who surveyed may not form the opinion, and is told so before trying.
  await caseworker.goto(`${office.url}/office/cases/${caseId}`);
  await caseworker
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: label({ zh: '初审意见', en: 'Preliminary opinion' }) })
    .getByRole('link')
    .click();
  await caseworker.getByText(t('task.mayNot'), { exact: true }).waitFor();
  await look(caseworker, 'task-opinion-four-eyes');

  const reviewer = await signIn(office, words, 'reviewer');
  await doTask(reviewer, office, words, { kind: 'opinion', outcome: 'eligible', receipt }, inspection);
  await rest(office, caseId);

  await citizen.goto(`${office.url}/notices`);
  await look(citizen, 'notices');
  await citizen.getByRole('link', { name: family.applicant.name }).click();
  expect(await citizen.getByRole('main').innerText()).not.toContain(family.applicant.idNumber.slice(-4));
  await look(citizen, 'notice');
  const notice = citizen.url();

  await passTime(office, 'P8D');
  await rest(office, caseId);
  expect((await citizen.goto(notice))?.status()).toBe(410);
  await look(citizen, 'notice-gone');

  const leader = await signIn(office, words, 'leader');
  await doTask(leader, office, words, { kind: 'confirm', outcome: 'confirmed', receipt }, inspection);
  await rest(office, caseId);

  for (const tab of ['overview', 'household', 'documents', 'people', 'clocks', 'notice', 'assessments', 'ledger', 'letters']) {
    await caseworker.goto(`${office.url}/office/cases/${caseId}?tab=${tab}`);
    await caseworker.getByRole('heading', { level: 2 }).first().waitFor();
    await look(caseworker, `case-${tab}`);
  }
  await caseworker.getByRole('link', { name: label({ zh: '审核确认决定书', en: 'Confirmation' }) }).click();
  await caseworker.getByRole('article').waitFor();
  await look(caseworker, 'letter');
  for (const path of ['cases', 'apply', 'notices', 'awards', 'recognitions', 'relatives', 'settings', 'warnings', 'components']) {
    await caseworker.goto(`${office.url}/office/${path}`);
    await caseworker.getByRole('heading', { level: 1 }).waitFor();
    await look(caseworker, `office-${path}`);
  }

  await citizen.goto(`${office.url}/track?receipt=${receipt}`);
  await citizen.getByLabel(t('track.lastFour')).fill(family.applicant.idNumber.slice(-4));
  await look(citizen, 'track');
  await citizen.getByRole('button', { name: t('track.find') }).click();
  await citizen.getByRole('heading', { name: t('track.amount.title') }).waitFor();
  expect(await citizen.getByRole('main').innerText()).toMatch(/\d\.\d{2}/);
  await look(citizen, 'track-granted');
  await Promise.all([caseworker, verification, reviewer, leader, citizen].map((page) => page.context().close()));
}
