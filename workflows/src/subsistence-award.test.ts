// M57 = 最低生活保障审核确认办法; N2022 = the notice of 2022-10-20; LAW = 社会救助法.
import { expect, test } from 'vitest';
import { explore } from './explore.ts';
import { foresee } from './foresee.ts';
import { groundOf } from './ground.ts';
import type { Settled } from './process.ts';
import { subsistenceAward } from './subsistence-award.ts';

const due = ['period:review-interval due'];
const lowered = [...due, 'task:review decrease'];
const lowerHeard = [...lowered, 'act:hearing-invitation done', 'task:hearing heard'];
const leaving = [...due, 'task:review gradual-exit', 'act:gradual-exit-notice done'];

test('an award that was opened waits for its review [M57 31]', async () => {
  expect(await next()).toEqual(['period:review-interval:1']);
  expect(await next(...due)).toEqual(['task:review:1']);
});

test('a change that is reported calls the review early [M57 30]', async () => {
  expect(await next('period:review-interval called-early')).toEqual(['task:review:1']);
});

test('a review that finds no clear change leaves the amount and opens the next interval [M57 31]', async () => {
  expect(await next(...due, 'task:review unchanged')).toEqual(['act:unchanged-notice:1']);
  expect(await next(...due, 'task:review unchanged', 'act:unchanged-notice done')).toEqual(['period:review-interval:2']);
});

test('an increase is decided without a hearing [M57 32]', async () => {
  expect(await next(...due, 'task:review increase')).toEqual(['task:change-decision:1']);
  expect(await next(...due, 'task:review increase', 'task:change-decision confirmed')).toEqual(['act:amount-change:1']);
});

test('nobody decides to lower before the recipient was heard, or was asked and did not come [LAW 48]', async () => {
  expect(await next(...lowered)).toEqual(['act:hearing-invitation:1']);
  expect(await next(...lowered, 'act:hearing-invitation done')).toEqual(['task:hearing:1']);
  for (const came of ['heard', 'declined', 'unreachable'])
    expect(await next(...lowered, 'act:hearing-invitation done', `task:hearing ${came}`)).toEqual(['task:change-decision:1']);
});

test('what was lowered goes on with the next interval [M57 31–32]', async () => {
  expect(await next(...lowerHeard, 'task:change-decision confirmed')).toEqual(['act:amount-change:1']);
  expect(await next(...lowerHeard, 'task:change-decision confirmed', 'act:amount-change done')).toEqual(['period:review-interval:2']);
});

test('a change that is not confirmed leaves all as it is', async () => {
  expect(await next(...lowerHeard, 'task:change-decision not-confirmed')).toEqual(['act:unchanged-notice:1']);
});

test('a change that is sent back is reviewed again at once, and whoever would lose is heard again', async () => {
  const back = [...lowerHeard, 'task:change-decision returned'];
  expect(await next(...back)).toEqual(['task:review:2']);
  expect(await next(...back, 'task:review:2 stop')).toEqual(['act:hearing-invitation:2']);
});

test('a stop ends the award in writing, after a hearing and a decision [LAW 48; M57 32]', async () => {
  const stopped = [...due, 'task:review stop', 'act:hearing-invitation done', 'task:hearing declined', 'task:change-decision confirmed'];
  expect(await next(...stopped)).toEqual(['act:award-stop:1']);
  expect(await next(...stopped, 'act:award-stop done')).toBe('stopped');
  expect(await next(...stopped, 'act:award-stop edge-household')).toBe('stopped');
});

test('whoever works their way over the standard leaves gradually, is heard, and then the award stops [N2022 1(3); M57 33]', async () => {
  expect(await next(...leaving)).toEqual(['period:gradual-exit:1']);
  expect(await next(...leaving, 'period:gradual-exit over')).toEqual(['act:hearing-invitation:1']);
  const heard = [...leaving, 'period:gradual-exit over', 'act:hearing-invitation done', 'task:hearing heard'];
  expect(await next(...heard, 'task:change-decision confirmed')).toEqual(['act:award-stop:1']);
});

test('whoever loses the work again during the gradual exit is reviewed at once', async () => {
  expect(await next(...leaving, 'period:gradual-exit called-early')).toEqual(['task:review:2']);
});

test('an award of fifty years is run through in one go', async () => {
  const years = Array.from({ length: 100 }, (_, n) => [
    `period:review-interval:${n + 1} due`,
    `task:review:${n + 1} unchanged`,
    `act:unchanged-notice:${n + 1} done`,
  ]).flat();
  expect(await next(...years)).toEqual(['period:review-interval:101']);
});

test('no path of an award is a dead end, and none cuts or stops without a hearing [LAW 48]', { timeout: 60_000 }, async () => {
  const { findings, ends } = await explore(subsistenceAward, groundOf('subsistence-award', 2));
  expect(findings).toEqual([]);
  expect(ends).toBeGreaterThan(10);
});

/** What the law wants next after these steps, `<table>:<kind>[:<round>] <outcome>`, or how it has ended. */
async function next(...record: string[]): Promise<string[] | string> {
  const { wanted, ending } = await foresee(subsistenceAward, record.map(settled));
  return ending ?? wanted.map(({ step, kind, round }) => `${step}:${kind}:${round}`);
}

function settled(line: string): Settled {
  const [key = '', outcome = ''] = line.split(' ');
  const [step, kind = '', round = '1'] = key.split(':');
  return { step: step as Settled['step'], kind, round: Number(round), outcome };
}
