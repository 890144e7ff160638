// TA2018 = 民发〔2018〕23号; OP2020 = 关于改革完善社会救助制度的意见 (2020); RIGID = 刚性支出困难家庭认定办法; LAW = 社会救助法.
import { expect, test } from 'vitest';
import { caseDiscussion } from './case-discussion.ts';
import { explore } from './explore.ts';
import { foresee } from './foresee.ts';
import { groundOf } from './ground.ts';
import type { Settled } from './process.ts';

const invited = ['task:request-discussion registered', 'task:pre-check agenda'];
const approved = [...invited, 'task:meeting approved'];
const signed = [...approved, 'task:minutes signed'];
const told = [...signed, 'act:issue-minutes done', 'act:open-measures opened', 'act:discussion-result done'];

test("the township's leader files the request before the county looks at it [OP2020 15]", async () => {
  expect(await next()).toEqual(['task:request-discussion:1']);
  expect(await next('task:request-discussion registered')).toEqual(['task:pre-check:1']);
});

test('a request that the leader does not file ends without a meeting', async () => {
  expect(await next('task:request-discussion returned')).toBe('not-accepted');
});

test('what the pre-check sends back is filed again', async () => {
  expect(await next('task:request-discussion registered', 'task:pre-check returned')).toEqual(['task:request-discussion:2']);
});

test('an ordinary and an urgent agenda both lead to the meeting', async () => {
  for (const agenda of ['agenda', 'urgent-agenda'])
    expect(await next('task:request-discussion registered', `task:pre-check ${agenda}`)).toEqual(['task:meeting:1']);
});

test('nothing follows from a meeting before its minutes are signed [LAW 4]', async () => {
  for (const result of ['approved', 'refer', 'refused'])
    expect(await next(...invited, `task:meeting ${result}`)).toEqual(['task:minutes:1']);
});

test('minutes that are not signed have the meeting recorded again', async () => {
  const back = [...approved, 'task:minutes returned'];
  expect(await next(...back)).toEqual(['task:meeting:2']);
  expect(await next(...back, 'task:meeting:2 approved', 'task:minutes:2 signed')).toEqual(['act:issue-minutes:2']);
});

test('a meeting that wants more survey sends the request back to the township, and another meeting follows', async () => {
  const again = [...invited, 'task:meeting more-survey', 'task:request-discussion:2 registered', 'task:pre-check:2 agenda'];
  expect(await next(...invited, 'task:meeting more-survey')).toEqual(['task:request-discussion:2']);
  expect(await next(...again)).toEqual(['task:meeting:2']);
});

test('a refusal is told to the family with signed minutes, and ends [LAW 45]', async () => {
  const refused = [...invited, 'task:meeting refused', 'task:minutes signed', 'act:issue-minutes done'];
  expect(await next(...refused)).toEqual(['act:discussion-result:1']);
  expect(await next(...refused, 'act:discussion-result done')).toBe('refused');
});

test('what is referred goes to the departments, and the family is told [OP2020 23]', async () => {
  const referred = [...invited, 'task:meeting refer', 'task:minutes signed', 'act:issue-minutes done'];
  expect(await next(...referred)).toEqual(['act:open-measures:1']);
  expect(await next(...referred, 'act:open-measures opened', 'act:discussion-result done')).toBe('passed-on');
});

test('two stages are paid one after the other: at once, and on its day [TA2018 2(3)]', async () => {
  const first = [...told, 'act:discussion-stage now', 'act:discussion-order done'];
  expect(await next(...told)).toEqual(['act:discussion-stage:1']);
  expect(await next(...first)).toEqual(['period:payment:1']);
  const second = [...first, 'period:payment paid', 'act:discussion-stage:2 on-day'];
  expect(await next(...second)).toEqual(['period:stage-day:2']);
  expect(await next(...second, 'period:stage-day:2 reached')).toEqual(['act:discussion-order:2']);
});

test('a stage with a condition waits for somebody to establish it, and lapses where it will not come about', async () => {
  const waiting = [...told, 'act:discussion-stage on-condition'];
  expect(await next(...waiting)).toEqual(['task:stage-condition:1']);
  expect(await next(...waiting, 'task:stage-condition met')).toEqual(['act:discussion-order:1']);
  expect(await next(...waiting, 'task:stage-condition lapsed')).toEqual(['act:discussion-stage:2']);
});

test('a stage in cash or goods is handed over, and tried again only when somebody else says so [TA2018 2(4)]', async () => {
  const ordered = [...told, 'act:discussion-stage now', 'act:discussion-order by-hand'];
  expect(await next(...ordered)).toEqual(['task:stage-hand-over:1']);
  expect(await next(...ordered, 'task:stage-hand-over handed-over')).toEqual(['act:discussion-stage:2']);
  const failed = [...ordered, 'task:stage-hand-over not-possible'];
  expect(await next(...failed)).toEqual(['task:stage-release:1']);
  expect(await next(...failed, 'task:stage-release given-up')).toEqual(['act:discussion-stage:2']);
  const again = [...failed, 'task:stage-release again', 'task:stage-hand-over:2 handed-over', 'act:discussion-stage:2 now'];
  expect(await next(...again, 'act:discussion-order:2 by-hand')).toEqual(['task:stage-hand-over:3']);
});

test('after the last stage the family is visited until there is no more to follow up [OP2020 15]', async () => {
  const paid = [...told, 'act:discussion-stage none'];
  expect(await next(...paid)).toEqual(['task:return-visit:1']);
  expect(await next(...paid, 'task:return-visit continue')).toEqual(['task:return-visit:2']);
  expect(await next(...paid, 'task:return-visit closed')).toBe('carried-out');
});

test('no path of a discussion pays, refers or refuses without signed minutes', { timeout: 60_000 }, async () => {
  const { findings, ends } = await explore(caseDiscussion, groundOf('case-discussion', 2));
  expect(findings).toEqual([]);
  expect(ends).toBeGreaterThan(100);
});

/** What the law wants next after these steps, `<table>:<kind>[:<round>] <outcome>`, or how it has ended. */
async function next(...record: string[]): Promise<string[] | string> {
  const { wanted, ending } = await foresee(caseDiscussion, record.map(settled));
  return ending ?? wanted.map(({ step, kind, round }) => `${step}:${kind}:${round}`);
}

function settled(line: string): Settled {
  const [key = '', outcome = ''] = line.split(' ');
  const [step, kind = '', round = '1'] = key.split(':');
  return { step: step as Settled['step'], kind, round: Number(round), outcome };
}
