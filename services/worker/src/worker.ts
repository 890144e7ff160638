/**
 * The worker's parts, put together: the Temporal worker that runs the processes and answers their looks, the relay, and
 * the reconciler. Whoever starts it owns the connections and the database, and closes them after `stop`.
 */
import { Client, type Connection } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { Bank } from '@zhouji/bank';
import type { Database } from '@zhouji/database';
import { buildOf, bundleWorkflows, type WorkflowBundle, workflowsPath } from '@zhouji/workflows/bundle';
import { statutes } from '@zhouji/workflows/statutes';
import { lookInto } from './activities/look.ts';
import { followCalendar } from './calendar-follower.ts';
import { Outbox } from './outbox.ts';
import { Processes } from './processes.ts';
import { marksInNamespace, type Reconciler, startReconciler } from './reconciler.ts';
import { marksInRecord } from './marks-in-record.ts';
import { type Relay, startRelay } from './relay.ts';
import { anchorFolder } from './anchor-folder.ts';
import { startLedgerAnchors } from './ledger-anchors.ts';
import { startLostCases } from './lost-cases.ts';
import { startPayLists } from './pay-lists.ts';
import type { Regular } from './regularly.ts';
import { type Payments, type PaymentsOptions, startPayments } from './payments.ts';
import { startSweep } from './sweep.ts';
import { type BusinessTime, officeTime } from './time.ts';

export interface WorkerOptions {
  database: Database;
  nativeConnection: NativeConnection;
  connection: Connection;
  namespace?: string;
  taskQueue: string;
  /** Business time; the office's own clock when absent. */
  time?: BusinessTime;
  /** Added to the office's own clock, in milliseconds. */
  timeOffsetMs?: number;
  /** Another entry than this checkout's `workflows/src/index.ts`. */
  workflows?: string;
  workflowBundle?: WorkflowBundle;
  relayConcurrency?: number;
  /** The time-skipping server keeps no marks and no lists: there, everything is started once and swept often. */
  isSandbox?: boolean;
  /** How often the reconciler looks; only tests are in a hurry. */
  reconcileEveryMs?: number;
  /** Who pays; without one, approved payments wait. */
  bank?: { line: Bank; payer?: string; isProduction?: boolean; pace?: NonNullable<PaymentsOptions['pace']>; statementEveryMs?: number };
  /** Where the ledgers are anchored; without one they are not. */
  anchorFolder?: string;
  /** Hears of cases whose process has been told something or has done something. */
  onStir?: (caseId: string) => void;
  log?: (line: string) => void;
}

export interface RunningWorker {
  relay: Relay;
  processes: Processes;
  outbox: Outbox;
  /** Looks at both stores now. */
  reconcile(): Promise<void>;
  payLists: Regular;
  /** Undefined without a bank. */
  payments: Payments | undefined;
  lostCases: Regular;
  /** Undefined without a folder. */
  anchors: Regular | undefined;
  /** Rejects when the Temporal worker fails for good. */
  failed: Promise<never>;
  /** In order: no new nudges, no new work, then what is in hand. */
  stop(): Promise<void>;
}

/** PostgreSQL connections that looks may hold at once; the pool must have as many and a few more. */
export const looksAtOnce = 12;

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const {
    database,
    nativeConnection,
    connection,
    namespace = 'default',
    taskQueue,
    log = () => undefined,
    workflows = workflowsPath,
  } = options;
  // Looks run ahead by the statutes of this checkout; processes of another entry have statutes of their own.
  const table = workflows === workflowsPath ? statutes : undefined;
  const time = options.time ?? officeTime(database, log, options.timeOffsetMs);
  const worker = await Worker.create({
    connection: nativeConnection,
    namespace,
    taskQueue,
    workflowBundle: options.workflowBundle ?? (await bundleWorkflows(workflows)),
    activities: {
      look: lookInto({ database, time, ...(table ? { table } : {}), ...(options.onStir ? { onChange: options.onStir } : {}) }),
    },
    maxConcurrentLocalActivityExecutions: looksAtOnce,
    maxConcurrentActivityTaskExecutions: looksAtOnce,
    maxCachedWorkflows: 300,
    // A worker that was killed leaves tasks on a queue that nobody else reads for this long.
    stickyQueueScheduleToStartTimeout: '5 s',
    shutdownGraceTime: '10 s',
  });
  const running = worker.run();
  const failed = running.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);

  const client = new Client({ connection, namespace });
  const processes = new Processes({ client, taskQueue, build: buildOf(workflows) });
  const outbox = new Outbox(database, time);
  const concurrency = options.relayConcurrency ?? 4;
  const relay = startRelay({ outbox, processes, concurrency, log, ...(options.onStir ? { onTold: options.onStir } : {}) });
  const listening = await database.listen('cases', (payload) => relay.wake(payload));
  const calendar = await followCalendar({ database, time, log });
  const reconciler: Reconciler = options.isSandbox
    ? startSweep({ outbox, processes, concurrency, log })
    : startReconciler({
        outbox,
        processes,
        record: marksInRecord(database, time),
        temporal: marksInNamespace(connection, namespace),
        concurrency: concurrency * 2,
        ...(options.reconcileEveryMs === undefined ? {} : { everyMs: options.reconcileEveryMs }),
        log,
      });

  const payLists = startPayLists({ database, time, log });
  const { bank } = options;
  const payments = bank && startPayments({ ...bank, bank: bank.line, database, time, log });
  const lostCases = startLostCases({ database, time, log });
  const anchors =
    options.anchorFolder === undefined ? undefined : startLedgerAnchors({ database, time, store: anchorFolder(options.anchorFolder), log });

  return {
    relay,
    processes,
    outbox,
    reconcile: () => reconciler.check(),
    payLists,
    payments,
    lostCases,
    anchors,
    failed,
    async stop() {
      await Promise.all([
        reconciler.stop(),
        payLists.stop(),
        payments?.stop(),
        lostCases.stop(),
        anchors?.stop(),
        calendar.stop(),
        listening.close(),
        relay.stop(),
      ]);
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
    },
  };
}

export { followCalendar, recomputeOpenLimits } from './calendar-follower.ts';
export { connect, type TemporalConnections } from './connect.ts';
export { type Payments, startPayments } from './payments.ts';
export { previewOpenCases } from './preview-process.ts';
export { restartProcesses } from './restart-processes.ts';
export { shiftedTime } from './time.ts';
