// The durable runner on a real Temporal server and a real PostgreSQL. Time itself is in `periods.test.ts`.
import { Client } from '@temporalio/client';
import { lettersOf, serveLetter, systemActor } from '@zhouji/database';
import { connect, restartProcesses, startWorker, type RunningWorker, type TemporalConnections } from '@zhouji/worker';
import { bundleWorkflows } from '@zhouji/workflows/bundle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporalForThisFile } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { openTownship, type Township } from './township.ts';
import { businessNow, timeOffsetMs } from '../support/business-now.ts';

const quiet = () => undefined;
const now = businessNow;

for (const looksAhead of [true, false]) {
  describe(looksAhead ? 'where outcomes look ahead' : 'where only the process opens steps', () => {
    let township: Township;
    let temporal: TemporalConnections;
    let worker: RunningWorker;
    const { address, namespace, taskQueue } = temporalForThisFile();

    beforeAll(async () => {
      township = await openTownship({ now, looksAhead });
      temporal = await connect(address, quiet);
      worker = await startWorker({
        timeOffsetMs,
        database: township.workerDatabase,
        ...temporal,
        namespace,
        taskQueue,
        workflowBundle: await bundleWorkflows(),
      });
    });

    afterAll(async () => {
      await worker.stop();
      await temporal.close();
      await township.close();
    });

    async function isRunning(caseId: string): Promise<boolean> {
      const client = new Client({ connection: temporal.connection, namespace });
      return (await client.workflow.getHandle(`case/${caseId}`).describe()).status.name === 'RUNNING';
    }

    test('a case goes from the application to the notice', async () => {
      const caseId = await township.apply();
      await township.give(caseId, 'intake', 'accepted');
      await township.give(caseId, 'survey', 'done');
      await township.give(caseId, 'verification', 'consistent');
      await township.give(caseId, 'opinion', 'eligible');
      await township.untilOpen(caseId, 'period:notice:1');
      expect(await township.open(caseId)).toEqual(['period:notice:1']);
    });

    test('a case that is refused ends, and its process lives on until the letter is served or its limit has passed', async () => {
      const caseId = await township.apply();
      await township.give(caseId, 'intake', 'accepted');
      await township.give(caseId, 'survey', 'done');
      await township.give(caseId, 'verification', 'consistent');
      await township.give(caseId, 'opinion', 'not-eligible');
      expect(await township.untilLeft(caseId)).toBe('refused');
      // Looking ahead has closed the case before anybody told its process.
      await until('its process', () => isRunning(caseId));

      await township.database.transact(systemActor, now(), async (tx) => {
        const letter = (await lettersOf(tx, caseId)).find(({ kind }) => kind === 'refusal');
        await serveLetter(tx, { letterId: letter?.id ?? '', how: 'in-person' });
      });
      await until('the end of its process', async () => !(await isRunning(caseId)));
    });

    test('a nudge too many changes nothing', async () => {
      const caseId = await township.apply();
      await township.untilOpen(caseId, 'task:intake:1');
      const before = await township.settled(caseId);
      await Promise.all(Array.from({ length: 20 }, () => worker.processes.nudge({ caseId, process: 'subsistence-allowance' })));
      await township.give(caseId, 'intake', 'accepted');
      await township.untilOpen(caseId, 'task:survey:1');
      expect(before).toEqual([]);
      expect((await township.open(caseId)).toSorted()).toEqual(['task:survey:1', 'task:verification:1']);
    });

    test('a process that is started again from nothing goes on where its record stands, and opens nothing twice', async () => {
      const caseId = await township.apply();
      await township.give(caseId, 'intake', 'accepted');
      await township.give(caseId, 'survey', 'done');
      await township.untilOpen(caseId, 'task:verification:1');
      const before = await township.open(caseId);
      await worker.processes.restart({ caseId, process: 'subsistence-allowance' });
      await township.give(caseId, 'verification', 'consistent');
      await township.untilOpen(caseId, 'task:opinion:1');
      expect(before).toEqual(['task:verification:1']);
      expect(await township.open(caseId)).toEqual(['task:opinion:1']);
    });

    test('a second release step under the same code finds nothing to do', async () => {
      await restartProcesses({ outbox: worker.outbox, processes: worker.processes, all: true });
      const again = await until('a release step with nothing to do', async () => {
        const result = await restartProcesses({ outbox: worker.outbox, processes: worker.processes });
        return result.restarted === 0 ? result : undefined;
      });
      expect(again.left).toBeGreaterThan(0);
    });
  });
}
