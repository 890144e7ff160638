// TA2018 = 关于进一步加强和改进临时救助工作的意见; SC649 = 社会救助暂行办法; TA2014 = 国务院关于全面建立临时救助制度的通知; LAW = 社会救助法.
import { expect, test } from 'vitest';
import { expenditureAid } from './expenditure-aid.ts';
import { nextAfter } from './record-in-words.ts';

const accepted = ['task:intake accepted', 'act:acceptance delegated'];
const firstTime = [...accepted, 'act:same-reason new'];
const known = [...firstTime, 'act:known-group known', 'task:spending-check done'];
const surveyed = [...firstTime, 'act:known-group unknown', 'task:survey done', 'task:verification consistent'];
const posted = ['act:posting posted', 'period:notice no-objection'];
const byTownship = [...surveyed, 'task:opinion eligible', 'act:ceiling delegated', ...posted];
const byCounty = [...surveyed, 'task:opinion eligible', 'act:ceiling county', ...posted];
const granted = [...byTownship, 'task:confirm confirmed', 'act:aid-grant filed'];

test('what is missing is told once, and an application at the wrong door is passed on', async () => {
  expect(await next()).toEqual(['task:intake:1']);
  expect(await next('task:intake supplement')).toEqual(['act:supplement-notice:1']);
  expect(await next('task:intake not-accepted', 'act:non-acceptance done')).toBe('not-accepted');
  expect(await next('task:intake transferred', 'act:transfer done')).toBe('transferred');
});

test('of a household that is known already the spending is looked at alone [TA2018 2(2)]', async () => {
  expect(await next(...firstTime, 'act:known-group known')).toEqual(['task:spending-check:1']);
  expect(await next(...known)).toEqual(['task:opinion:1']);
});

test('of others income, assets and spending are looked at, side by side [TA2018 2(2)]', async () => {
  expect(await next(...firstTime, 'act:known-group unknown')).toEqual(['task:survey:1', 'task:verification:1']);
  expect(await next(...surveyed)).toEqual(['task:opinion:1']);
});

test('who was helped this year for the same reason is helped again only where the county finds the case special [TA2014]', async () => {
  const again = [...accepted, 'act:same-reason again'];
  expect(await next(...again)).toEqual(['task:special-ground:1']);
  expect(await next(...again, 'task:special-ground special')).toEqual(['act:known-group:1']);
  expect(await next(...again, 'task:special-ground not-special')).toEqual(['act:refusal:1']);
  expect(await next(...again, 'task:special-ground not-special', 'act:refusal done')).toBe('refused');
});

test('the amount says who decides, and nobody decides before the notice has passed [SC649 48]', async () => {
  expect(await next(...surveyed, 'task:opinion eligible')).toEqual(['act:ceiling:1']);
  expect(await next(...surveyed, 'task:opinion eligible', 'act:ceiling delegated')).toEqual(['act:posting:1']);
  expect(await next(...byTownship)).toEqual(['task:confirm:1']);
  expect(await next(...byCounty)).toEqual(['act:hand-over:1']);
  expect(await next(...byCounty, 'act:hand-over done')).toEqual(['task:confirm:1']);
});

test('an unfavourable opinion is the refusal of the township, and goes to the county where the county decides', async () => {
  expect(await next(...surveyed, 'task:opinion not-eligible', 'act:ceiling delegated')).toEqual(['act:refusal:1']);
  expect(await next(...surveyed, 'task:opinion not-eligible', 'act:ceiling county')).toEqual(['act:hand-over:1']);
});

test('an objection is looked into, and a new opinion formed, whose amount says again who decides', async () => {
  const objected = [...surveyed, 'task:opinion eligible', 'act:ceiling county', 'act:posting posted', 'period:notice objection'];
  expect(await next(...objected)).toEqual(['task:objection:1']);
  expect(await next(...objected, 'task:objection rejected')).toEqual(['task:opinion:2']);
  expect(await next(...objected, 'task:objection rejected', 'task:opinion:2 eligible')).toEqual(['act:ceiling:2']);
});

test('a file that is sent back begins again with the opinion, and a refusal is written [LAW 45]', async () => {
  expect(await next(...byTownship, 'task:confirm returned')).toEqual(['task:opinion:2']);
  expect(await next(...byTownship, 'task:confirm not-confirmed')).toEqual(['act:refusal:1']);
});

test('an instalment is ordered on its day, and the next when the money has arrived [TA2018 2(4)]', async () => {
  expect(await next(...byTownship, 'task:confirm confirmed')).toEqual(['act:aid-grant:1']);
  expect(await next(...granted)).toEqual(['act:aid-stage:1']);
  const first = [...granted, 'act:aid-stage now', 'act:aid-order done'];
  expect(await next(...first)).toEqual(['period:payment:1']);
  const paid = [...first, 'period:payment paid'];
  expect(await next(...paid)).toEqual(['act:aid-stage:2']);
  expect(await next(...paid, 'act:aid-stage:2 on-day')).toEqual(['period:instalment:2']);
  expect(await next(...paid, 'act:aid-stage:2 on-day', 'period:instalment:2 reached')).toEqual(['act:aid-order:2']);
  expect(await next(...paid, 'act:aid-stage:2 none')).toBe('granted');
});

function next(...record: string[]): Promise<string[] | string> {
  return nextAfter(expenditureAid, record);
}
