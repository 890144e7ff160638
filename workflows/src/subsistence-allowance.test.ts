// M57 = 最低生活保障审核确认办法; N2022 = the notice of 2022-10-20; LAW = 社会救助法.
import { expect, test } from 'vitest';
import { foresee } from './foresee.ts';
import type { Settled } from './process.ts';
import { subsistenceAllowance } from './subsistence-allowance.ts';

const accepted = ['task:intake accepted', 'act:acceptance delegated'];
const lookedInto = [...accepted, 'task:survey done', 'task:verification consistent'];
const posted = [...lookedInto, 'task:opinion eligible', 'act:posting posted'];
const toBeConfirmed = [...posted, 'period:notice no-objection', 'act:visit-check none'];

test('an application that arrives is checked first [M57 10]', async () => {
  expect(await next()).toEqual(['task:intake:1']);
});

test('what is missing is told once, in one notice, and the papers are checked a second time [M57 10]', async () => {
  expect(await next('task:intake supplement')).toEqual(['act:supplement-notice:1']);
  expect(await next('task:intake supplement', 'act:supplement-notice done')).toEqual(['task:supplement:1']);
  expect(await next('task:intake supplement', 'act:supplement-notice done', 'task:supplement supplied')).toEqual(['task:intake:2']);
});

test('an application that is not accepted ends with a written notice [M57 10]', async () => {
  expect(await next('task:intake not-accepted')).toEqual(['act:non-acceptance:1']);
  expect(await next('task:intake not-accepted', 'act:non-acceptance done')).toBe('not-accepted');
});

test('an application in the wrong township is passed on with its papers [M57 5; LAW 64]', async () => {
  expect(await next('task:intake transferred')).toEqual(['act:transfer:1']);
  expect(await next('task:intake transferred', 'act:transfer done')).toBe('transferred');
});

test('survey and data check run side by side, and the opinion waits for both [M57 15, 17]', async () => {
  expect(await next(...accepted)).toEqual(['task:survey:1', 'task:verification:1']);
  expect(await next(...accepted, 'task:survey done')).toEqual(['task:verification:1']);
  expect(await next(...accepted, 'task:verification consistent')).toEqual(['task:survey:1']);
  expect(await next(...lookedInto)).toEqual(['task:opinion:1']);
});

test('the surveyors come again when nobody is home, however often [M57 16]', async () => {
  const visits = [1, 2, 3, 4].map((visit) => `task:survey:${visit} nobody-home`);
  expect(await next(...accepted, ...visits)).toEqual(['task:verification:1', 'task:survey:5']);
});

test('a difference that the data check finds is told to the applicant and looked into before the opinion [M57 17, 18]', async () => {
  const differs = [...accepted, 'task:survey done', 'task:verification differs'];
  expect(await next(...differs)).toEqual(['act:difference-notice:1']);
  expect(await next(...differs, 'act:difference-notice done')).toEqual(['task:recheck:1']);
  expect(await next(...differs, 'act:difference-notice done', 'task:recheck upheld')).toEqual(['task:opinion:1']);
});

test('a favourable opinion is posted, and nobody confirms before the notice has passed [M57 19]', async () => {
  expect(await next(...lookedInto, 'task:opinion eligible')).toEqual(['act:posting:1']);
  expect(await next(...posted)).toEqual(['period:notice:1']);
  expect(await next(...posted, 'period:notice no-objection')).toEqual(['act:visit-check:1']);
});

test('an unfavourable opinion is a refusal, in writing [M57 21; LAW 45]', async () => {
  expect(await next(...lookedInto, 'task:opinion not-eligible')).toEqual(['act:refusal:1']);
  expect(await next(...lookedInto, 'task:opinion not-eligible', 'act:refusal done')).toBe('refused');
});

