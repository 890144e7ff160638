// RIGID = 刚性支出困难家庭认定办法; LAW = 社会救助法.
import { expect, test } from 'vitest';
import { nextAfter } from './record-in-words.ts';
import { rigidExpenditure } from './rigid-expenditure.ts';

const toCounty = ['task:intake accepted', 'act:acceptance county', 'task:survey done', 'task:verification consistent'];
const entrusted = toCounty.map((step) => step.replace('county', 'delegated'));

test('papers are checked, what is missing is told once, and survey and data check run side by side', async () => {
  expect(await next()).toEqual(['task:intake:1']);
  expect(await next('task:intake supplement')).toEqual(['act:supplement-notice:1']);
  expect(await next(...toCounty.slice(0, 2))).toEqual(['task:survey:1', 'task:verification:1']);
});

test('no notice is posted: from the opinion the file goes to the county, which decides [RIGID 3]', async () => {
  expect(await next(...toCounty, 'task:opinion eligible')).toEqual(['act:hand-over:1']);
  expect(await next(...toCounty, 'task:opinion eligible', 'act:hand-over done')).toEqual(['task:confirm:1']);
});

test('where the township is entrusted it decides itself [RIGID 3]', async () => {
  expect(await next(...entrusted, 'task:opinion eligible')).toEqual(['task:confirm:1']);
});

test('the decision is written either way [RIGID 7]', async () => {
  const confirming = [...toCounty, 'task:opinion eligible', 'act:hand-over done'];
  expect(await next(...confirming, 'task:confirm confirmed')).toEqual(['act:recognise:1']);
  expect(await next(...confirming, 'task:confirm confirmed', 'act:recognise done')).toBe('granted');
  expect(await next(...confirming, 'task:confirm not-confirmed')).toEqual(['act:refusal:1']);
  expect(await next(...confirming, 'task:confirm not-confirmed', 'act:refusal done')).toBe('refused');
});

test('an unfavourable opinion is the refusal of an entrusted township, and goes to the county elsewhere [RIGID 3, 7]', async () => {
  expect(await next(...entrusted, 'task:opinion not-eligible')).toEqual(['act:refusal:1']);
  const unfavourable = [...toCounty, 'task:opinion not-eligible'];
  expect(await next(...unfavourable)).toEqual(['act:hand-over:1']);
  expect(await next(...unfavourable, 'act:hand-over done', 'task:confirm confirmed')).toEqual(['act:refusal:1']);
});

test('a file that is sent back begins again with the opinion', async () => {
  expect(await next(...entrusted, 'task:opinion eligible', 'task:confirm returned')).toEqual(['task:opinion:2']);
});

test('an application that is not accepted ends before anybody is surveyed', async () => {
  expect(await next('task:intake not-accepted', 'act:non-acceptance done')).toBe('not-accepted');
});

function next(...record: string[]): Promise<string[] | string> {
  return nextAfter(rigidExpenditure, record);
}
