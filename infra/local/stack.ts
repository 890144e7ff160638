// The whole system on one machine. `startStack` is what npm start, the sandbox, the tests, the player and the benchmark have in common.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getTimeOffset } from './business-time.ts';
import { announce, getSecrets, occupy, release } from './data-folder.ts';
import type { DatabaseUrls } from './database-urls.ts';
import { findFreePort } from './free-port.ts';
import { migrate, runNode } from './migrate.ts';
import { findMarked, memoryOf } from './process-table.ts';
import { type Say, sayOnStderr, step } from './say.ts';
import { createDatabase, isFilled, noteFilled, startDatabase } from './stack-database.ts';
import { apiPart, bankPart, workerPart } from './stack-services.ts';
import { startTemporalPart } from './stack-temporal.ts';
import type { Supervised } from './supervised.ts';
import { findTestServer } from './temporal.ts';
import { findWebHandler } from './web-build.ts';

export { databaseUrls, withDatabase, type DatabaseUrls, type RolePasswords } from './database-urls.ts';
export { findOccupant } from './data-folder.ts';
export { offsetFor } from './business-time.ts';
export { findFreePort } from './free-port.ts';
export { migrate } from './migrate.ts';
export { stopOrphans } from './orphans.ts';
export { removePlace } from './postgres-place.ts';
export { startPostgres, type Postgres } from './postgres.ts';
export { startSimulatedBank, type SimulatedBank } from './simulated-bank.ts';
export { identify, isAlive, isRunning, memoryOf, type ProcessIdentity } from './process-table.ts';
export { PlainError, type Say } from './say.ts';
export { supervise, type Supervised } from './supervised.ts';
export { findTemporal, findTestServer, startTemporal, type Temporal, type TemporalServer } from './temporal.ts';
export { findWebHandler } from './web-build.ts';

/**
 * - `demo`: kept, filled with the demo county on its first start, on a real Temporal server.
 * - `sandbox`: made anew at each start, filled, on the time-skipping server with a clock that can be moved.
 * - `bare`: migrated and empty, on a real Temporal server, without the web: for tests and measurements.
 */
export type StackMode = 'demo' | 'sandbox' | 'bare';

export interface StackSettings {
  mode: StackMode;
  dataFolder: string;
  /** Wanted ports; where one is absent or taken, another is found. */
  ports?: { api?: number; postgres?: number; temporal?: number };
  /** Whether the API opens the next tasks itself, in the transaction of an outcome. */
  lookAhead?: boolean;
  /** False: the database never forces anything to disk. Never for crash tests or measurements. */
  durable?: boolean;
  /** Whether the web is built and served; by default not in `bare`. */
  web?: boolean;
  /** Whether a simulated bank pays; by default not in `bare`. */
  bank?: boolean;
  /** Where the sandbox's clock starts, in Asia/Shanghai, such as 2026-09-01T09:00. */
  from?: string;
  /** More variables for API, worker, migration and seed; DATABASE_URL, DATABASE_ADMIN_URL and TEMPORAL_ADDRESS in it replace the embedded parts. */
  env?: NodeJS.ProcessEnv;
  /** Gives up a start that is still under way. */
  signal?: AbortSignal;
  say?: Say;
}

export interface Stack {
  url: string;
  databaseUrls: DatabaseUrls;
  /** Undefined in the sandbox: its worker owns the server. */
  temporalAddress: string | undefined;
  taskQueue: string;
  /** Undefined for what somebody else runs. */
  processes: {
    api: Supervised;
    worker: Supervised;
    bank: Supervised | undefined;
    postgres: Supervised | undefined;
    temporal: Supervised | undefined;
  };
  /** Milliseconds of each part of the start. */
  timings: Record<string, number>;
  /** Memory of the whole process tree in MB, this process included. */
  memory(): { rss: number; pss: number };
  /** API, worker, Temporal, PostgreSQL, in this order. Nothing is left running. */
  stop(): Promise<void>;
}