test('where the county decides, an unfavourable opinion goes to the county, which refuses or sends it back [M57 20, 21]', async () => {
  const unfavourable = [...lookedInto, 'task:opinion not-eligible'].map((step) => step.replace('delegated', 'county'));
  expect(await next(...unfavourable)).toEqual(['act:hand-over:1']);
  expect(await next(...unfavourable, 'act:hand-over done')).toEqual(['task:confirm:1']);
  expect(await next(...unfavourable, 'act:hand-over done', 'task:confirm not-confirmed')).toEqual(['act:refusal:1']);
  expect(await next(...unfavourable, 'act:hand-over done', 'task:confirm returned')).toEqual(['task:opinion:2']);
});

test('a household that changes while the notice hangs is judged anew, and so is one that changes before the decision', async () => {
  expect(await next(...posted, 'period:notice facts-changed')).toEqual(['task:opinion:2']);
  const visiting = [...posted, 'period:notice no-objection', 'act:visit-check visit'];
  expect(await next(...visiting, 'task:county-visit returned')).toEqual(['task:opinion:2']);
});

test('an objection is looked into, and a new opinion is formed [M57 19]', async () => {
  const objected = [...posted, 'period:notice objection'];
  expect(await next(...objected)).toEqual(['task:objection:1']);
  expect(await next(...objected, 'task:objection upheld')).toEqual(['task:opinion:2']);
});

test('a second opinion that gives the household no more needs no second notice', async () => {
  const second = [...posted, 'period:notice objection', 'task:objection rejected', 'task:opinion:2 eligible'];
  expect(await next(...second, 'act:posting:2 not-needed')).toEqual(['act:visit-check:2']);
  expect(await next(...second, 'act:posting:2 posted')).toEqual(['period:notice:2']);
});

test('where close relatives are registered the county visits before anybody decides [M57 11, 20]', async () => {
  const registered = [...posted, 'period:notice no-objection', 'act:visit-check visit'];
  expect(await next(...registered)).toEqual(['task:county-visit:1']);
  expect(await next(...registered, 'task:county-visit done')).toEqual(['task:confirm:1']);
});

test('the township hands the file over where the county decides, and confirms itself where it is entrusted [LAW 44; M57 20]', async () => {
  const inCounty = toBeConfirmed.map((step) => step.replace('delegated', 'county'));
  expect(await next(...toBeConfirmed)).toEqual(['task:confirm:1']);
  expect(await next(...inCounty)).toEqual(['act:hand-over:1']);
  expect(await next(...inCounty, 'act:hand-over done')).toEqual(['task:confirm:1']);
});

test('a file that is sent back begins again with the opinion [M57 20]', async () => {
  expect(await next(...toBeConfirmed, 'task:confirm returned')).toEqual(['task:opinion:2']);
});

test('a confirmation opens the award and ends the case [M57 21, 24]', async () => {
  expect(await next(...toBeConfirmed, 'task:confirm confirmed')).toEqual(['act:grant:1']);
  expect(await next(...toBeConfirmed, 'task:confirm confirmed', 'act:grant done')).toBe('granted');
});

test('a refusal by the confirmer is written as well [M57 21]', async () => {
  expect(await next(...toBeConfirmed, 'task:confirm not-confirmed')).toEqual(['act:refusal:1']);
});

test('the order in which the record is read changes nothing', async () => {
  expect(await next(...toBeConfirmed.toReversed())).toEqual(await next(...toBeConfirmed));
});

/** What the law wants next after these steps, `<table>:<kind>[:<round>] <outcome>`, or how it has ended. */
async function next(...record: string[]): Promise<string[] | string> {
  const { wanted, ending } = await foresee(subsistenceAllowance, record.map(settled));
  return ending ?? wanted.map(({ step, kind, round }) => `${step}:${kind}:${round}`);
}

function settled(line: string): Settled {
  const [key = '', outcome = ''] = line.split(' ');
  const [step, kind = '', round = '1'] = key.split(':');
  return { step: step as Settled['step'], kind, round: Number(round), outcome };
}
