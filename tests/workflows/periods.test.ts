// Time: on the time-skipping server, which is this file's own. M57 = 最低生活保障审核确认办法.
import { type ClockRow, clocksOf, systemActor } from '@zhouji/database';
import { type RunningWorker, shiftedTime, startWorker } from '@zhouji/worker';
import { bundleWorkflows } from '@zhouji/workflows/bundle';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { startTimeSkipping } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { openTownship, type Township } from './township.ts';

const DAY_MS = 86_400_000;
/** A Wednesday morning with three ordinary weeks ahead. */
const MORNING = Date.parse('2026-09-09T01:10:00.000Z');

let server: TestWorkflowEnvironment;
let township: Township;
let worker: RunningWorker;
/** Business time is the server's and a constant step. */
let offset = 0;
/** How far the server is ahead of this machine. */
let skipped = 0;

beforeAll(async () => {
  server = await startTimeSkipping();
  const started = await server.currentTimeMs();
  offset = MORNING - started;
  skipped = started - Date.now();
  township = await openTownship({ now: () => new Date(Date.now() + skipped + offset).toISOString(), looksAhead: true });
  worker = await startWorker({
    database: township.workerDatabase,
    nativeConnection: server.nativeConnection,
    connection: server.connection,
    taskQueue: 'periods',
    time: shiftedTime(
      () => offset,
      () => server.currentTimeMs(),
    ),
    workflowBundle: await bundleWorkflows(),
    isSandbox: true,
  });
});

afterAll(async () => {
  await worker.stop();
  await township.close();
  await server.teardown();
});

async function letPass(ms: number): Promise<void> {
  await untilTold();
  await server.sleep(ms);
  skipped = (await server.currentTimeMs()) - Date.now();
}

/** Before time is moved every process knows what it waits for. */
async function untilTold(): Promise<void> {
  await until('every nudge sent', async () => (await query(township.urls.admin, 'select from nudge where dirty > sent')).length === 0);
}

async function caseOnNotice(): Promise<string> {
  const caseId = await township.apply();
  await township.give(caseId, 'intake', 'accepted');
  await township.give(caseId, 'survey', 'done');
  await township.give(caseId, 'verification', 'consistent');
  await township.give(caseId, 'opinion', 'eligible');
  await township.untilOpen(caseId, 'period:notice:1');
  return caseId;
}

interface PeriodRow {
  [column: string]: unknown;
  starts_at: Date;
  ends_at: Date;
  ended_at: Date | null;
  outcome: string | null;
}

async function noticeOf(caseId: string): Promise<PeriodRow | undefined> {
  return (await query<PeriodRow>(township.urls.admin, 'select * from period where case_id = $1', [caseId]))[0];
}

test('a notice of seven days lasts seven days, and then somebody may confirm [M57 19]', async () => {
  const caseId = await caseOnNotice();
  const begun = await noticeOf(caseId);
  const length = (begun?.ends_at.getTime() ?? 0) - (begun?.starts_at.getTime() ?? 0);
  expect(length).toBeGreaterThanOrEqual(7 * DAY_MS);

  const left = (begun?.ends_at.getTime() ?? 0) - (Date.now() + skipped + offset);
  await letPass(left - 60_000);
  expect(await township.open(caseId)).toEqual(['period:notice:1']);

  await letPass(61_000);
  await township.untilOpen(caseId, 'task:confirm:1');
  const ended = await noticeOf(caseId);
  expect(ended?.outcome).toBe('no-objection');
  expect(ended?.ended_at?.getTime()).toBeGreaterThanOrEqual(ended?.ends_at.getTime() ?? 0);
  expect((ended?.ended_at?.getTime() ?? 0) - (ended?.ends_at.getTime() ?? 0)).toBeLessThan(5000);
});

test('a process that is started again in the middle of a notice does not begin it anew', async () => {
  const caseId = await caseOnNotice();
  const begun = await noticeOf(caseId);
  await letPass(3 * DAY_MS);
  await worker.processes.restart({ caseId, process: 'subsistence-allowance' });
  const left = (begun?.ends_at.getTime() ?? 0) - (Date.now() + skipped + offset);
  await letPass(left + 1000);
  await township.untilOpen(caseId, 'task:confirm:1');
  const ended = await noticeOf(caseId);
  expect([ended?.starts_at, ended?.ends_at]).toEqual([begun?.starts_at, begun?.ends_at]);
});

test('a limit that passes is missed without anybody asking, and who should have acted was warned before', async () => {
  const caseId = await township.apply();
  await township.give(caseId, 'intake', 'accepted');
  await letPass(40 * DAY_MS);
  const clocks = await until('the missed limits', async () => {
    const rows: ClockRow[] = await township.database.transact(systemActor, new Date(Date.now() + skipped + offset).toISOString(), (tx) =>
      clocksOf(tx, caseId),
    );
    return rows.filter(({ state }) => state === 'missed').length === 3 ? rows : undefined;
  });
  expect(clocks.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
    'decision missed',
    'intake-check met',
    'survey-start missed',
    'verification-start missed',
  ]);
  const entries = await query<{ kind: string; at: Date }>(
    township.urls.admin,
    'select kind, at from ledger where case_id = $1 order by id',
    [caseId],
  );
  const warned = entries.findIndex(({ kind }) => kind === 'clock.warned');
  const missed = entries.findIndex(({ kind }) => kind === 'clock.missed');
  expect(warned).toBeGreaterThan(0);
  expect(warned).toBeLessThan(missed);
});
