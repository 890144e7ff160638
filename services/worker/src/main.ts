/** The worker's process: starts the parts, says `ready`, and stops them in order. */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { openBank } from '@zhouji/bank';
import { type Database, openDatabase, openMissingAwards, systemActor } from '@zhouji/database';
import { connect } from './connect.ts';
import { openSandbox } from './sandbox.ts';
import { type BankSettings, readSettings, type Settings } from './settings.ts';
import type { BusinessTime } from './time.ts';
import { requireBaseOf } from './require-base-of.ts';
import { looksAtOnce, startWorker, type WorkerOptions } from './worker.ts';

const SPARE_CONNECTIONS = 4;
const LAST_RESORT_MS = 15_000;

await run();

async function run(): Promise<void> {
  const settings = readSettings(process.env);
  // The runtime would take the signals for itself; they are ours, to stop everything in order.
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const stopping = asked();

  const database = openDatabase({ url: settings.databaseUrl, poolSize: looksAtOnce + SPARE_CONNECTIONS });
  await requireBaseOf(database, settings.mode);
  const sandbox = settings.sandbox && (await openSandbox({ database, ...settings.sandbox, log }));
  if (!sandbox) await bringForward(database, settings.timeOffsetMs);
  const temporal = sandbox ?? (await connect(settings.temporalAddress ?? '', log));
  const bank = settings.bank && (await openLine(settings.bank, settings, sandbox?.time));
  const worker = await startWorker({
    database,
    ...temporal,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    relayConcurrency: settings.relayConcurrency,
    timeOffsetMs: settings.timeOffsetMs,
    ...(bank ? { bank } : {}),
    ...(settings.anchorFolder ? { anchorFolder: settings.anchorFolder } : {}),
    ...(sandbox ? { time: sandbox.time, onStir: sandbox.onStir, isSandbox: true } : {}),
    log,
  });
  if (!bank) log('No bank is set: approved payments wait.');
  if (!settings.anchorFolder && settings.mode === 'production')
    log('ANCHOR_FOLDER is not set: no ledger is anchored outside of the database.');
  await sandbox?.serve(worker);
  process.stdout.write('ready\n');

  const failed = [worker.failed, ...(sandbox ? [sandbox.stuck] : [])];
  const fault = await Promise.race([stopping, ...failed.map((one) => one.catch((error: unknown) => error))]);
  setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
  await sandbox?.stopServing();
  await worker.stop();
  await temporal.close();
  await database.close();
  if (fault !== undefined) log(`The worker has failed: ${(fault as Error).message}`);
  process.exit(fault === undefined ? 0 : 1);
}

/** What an earlier version left that this one carries on. */
async function bringForward(database: Database, timeOffsetMs: number): Promise<void> {
  const older = await database.transact(systemActor, new Date(Date.now() + timeOffsetMs).toISOString(), openMissingAwards);
  if (older > 0) log(`${older} awards of an earlier version have got a life of their own.`);
}

/** The line to the bank. @throws Error when money of people would go through a simulated one */
async function openLine(
  { url, secret, payer, pace: { statementEveryMs, ...pace } }: BankSettings,
  { mode, timeOffsetMs }: Settings,
  time?: BusinessTime,
): Promise<WorkerOptions['bank']> {
  const line = openBank({ url, secret, now: () => time?.now() ?? new Date(Date.now() + timeOffsetMs).toISOString() });
  const isProduction = mode === 'production';
  if (isProduction && (await line.isThere()).isSimulated) throw new Error('BANK_URL names a simulated bank; MODE is production.');
  return {
    line,
    isProduction,
    pace,
    ...(statementEveryMs === undefined ? {} : { statementEveryMs }),
    ...(payer === undefined ? {} : { payer }),
  };
}

/** Resolves when somebody asks the process to stop, or the one that started it is gone. */
function asked(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined));
    process.once('disconnect', () => resolve(undefined));
  });
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
