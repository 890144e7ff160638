// LAW = 社会救助法; OP2020 = 关于改革完善社会救助制度的意见 (2020).
import { expect, test } from 'vitest';
import { explore } from './explore.ts';
import { foresee } from './foresee.ts';
import { groundOf } from './ground.ts';
import type { Settled } from './process.ts';
import { referral } from './referral.ts';

const received = ['act:send-referral asked', 'task:acknowledge-referral received'];
const measure = ['act:send-referral measure', 'task:acknowledge-referral received'];

test('what is referred is sent, acknowledged and answered, in this order [LAW 64; OP2020 23]', async () => {
  expect(await next()).toEqual(['act:send-referral:1']);
  expect(await next('act:send-referral asked')).toEqual(['task:acknowledge-referral:1']);
  expect(await next(...received)).toEqual(['task:answer-referral:1']);
});

test('a measure that a meeting has decided is carried out, not answered as a request', async () => {
  expect(await next(...measure)).toEqual(['task:measure:1']);
});

test('whatever the answer is, the sender reads it before the thread ends', async () => {
  for (const answer of ['done', 'partly', 'refused'])
    expect(await next(...received, `task:answer-referral ${answer}`)).toEqual(['task:close-referral:1']);
  for (const answer of ['done', 'not-done']) expect(await next(...measure, `task:measure ${answer}`)).toEqual(['task:close-referral:1']);
});

test('whoever asked for help is told what came of it', async () => {
  const closed = [...received, 'task:answer-referral done', 'task:close-referral closed'];
  expect(await next(...closed)).toEqual(['act:referral-result:1']);
  expect(await next(...closed, 'act:referral-result done')).toBe('carried-out');
});

test('a refusal of the receiver stays a refusal', async () => {
  const refused = [...received, 'task:answer-referral refused', 'task:close-referral closed', 'act:referral-result done'];
  expect(await next(...refused)).toBe('refused');
});

test('a sender who is not content asks again', async () => {
  expect(await next(...received, 'task:answer-referral partly', 'task:close-referral asked-again')).toEqual(['task:answer-referral:2']);
});

test('what came to the wrong receiver goes on to the right one by itself [LAW 64]', async () => {
  const wrong = [...received, 'task:answer-referral passed-on'];
  expect(await next(...wrong)).toEqual(['act:hand-referral-on:1']);
  expect(await next(...wrong, 'act:hand-referral-on done')).toBe('passed-on');
});

test('no path of a referral is a dead end or ends unanswered', async () => {
  const { findings, ends } = await explore(referral, groundOf('referral', 3));
  expect(findings).toEqual([]);
  expect(ends).toBeGreaterThan(10);
});

/** What the law wants next after these steps, `<table>:<kind>[:<round>] <outcome>`, or how it has ended. */
async function next(...record: string[]): Promise<string[] | string> {
  const { wanted, ending } = await foresee(referral, record.map(settled));
  return ending ?? wanted.map(({ step, kind, round }) => `${step}:${kind}:${round}`);
}

function settled(line: string): Settled {
  const [key = '', outcome = ''] = line.split(' ');
  const [step, kind = '', round = '1'] = key.split(':');
  return { step: step as Settled['step'], kind, round: Number(round), outcome };
}