const SEED = new URL('../../services/api/src/demo/seed.ts', import.meta.url);
const HOST = '127.0.0.1';
const TASK_QUEUE = 'zhouji';
/** Marks every process of a stack, so that none is forgotten, not even a grandchild whose parent was killed. */
const MARK = 'ZHOUJI_STACK';

/** @throws PlainError whenever a person must put something right; nothing is left running then */
export async function startStack(settings: StackSettings): Promise<Stack> {
  const dataFolder = resolve(settings.dataFolder);
  occupy(dataFolder);
  const mark = randomBytes(8).toString('hex');
  const started: Supervised[] = [];
  try {
    return await startParts({ ...settings, dataFolder }, { started, mark });
  } catch (error) {
    await stopParts({ dataFolder, started, mark });
    throw error;
  }
}

async function startParts(
  settings: StackSettings & { dataFolder: string },
  { started, mark }: { started: Supervised[]; mark: string },
): Promise<Stack> {
  const { mode, dataFolder, ports = {}, lookAhead = true, durable = true, web = mode !== 'bare', say = sayOnStderr } = settings;
  const { timings, timed } = stopwatch();
  const began = performance.now();
  const secrets = getSecrets(dataFolder);
  const outer = { ...process.env, ...settings.env };
  // API and worker get what they need by name below; the superuser's login is for the migration and the seed alone.
  const { DATABASE_ADMIN_URL: _admin, TEMPORAL_ADDRESS: _address, ...plain } = outer;
  // The sandbox has a clock of its own.
  const timeOffset = mode === 'sandbox' ? 0 : getTimeOffset(dataFolder);
  if (timeOffset !== 0) say(`The calendar of next year is not published yet: business time runs ${-timeOffset / 86_400_000} days behind.`);
  const env: NodeJS.ProcessEnv = { ...plain, [MARK]: mark, TIME_OFFSET_MS: String(timeOffset) };
  const log = (name: string) => join(dataFolder, 'logs', `${name}.log`);
  const documentsFolder = join(dataFolder, 'documents');
  const anchorFolder = outer['ANCHOR_FOLDER'] ?? join(dataFolder, 'anchors');
  mkdirSync(documentsFolder, { recursive: true, mode: 0o700 });

  // What may be downloading, building or starting goes side by side.
  const database = startDatabase({
    dataFolder,
    ...(ports.postgres ? { port: ports.postgres } : {}),
    durable,
    passwords: secrets,
    env: outer,
    say,
  }).then((made) => {
    if (made.part) started.unshift(made.part);
    return made;
  });
  const [{ part: postgres, urls, mayMigrate }, temporal, handler] = await settle([
    timed('postgres', database),
    timed(
      'temporal',
      mode === 'sandbox' ? Promise.resolve(undefined) : startTemporalPart({ dataFolder, port: ports.temporal, env, outer, say, started }),
    ),
    timed('web', web ? findWebHandler(say) : Promise.resolve(undefined)),
  ]);

  settings.signal?.throwIfAborted();

  const fills = mode !== 'bare';
  if (postgres) await createDatabase({ urls, dataFolder, anew: mode === 'sandbox' });
  if (mayMigrate)
    await timed(
      'migrate',
      step('Bringing the database to the schema of this version', say, () =>
        migrate({ adminUrl: urls.admin, passwords: secrets, env, say }),
      ),
    );
  const serviceMode = mode === 'bare' ? 'demo' : mode;
  if (fills && !isFilled(dataFolder)) {
    const seedEnv = {
      ...env,
      DATABASE_URL: urls.app,
      DATABASE_ADMIN_URL: urls.admin,
      DOCUMENTS_FOLDER: documentsFolder,
      MODE: serviceMode,
      ...(settings.from ? { SANDBOX_FROM: settings.from } : {}),
    };
    await timed(
      'seed',
      step('Filling the database with the demo county', say, () =>
        runNode(SEED, { env: seedEnv, say, failure: 'The demo county could not be filled in' }),
      ),
    );
  }
  noteFilled(dataFolder);
  settings.signal?.throwIfAborted();

  const port = await findFreePort({ ...(ports.api ? { wanted: ports.api } : {}), purpose: 'the address to open', say });
  const url = `http://${HOST}:${port}`;
  const clockPort = mode === 'sandbox' ? await findFreePort() : undefined;
  const taskQueue = outer['TASK_QUEUE'] ?? TASK_QUEUE;

  const bank = (settings.bank ?? fills) ? { port: await findFreePort(), secret: bankKeyOf(secrets.session) } : undefined;
  const services = { env, log, say, host: HOST, port, mode: serviceMode, clockPort, bank } as const;
  const api = apiPart({ ...services, url, databaseUrl: urls.app, sessionSecret: secrets.session, documentsFolder, lookAhead, handler });
  const worker = workerPart({
    ...services,
    databaseUrl: urls.worker,
    taskQueue,
    temporalAddress: temporal?.address(),
    namespace: outer['TEMPORAL_NAMESPACE'] ?? 'default',
    testServer: clockPort ? (await findTestServer({ env: outer, say })).path : undefined,
    from: settings.from,
    // A lesson begins anew, and what is forgotten cannot be anchored.
    anchorFolder: mode === 'sandbox' ? undefined : anchorFolder,
  });

  const ledgerFile = join(dataFolder, 'bank.jsonl');
  if (mode === 'sandbox') rmSync(ledgerFile, { force: true });
  const bankRun = bank && bankPart({ ...services, bank, apiUrl: url, ledgerFile });

  started.unshift(api, worker, ...(bankRun ? [bankRun] : []));
  const serve = () =>
    Promise.all([timed('api', api.start()), timed('worker', worker.start()), ...(bankRun ? [timed('bank', bankRun.start())] : [])]);
  // The sandbox's API asks the worker for the time.
  await step('Starting the API and the worker', say, () => (clockPort ? timed('worker', worker.start()).then(serve) : serve()));
  timings['total'] = Math.round(performance.now() - began);
  const namespace = outer['TEMPORAL_NAMESPACE'] ?? 'default';
  announce(dataFolder, {
    url,
    ...(temporal
      ? {
          doors: {
            DATABASE_URL: urls.worker,
            TEMPORAL_ADDRESS: temporal.address(),
            TEMPORAL_NAMESPACE: namespace,
            TASK_QUEUE: taskQueue,
            TIME_OFFSET_MS: String(timeOffset),
            ANCHOR_FOLDER: anchorFolder,
          },
        }
      : {}),
  });

  return {
    url,
    databaseUrls: urls,
    temporalAddress: temporal?.address(),
    taskQueue,
    processes: { api, worker, bank: bankRun, postgres, temporal: temporal?.part },
    timings,
    memory: () => memoryOf([process.pid, ...started.flatMap(({ pid }) => pid ?? []), ...findMarked(MARK, mark)]),
    stop: () => stopParts({ dataFolder, started, mark }),
  };
}

