// LAW = 社会救助法; TA2018 = 民发〔2018〕23号; TA2026 = 民政部 财政部 2026-01-29.
import { expect, test } from 'vitest';
import { explore } from './explore.ts';
import { groundOf } from './ground.ts';
import { quickRelief } from './quick-relief.ts';
import { nextAfter } from './record-in-words.ts';

const first = ['task:triage relief-first'];
const granted = [...first, 'task:relief granted'];
const byHand = [...granted, 'act:relief-order by-hand'];
const paid = [...byHand, 'task:payout paid', 'act:relief-receipt done'];

test('a call is triaged before anything else [LAW 50]', async () => {
  expect(await next()).toEqual(['task:triage:1']);
});

test('whoever belongs to another body is handed over, and what is not urgent takes the ordinary path [LAW 37, 52]', async () => {
  expect(await next('task:triage hand-over')).toEqual(['act:relief-hand-over:1']);
  expect(await next('task:triage hand-over', 'act:relief-hand-over done')).toBe('handed-over');
  expect(await next('task:triage ordinary')).toEqual(['act:ordinary-path:1']);
  expect(await next('task:triage ordinary', 'act:ordinary-path done')).toBe('passed-on');
});

test('a second person decides, then money or goods are handed over and receipted [TA2018 2(4)]', async () => {
  expect(await next(...first)).toEqual(['task:relief:1']);
  expect(await next(...granted)).toEqual(['act:relief-order:1']);
  expect(await next(...byHand)).toEqual(['task:payout:1']);
  expect(await next(...byHand, 'task:payout paid')).toEqual(['act:relief-receipt:1']);
});

test('a transfer is waited for', async () => {
  const ordered = [...granted, 'act:relief-order bank'];
  expect(await next(...ordered)).toEqual(['period:payment:1']);
  expect(await next(...ordered, 'period:payment paid')).toEqual(['act:relief-receipt:1']);
  expect(await next(...ordered, 'period:payment paid', 'act:relief-receipt done')).toEqual(['task:paperwork:1', 'task:follow-up:1']);
});

test('what could not be handed over, or came back, is decided anew', async () => {
  expect(await next(...byHand, 'task:payout failed')).toEqual(['task:relief:2']);
  expect(await next(...granted, 'act:relief-order bank', 'period:payment given-up')).toEqual(['task:relief:2']);
  expect(await next(...byHand, 'task:payout failed', 'task:relief:2 declined')).toEqual(['act:relief-refusal:1']);
});

test('the file is completed and the people are looked after side by side, in either order [LAW 50; TA2018 2(4)]', async () => {
  expect(await next(...paid)).toEqual(['task:paperwork:1', 'task:follow-up:1']);
  expect(await next(...paid, 'task:follow-up closed')).toEqual(['task:paperwork:1']);
  expect(await next(...paid, 'task:paperwork complete', 'task:follow-up new-case')).toBe('relieved');
});

test('a refusal is written [LAW 45]', async () => {
  expect(await next(...first, 'task:relief declined')).toEqual(['act:relief-refusal:1']);
  expect(await next(...first, 'task:relief declined', 'act:relief-refusal done')).toBe('refused');
});

test('there is no test of means, no survey and no public notice on any road [LAW 50; TA2026 2(1)]', async () => {
  const { map } = await explore(quickRelief, groundOf('quick-relief', 2));
  const steps = new Set(
    map.edges
      .flatMap(({ from, to }) => [from, to])
      .join(' ')
      .split(/[^a-z-]+/),
  );
  for (const step of ['survey', 'verification', 'opinion', 'notice', 'posting', 'intake']) expect(steps.has(step)).toBe(false);
});

function next(...record: string[]): Promise<string[] | string> {
  return nextAfter(quickRelief, record);
}
