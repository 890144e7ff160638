// A release changes the statute under 200 parked cases, on a real Temporal server and a real PostgreSQL.
import { type Label, tasks } from '@zhouji/domain';
import { connect, previewOpenCases, restartProcesses, type RunningWorker, startWorker, type TemporalConnections } from '@zhouji/worker';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { temporalForThisFile } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { openTownship, type Township } from '../workflows/township.ts';
import { carryAllOn, type ParkedCase, park, type PlaceName } from './parked.ts';
import { subsistenceAllowance as swapped } from './releases/swapped/statute.ts';
import { subsistenceAllowance as withReview } from './releases/with-review/statute.ts';
import { businessNow, timeOffsetMs } from '../support/business-now.ts';

const CASES = 200;
/** Here the review lies ahead: the opinion has not been opened. */
const AHEAD: PlaceName[] = ['before intake', 'before survey and verification', 'before the verification', 'before the survey'];
const REVIEW = 'task:democratic-review:1';
const quiet = () => undefined;
const now = businessNow;

const { address, namespace, taskQueue } = temporalForThisFile();
let township: Township;
let temporal: TemporalConnections;
let worker: RunningWorker;
let parked: ParkedCase[];

/** The row that a release with the new step would bring; here it lives as long as this file. */
const review = {
  label: { zh: '民主评议', en: 'Democratic review' } satisfies Label,
  duty: 'handle-objection',
  outcomes: { agreed: tasks.opinion.outcomes.eligible, disputed: tasks.opinion.outcomes.eligible },
  due: 'decision',
  separatedFrom: [],
  passedBy: { kinds: ['opinion'], outcome: 'agreed' },
};

beforeAll(async () => {
  township = await openTownship({ now, looksAhead: true });
  temporal = await connect(address, quiet);
  worker = await startRelease();
  parked = await park(township, CASES);
  await untilAllTold();
}, 180_000);

afterAll(async () => {
  await worker.stop();
  await temporal.close();
  await township.close();
});

function startRelease(name?: string): Promise<RunningWorker> {
  const workflows = name === undefined ? {} : { workflows: fileURLToPath(new URL(`./releases/${name}/index.ts`, import.meta.url)) };
  return startWorker({ timeOffsetMs, database: township.workerDatabase, ...temporal, namespace, taskQueue, ...workflows });
}

async function untilAllTold(): Promise<void> {
  await until('every nudge sent', async () => (await query(township.urls.admin, 'select from nudge where dirty > sent')).length === 0, {
    withinMs: 90_000,
  });
}

async function openByCase(): Promise<Map<string, string[]>> {
  return new Map(await Promise.all(parked.map(async ({ caseId }): Promise<[string, string[]]> => [caseId, await township.open(caseId)])));
}

const periods = () => query(township.urls.admin, 'select case_id, kind, round, starts_at, ends_at from period order by 1, 2, 3');
const given = () => query(township.urls.admin, 'select id, outcome, given_at from task where given_by is not null order by id');

/** The release step: the old worker goes, the new one comes, every process is started again. */
async function release(name: string): Promise<{ restarted: number; ms: number }> {
  await worker.stop();
  worker = await startRelease(name);
  const began = performance.now();
  const { restarted } = await restartProcesses({ outbox: worker.outbox, processes: worker.processes });
  return { restarted, ms: performance.now() - began };
}

