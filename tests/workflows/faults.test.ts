// What goes wrong in a process never ends it: the case stands, nothing is lost, and it goes on when the fault is cured.
import { Client } from '@temporalio/client';
import { connect, restartProcesses, startWorker, type TemporalConnections } from '@zhouji/worker';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporalForThisFile } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { openTownship, type Township } from './township.ts';
import { businessNow, timeOffsetMs } from '../support/business-now.ts';

const { address, namespace, taskQueue } = temporalForThisFile();
let township: Township;
let temporal: TemporalConnections;

beforeAll(async () => {
  township = await openTownship({ now: businessNow, looksAhead: false });
  temporal = await connect(address, () => undefined);
});

afterAll(async () => {
  await temporal.close();
  await township.close();
});

test('a statute that throws stops its case and not its process; a cured release carries the case on', async () => {
  const database = township.workerDatabase;
  const faulty = fileURLToPath(new URL('./faulty/index.ts', import.meta.url));
  const first = await startWorker({ timeOffsetMs, database, ...temporal, namespace, taskQueue, workflows: faulty });
  const caseId = await township.apply();
  await township.give(caseId, 'intake', 'accepted');
  const handle = new Client({ connection: temporal.connection, namespace }).workflow.getHandle(`case/${caseId}`);
  await until('the failed workflow task', async () =>
    (await handle.fetchHistory()).events?.some(({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes),
  );
  expect((await handle.describe()).status.name).toBe('RUNNING');
  expect(await township.settled(caseId)).toEqual([{ step: 'task', kind: 'intake', round: 1, outcome: 'accepted' }]);
  await first.stop();

  const cured = await startWorker({ timeOffsetMs, database, ...temporal, namespace, taskQueue });
  await restartProcesses({ outbox: cured.outbox, processes: cured.processes });
  await township.untilOpen(caseId, 'task:survey:1', 30_000);
  await cured.stop();
});
