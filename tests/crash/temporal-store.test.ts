// Temporal's database file is deleted under 200 cases that wait for somebody or something, and outcomes are given meanwhile.
import { Client, Connection } from '@temporalio/client';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import { carryAllOn, park } from './parked.ts';
import { openStackOffice, type StackOffice } from './stack-office.ts';

const CASES = 200;

test('all 200 go on from their record, without a hand laid on', { timeout: 240_000 }, async () => {
  const office = await openStackOffice({ lookAhead: true });
  try {
    const { stack, township } = office;
    const admin = stack.databaseUrls.admin;
    const parked = await park(township, CASES);
    await until('every nudge sent', async () => (await query(admin, 'select from nudge where dirty > sent')).length === 0, {
      withinMs: 90_000,
    });
    const periods = () => query(admin, 'select case_id, kind, round, starts_at, ends_at from period order by 1, 2, 3');
    const [periodsBefore, tasksBefore] = [await periods(), await query(admin, 'select id, outcome from task order by 1')];

    await stack.processes.temporal?.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(join(office.dataFolder, `temporal.db${end}`), { force: true });
    const some = parked.filter((_, index) => index % 10 === 0);
    await carryAllOn(township, some);
    await stack.processes.temporal?.start();

    const began = performance.now();
    const back = await until(
      'a process for every open case',
      async () => {
        const [open] = await query<{ open: number }>(admin, 'select count(*)::int as open from cases where closed_at is null');
        const running = await countRunning(office);
        return running >= (open?.open ?? CASES) && running;
      },
      { withinMs: 90_000, everyMs: 250 },
    );
    process.stderr.write(`${back} processes are back ${((performance.now() - began) / 1000).toFixed(1)} s after the server\n`);

    // Nobody looks ahead: what follows is opened by the processes alone.
    await carryAllOn(
      township,
      parked.filter((one) => !some.includes(one)),
    );
    await until('every case where its statute wants it', async () => (await waiting(office)).length === 0, {
      withinMs: 90_000,
      everyMs: 250,
    });
    expect(await periods()).toEqual(expect.arrayContaining(periodsBefore));
    const kept = await query(admin, 'select id from task where id = any ($1::uuid[])', [tasksBefore.map(({ id }) => id)]);
    expect(kept).toHaveLength(tasksBefore.length);
    const begunAnew = await query(
      admin,
      `select from period where kind = 'notice' and ends_on - (starts_at at time zone 'Asia/Shanghai')::date < 7`,
    );
    expect(begunAnew).toEqual([]);
    expect(await query(admin, 'select case_id, kind, round from letter group by 1, 2, 3 having count(*) > 1')).toEqual([]);
  } finally {
    await office.close();
  }
});

async function countRunning({ stack }: StackOffice): Promise<number> {
  const connection = await Connection.connect({ address: stack.temporalAddress ?? '' });
  try {
    return (await new Client({ connection }).workflow.count(`ExecutionStatus='Running'`)).count;
  } finally {
    await connection.close();
  }
}

/** Open cases in which nothing is open: each place leads to a step that somebody does, or to a notice. */
function waiting({ stack }: StackOffice): Promise<unknown[]> {
  return query(
    stack.databaseUrls.admin,
    `select id from cases c where closed_at is null
       and not exists (select from task where case_id = c.id and outcome is null and closed_at is null)
       and not exists (select from period where case_id = c.id and outcome is null and ended_at is null)`,
  );
}