test(
  'a step added before the opinion is opened where it lies ahead and nowhere else, and the preview has said so',
  { timeout: 180_000 },
  async () => {
    Object.assign(tasks, { 'democratic-review': review });
    const [periodsBefore, givenBefore, openBefore] = [await periods(), await given(), await openByCase()];
    const preview = await previewOpenCases(township.database, { 'subsistence-allowance': withReview });
    expect(preview).toHaveLength(CASES);
    expect(preview.filter(({ fault }) => fault !== undefined)).toEqual([]);

    const { restarted, ms } = await release('with-review');
    expect(restarted).toBe(CASES);
    process.stderr.write(`${CASES} processes started again in ${Math.round(ms)} ms\n`);

    // What the preview said comes true, in all of them: nobody's open work is taken back, and the record tells what was passed.
    expect(preview.filter(({ wouldOpen }) => wouldOpen.length > 0)).toEqual([]);
    expect(idsOf(preview.filter(({ ahead }) => ahead.includes(REVIEW)))).toEqual(casesAt(...AHEAD));
    const passed = idsOf(preview.filter((one) => one.passed.includes(REVIEW)));
    expect(passed.length + casesAt(...AHEAD).length).toBe(CASES);
    await until(
      'every passed step in the ledger',
      async () => {
        const entries = await query<{ case_id: string }>(
          township.urls.admin,
          `select case_id from ledger where kind = 'step.passed' order by 1`,
        );
        return entries.map(({ case_id }) => case_id).join() === passed.join();
      },
      { withinMs: 90_000 },
    );
    expect(await underReview()).toEqual([]);

    // Nothing that was there has moved.
    expect(await periods()).toEqual(periodsBefore);
    expect(await given()).toEqual(givenBefore);
    const openAfter = await openByCase();
    for (const [caseId, keys] of openBefore) expect(openAfter.get(caseId)).toEqual(expect.arrayContaining(keys));
    expect((await restartProcesses({ outbox: worker.outbox, processes: worker.processes, all: true })).restarted).toBe(CASES);
    expect(await openByCase()).toEqual(openAfter);
  },
);

test('the added step is opened once in every case that reaches it, and nowhere else', { timeout: 120_000 }, async () => {
  const reaching = parked.filter(({ place }) => place.name === 'before the verification' || place.name === 'before the survey');
  await carryAllOn(township, reaching);
  for (const { caseId } of reaching) await township.untilOpen(caseId, REVIEW, 60_000);
  expect(await underReview()).toEqual(idsOf(reaching));

  for (const { caseId } of reaching) await township.give(caseId, 'democratic-review', 'agreed', { looksAhead: false });
  for (const { caseId } of reaching) await township.untilOpen(caseId, 'task:opinion:1', 60_000);
  expect(await underReview()).toEqual([]);
});

test('two steps swapped: 200 of 200 cases go on, and no decision is touched', { timeout: 180_000 }, async () => {
  const [periodsBefore, givenBefore] = [await periods(), await given()];
  const preview = await previewOpenCases(township.database, { 'subsistence-allowance': swapped });
  expect(preview.filter(({ fault }) => fault !== undefined)).toEqual([]);
  expect((await release('swapped')).restarted).toBe(CASES);

  await carryAllOn(
    township,
    parked.filter(({ place }) => place.name !== 'before the verification' && place.name !== 'before the survey'),
  );
  await until('every case at what the changed statute wants next', async () => (await behind()).length === 0, { withinMs: 90_000 });
  expect(await periods()).toEqual(expect.arrayContaining(periodsBefore));
  expect(await given()).toEqual(expect.arrayContaining(givenBefore));
  const doubled = await query(
    township.urls.admin,
    `select case_id, kind, step_round from ledger where kind ~ '^(intake|survey|verification|opinion|objection|confirm)[.]' group by 1, 2, 3 having count(*) > 1`,
  );
  expect(doubled).toEqual([]);
});

/** Cases that are not where the swapped statute wants them. */
async function behind(): Promise<string[]> {
  const preview = await previewOpenCases(township.database, { 'subsistence-allowance': swapped });
  return preview.filter(({ wouldOpen, ending }) => wouldOpen.length > 0 || ending !== undefined).map(({ caseId }) => caseId);
}

/** Cases in which the added step waits for somebody. */
async function underReview(): Promise<string[]> {
  const rows = await query<{ case_id: string }>(
    township.urls.admin,
    `select case_id from task where kind = 'democratic-review' and outcome is null order by 1`,
  );
  return rows.map(({ case_id }) => case_id);
}

function casesAt(...names: PlaceName[]): string[] {
  return idsOf(parked.filter(({ place }) => names.includes(place.name)));
}

function idsOf(cases: readonly { caseId: string }[]): string[] {
  return cases.map(({ caseId }) => caseId).toSorted();
}
