// LAW = 社会救助法; OP2023 = 国办发〔2023〕39号; M57 = 民发〔2021〕57号.
import { expect, test } from 'vitest';
import { lead } from './lead.ts';
import { nextAfter } from './record-in-words.ts';

const taken = ['task:lead-receipt taken-on'];
const met = [...taken, 'task:lead-contact met'];
const prepared = [...met, 'task:lead-path application', 'act:lead-draft done'];
const nobodyToTell = 'act:feedback-check nobody';

test('a lead is received before anything else [LAW 39]', async () => {
  expect(await next()).toEqual(['task:lead-receipt:1']);
});

test('what was reported twice goes on in the first lead, and what lies elsewhere goes to the township there [LAW 37]', async () => {
  expect(await next('task:lead-receipt merged')).toEqual(['act:feedback-check:1']);
  expect(await next('task:lead-receipt merged', nobodyToTell)).toBe('passed-on');
  expect(await next('task:lead-receipt passed-on')).toEqual(['act:lead-hand-over:1']);
  expect(await next('task:lead-receipt passed-on', 'act:lead-hand-over done')).toBe('passed-on');
});

test('what is urgent is relieved at once, without a visit or a decision on the path before [LAW 50]', async () => {
  expect(await next('task:lead-receipt relief')).toEqual(['act:lead-relief:1']);
  expect(await next('task:lead-receipt relief', 'act:lead-relief done', nobodyToTell)).toBe('helped');
});

test('nobody is judged unseen: contact is tried again until somebody is met, or known not to be there [LAW 39]', async () => {
  expect(await next(...taken)).toEqual(['task:lead-contact:1']);
  expect(await next(...taken, 'task:lead-contact not-reached')).toEqual(['task:lead-contact:2']);
  expect(await next(...taken, 'task:lead-contact not-reached', 'task:lead-contact:2 met')).toEqual(['task:lead-path:1']);
  expect(await next(...taken, 'task:lead-contact not-found', nobodyToTell)).toBe('no-need');
});

test.each([
  ['relief', 'lead-relief', 'helped'],
  ['department', 'lead-referral', 'passed-on'],
  ['discussion', 'lead-discussion', 'passed-on'],
  ['award-check', 'lead-award-check', 'passed-on'],
])('the path "%s" is taken by the office, and then the reporter is told [OP2023 3(4)]', async (path, act, ending) => {
  const decided = [...met, `task:lead-path ${path}`];
  expect(await next(...decided)).toEqual([`act:${act}:1`]);
  expect(await next(...decided, `act:${act} done`)).toEqual(['act:feedback-check:1']);
  expect(await next(...decided, `act:${act} done`, 'act:feedback-check owed')).toEqual(['task:lead-feedback:1']);
  expect(await next(...decided, `act:${act} done`, 'act:feedback-check owed', 'task:lead-feedback told')).toBe(ending);
});

test('no need ends the lead when the reporter was told, or nobody is there to tell', async () => {
  expect(await next(...met, 'task:lead-path no-need', nobodyToTell)).toBe('no-need');
  expect(await next(...met, 'task:lead-path no-need', 'act:feedback-check owed', 'task:lead-feedback unreachable')).toBe('no-need');
});

test('the reporter is told while the application is helped with, in either order [LAW 39; M57 6]', async () => {
  expect(await next(...prepared)).toEqual(['act:feedback-check:1', 'task:lead-application:1']);
  expect(await next(...prepared, 'act:feedback-check owed', 'task:lead-application applied')).toEqual(['task:lead-feedback:1']);
  expect(await next(...prepared, 'act:feedback-check owed', 'task:lead-feedback told')).toEqual(['task:lead-application:1']);
  expect(await next(...prepared, nobodyToTell, 'task:lead-application applied')).toBe('helped');
});

test('who does not want to apply is thought about once more, and the reporter is told once', async () => {
  const declined = [...prepared, 'act:feedback-check owed', 'task:lead-feedback told', 'task:lead-application declined'];
  expect(await next(...declined)).toEqual(['task:lead-path:2']);
  expect(await next(...declined, 'task:lead-path:2 relief', 'act:lead-relief:2 done')).toBe('helped');
  expect(await next(...declined, 'task:lead-path:2 no-need')).toBe('no-need');
});

function next(...record: string[]): Promise<string[] | string> {
  return nextAfter(lead, record);
}
