// An award's process on a real Temporal server: opened by the grant, asleep until a change calls it, and never doubled.
import { awardOf, reportChange, setParameterSet, systemActor } from '@zhouji/database';
import { connect, restartProcesses, startWorker, type RunningWorker, type TemporalConnections } from '@zhouji/worker';
import { bundleWorkflows } from '@zhouji/workflows/bundle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporalForThisFile } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { openTownship, type Township } from './township.ts';
import { businessNow, timeOffsetMs } from '../support/business-now.ts';

const quiet = () => undefined;
const { address, namespace, taskQueue } = temporalForThisFile();
let township: Township;
let temporal: TemporalConnections;
let worker: RunningWorker;

beforeAll(async () => {
  township = await openTownship({ now: businessNow, looksAhead: false });
  await township.database.transact(systemActor, businessNow(), (tx) => setParameterSet(tx, '999901101', 'demo.without-notice'));
  temporal = await connect(address, quiet);
  worker = await startWorker({
    ...{ timeOffsetMs, database: township.workerDatabase, ...temporal, namespace, taskQueue },
    workflowBundle: await bundleWorkflows(),
  });
});

afterAll(async () => {
  await worker.stop();
  await temporal.close();
  await township.close();
});

test('a grant opens the award and its process without anybody looking ahead; a change calls the review; a new start doubles nothing', async () => {
  const caseId = await township.apply();
  for (const [kind, outcome] of [
    ['intake', 'accepted'],
    ['survey', 'done'],
    ['verification', 'consistent'],
    ['opinion', 'eligible'],
    ['confirm', 'confirmed'],
  ] as const)
    await township.give(caseId, kind, outcome);
  expect(await township.untilLeft(caseId)).toBe('granted');
  const life = await until('the award', () => township.database.transact(systemActor, businessNow(), (tx) => awardOf(tx, caseId)));
  const award = life?.caseId ?? '';
  await township.untilOpen(award, 'period:review-interval:1');

  await township.database.transact(systemActor, businessNow(), (tx) =>
    reportChange(tx, { caseId: award, what: 'income', text: '工资有变化' }),
  );
  await township.untilOpen(award, 'task:review:1');
  await worker.processes.restart({ caseId: award, process: 'subsistence-award' });
  await restartProcesses({ outbox: worker.outbox, processes: worker.processes, all: true });
  await township.give(award, 'review', 'unchanged');
  await township.untilOpen(award, 'period:review-interval:2');
  expect(await township.open(award)).toEqual(['period:review-interval:2']);
  expect((await township.settled(award)).map(({ kind, outcome }) => `${kind} ${outcome}`).toSorted()).toEqual([
    'review unchanged',
    'review-interval called-early',
    'unchanged-notice done',
  ]);
});
