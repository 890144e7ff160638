// M57 = 最低生活保障审核确认办法, by reference [OP2023 2]; LAW = 社会救助法.
import { expect, test } from 'vitest';
import { edgeHousehold } from './edge-household.ts';
import { nextAfter } from './record-in-words.ts';

const accepted = ['task:intake accepted', 'act:acceptance delegated'];
const lookedInto = [...accepted, 'task:survey done', 'task:verification consistent'];
const toBeConfirmed = [...lookedInto, 'task:opinion eligible', 'act:posting posted', 'period:notice no-objection', 'act:visit-check none'];

test('a family is looked at as for the subsistence allowance: papers, survey and data check [M57 10, 15, 17]', async () => {
  expect(await next()).toEqual(['task:intake:1']);
  expect(await next(...accepted)).toEqual(['task:survey:1', 'task:verification:1']);
  expect(await next(...lookedInto)).toEqual(['task:opinion:1']);
});

test('its result is posted before anybody decides [M57 19]', async () => {
  expect(await next(...lookedInto, 'task:opinion eligible')).toEqual(['act:posting:1']);
  expect(await next(...toBeConfirmed)).toEqual(['task:confirm:1']);
});

test('it ends with a recognition and no award [LAW 21]', async () => {
  expect(await next(...toBeConfirmed, 'task:confirm confirmed')).toEqual(['act:recognise:1']);
  expect(await next(...toBeConfirmed, 'task:confirm confirmed', 'act:recognise done')).toBe('granted');
});

test('an unfavourable opinion is a refusal, in writing [M57 21]', async () => {
  expect(await next(...lookedInto, 'task:opinion not-eligible')).toEqual(['act:refusal:1']);
  expect(await next(...lookedInto, 'task:opinion not-eligible', 'act:refusal done')).toBe('refused');
});

test('an application that is not accepted, or belongs elsewhere, ends before anybody is surveyed [M57 5, 10]', async () => {
  expect(await next('task:intake not-accepted', 'act:non-acceptance done')).toBe('not-accepted');
  expect(await next('task:intake transferred', 'act:transfer done')).toBe('transferred');
});

function next(...record: string[]): Promise<string[] | string> {
  return nextAfter(edgeHousehold, record);
}