async function stopParts({ dataFolder, started, mark }: { dataFolder: string; started: Supervised[]; mark: string }): Promise<void> {
  const order = ['The API', 'The worker', 'The simulated bank', 'Temporal', 'PostgreSQL'];
  for (const part of started.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))) await part.stop();
  for (const pid of findMarked(MARK, mark)) process.kill(pid, 'SIGKILL');
  release(dataFolder);
}

/** What the simulated bank and the office share: made from this installation's own secret, so that there is nothing more to keep. */
function bankKeyOf(secret: string): string {
  return createHash('sha256').update(`bank ${secret}`).digest('hex');
}

/** Waits for all, also when one fails: nothing may still be starting when everything is stopped. */
async function settle<Parts extends unknown[]>(parts: { [Place in keyof Parts]: Promise<Parts[Place]> }): Promise<Parts> {
  const ends = await Promise.allSettled(parts);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(parts) as Promise<Parts>;
}

function stopwatch(): { timings: Record<string, number>; timed: <Result>(name: string, work: Promise<Result>) => Promise<Result> } {
  const timings: Record<string, number> = {};
  return {
    timings,
    async timed(name, work) {
      const began = performance.now();
      const result = await work;
      timings[name] ??= Math.round(performance.now() - began);
      return result;
    },
  };
}
