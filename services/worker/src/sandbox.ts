/**
 * The sandbox: a time-skipping Temporal server that lives in this process's care, and a business clock that can be moved.
 * Business time is the server's time plus a step that only a new lesson changes. Only the environment that started the
 * server can skip its time, so the clock is served from here.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { type Database, getMeta, setMeta, systemActor } from '@zhouji/database';
import type { Instant } from '@zhouji/domain';
import type { TemporalConnections } from './connect.ts';
import { type ClockServer, serveClock } from './clock-server.ts';
import { Unrest } from './unrest.ts';
import type { SandboxSettings } from './settings.ts';
import { type BusinessTime, shiftedTime } from './time.ts';
import type { RunningWorker } from './worker.ts';

export interface Sandbox extends TemporalConnections {
  time: BusinessTime;
  onStir(caseId: string): void;
  /** Opens the clock's door, once the workers run: time that is skipped over a process without a worker breaks the server. */
  serve(worker: RunningWorker): Promise<void>;
  stopServing(): Promise<void>;
  /** Rejects when the server answers no more: whoever starts anew goes on from the record. */
  readonly stuck: Promise<never>;
}

interface SandboxOptions extends SandboxSettings {
  database: Database;
  log: (line: string) => void;
}

const KEY = 'sandboxClock';
/** The process that started the office whose clock this is. */
const OFFICE_KEY = 'sandboxOffice';
const SKIP_WITHIN_MS = 60_000;
const SAVE_EVERY_MS = 5000;

export async function openSandbox({ database, testServerPath, clockPort, from, log }: SandboxOptions): Promise<Sandbox> {
  const server = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: testServerPath } },
  });
  let offset = 0;
  const stuck = Promise.withResolvers<never>();
  stuck.promise.catch(() => undefined);
  const inTime = <Result>(what: string, work: Promise<Result>) => within(SKIP_WITHIN_MS, { what, onLate: stuck.reject }, work);
  const serverNow = () => inTime('asking the time', server.currentTimeMs());
  const time = shiftedTime(() => offset, serverNow);
  const unrest = new Unrest(database, time);

  // The server begins with the machine's time; the office goes on where its clock was left, and never goes back: not to
  // where it was started either, when only this process has to begin again.
  const { left, isRestart } = await database.transact(systemActor, new Date().toISOString(), async (tx) => ({
    left: await getMeta<Instant>(tx, KEY),
    isRestart: (await getMeta<number>(tx, OFFICE_KEY)) === process.ppid,
  }));
  await setTo((isRestart ? left : from) ?? left ?? new Date().toISOString());
  await database.transact(systemActor, await time.now(), (tx) => setMeta(tx, OFFICE_KEY, process.ppid));

  let clock: ClockServer | undefined;
  let saving: NodeJS.Timeout | undefined;
  let moving: Promise<unknown> = Promise.resolve();

  async function setTo(instant: string): Promise<Instant> {
    offset = Date.parse(instant) - (await serverNow());
    return save();
  }

  async function save(): Promise<Instant> {
    const now = await time.now();
    await database.transact(systemActor, now, (tx) => setMeta(tx, KEY, now));
    return now;
  }

  /** One movement at a time. Before and after it, everything that is due has been done. */
  function move(worker: RunningWorker, work: () => Promise<unknown>): Promise<Instant> {
    const moved = moving.then(async () => {
      await unrest.untilGone(worker);
      await work();
      await unrest.untilGone(worker);
      await worker.payLists.check();
      await worker.payments?.check();
      await unrest.untilGone(worker);
      return save();
    });
    moving = moved.catch(() => undefined);
    return moved;
  }

  async function skip(ms: number): Promise<void> {
    if (ms > 0) await inTime('moving the clock', server.sleep(ms));
  }

  return {
    nativeConnection: server.nativeConnection,
    connection: server.connection,
    time,
    stuck: stuck.promise,
    onStir: (caseId) => unrest.add(caseId),
    async serve(worker) {
      clock = await serveClock({
        port: clockPort,
        now: () => time.now(),
        advance: (ms) => move(worker, () => skip(ms)),
        advanceTo: (instant) => move(worker, async () => skip(Date.parse(instant) - Date.parse(await time.now()))),
        lesson: (instant) => move(worker, () => setTo(instant)),
        log,
      });
      saving = setInterval(() => void save().catch(() => undefined), SAVE_EVERY_MS);
    },
    async stopServing() {
      clearInterval(saving);
      await clock?.close();
      await save().catch(() => undefined);
    },
    close: () => server.teardown(),
  };
}

async function within<Result>(
  ms: number,
  { what, onLate }: { what: string; onLate: (error: Error) => void },
  work: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`the time-skipping server did not answer within ${ms / 1000} s (${what})`);
      onLate(error);
      reject(error);
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
