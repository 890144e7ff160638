import type { ProcessName } from '@zhouji/domain';
import { expect, test } from 'vitest';
import { explore, type Finding } from './explore.ts';
import { groundOf } from './ground.ts';
import type { Statute } from './process.ts';
import { statutes } from './statutes.ts';

const ground = groundOf('subsistence-allowance', 1);

for (const [process, statute] of Object.entries(statutes) as [ProcessName, Statute][]) {
  test(`no path of ${process} is a dead end, waits for nobody, or lacks a predecessor in law`, { timeout: 120_000 }, async () => {
    const two = await explore(statute, groundOf(process, 2));
    expect(two.findings).toEqual([]);
    expect(two.ends).toBeGreaterThan(10);

    // A third round comes upon nothing that two have not shown.
    const three = await explore(statute, groundOf(process, 3));
    expect(three.findings).toEqual([]);
    const drawn = new Set(two.map.edges.map(({ from, to }) => `${from} ${to}`));
    expect(three.map.edges.filter(({ from, to }) => !drawn.has(`${from} ${to}`))).toEqual([]);
  });
}

test('a confirmation without a survey is found, with the article', async () => {
  const statute: Statute = async ({ task, act }) => {
    await task('intake');
    await task('verification');
    await act('grant');
    return 'granted';
  };
  const { findings } = await explore(statute, ground);
  expect(kinds(findings)).toContain('predecessor-missing grant M57 21, 24: confirm.confirmed');
});

test('a process that stops without an end is found', async () => {
  const statute: Statute = async ({ task }) => {
    await task('intake');
    return new Promise(() => undefined);
  };
  expect(kinds((await explore(statute, ground)).findings)).toContain('dead-end  nothing is wanted and it has not ended');
});

test('a step that nobody may do is found', async () => {
  const statute: Statute = async ({ task }) => {
    await task('intake');
    return 'transferred';
  };
  const { findings } = await explore(statute, { ...ground, hasDoer: () => false });
  expect(kinds(findings)).toContain('waits-for-nobody intake no role holds its duty');
});

test('a process that ends and leaves somebody with an open task is found', async () => {
  const statute: Statute = async ({ task }) => {
    void task('verification');
    await task('intake');
    return 'transferred';
  };
  expect(kinds((await explore(statute, ground)).findings)).toContain('left-open ending.transferred it ends while another step is open');
});

test('a statute that throws on one path is found, with the record that leads there', async () => {
  const statute: Statute = async ({ task }) => {
    if ((await task('intake')) === 'supplement') throw new Error('nobody has written this yet');
    return 'transferred';
  };
  const { findings } = await explore(statute, ground);
  expect(findings.find(({ what }) => what === 'throws')).toMatchObject({ at: 'intake', record: ['intake:1 supplement'] });
});

function kinds(findings: Finding[]): string[] {
  return findings.map(({ what, at, because }) => `${what} ${at} ${because}`);
}
