/**
 * Brings on what everybody else forgot, forward only and from PostgreSQL alone. Nothing flows from a process back into
 * the record.
 *
 * - Each tick it leaves a mark in both stores. Where they disagree, Temporal's store is another one or an older one: every
 *   open case's process is started, the due first.
 * - Cases whose next instant has passed are nudged.
 * - Open cases and running processes are compared; the missing are started, and those whose case is closed are nudged,
 *   look, and end.
 */
import { randomUUID } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import type { Outbox } from './outbox.ts';
import type { CarriedCase, Processes } from './processes.ts';
import { sideBySide } from './side-by-side.ts';

export interface Marks {
  get(): Promise<Mark | undefined>;
  set(mark: Mark): Promise<void>;
}

/** Which Temporal store drives the cases, and how often both stores were seen together. */
export interface Mark {
  store: string;
  tick: number;
}

export interface ReconcilerOptions {
  outbox: Pick<Outbox, 'behind' | 'open'>;
  processes: Pick<Processes, 'nudge' | 'running'>;
  /** The mark as PostgreSQL keeps it, and as Temporal does. */
  record: Marks;
  temporal: Marks;
  concurrency: number;
  /** How often the stores are looked at; the mark moves on every sixth time, the comparison comes every thirtieth. */
  everyMs?: number;
  log: (line: string) => void;
}

export interface Reconciler {
  /** Looks at both stores now. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 10_000;
const TICK_EVERY = 6;
const COMPARE_EVERY = 30;

export function startReconciler(options: ReconcilerOptions): Reconciler {
  const { outbox, processes, record, temporal, concurrency, everyMs = EVERY_MS, log } = options;
  let turn = 0;
  let isStopping = false;
  let working: Promise<void> = Promise.resolve();
  let isQuiet = true;

  const timer = setInterval(() => void check(), everyMs);
  void check();

  /** One at a time. */
  function check(): Promise<void> {
    const before = working;
    working = attempt();
    return working;

    async function attempt(): Promise<void> {
      await before;
      if (!isStopping) await reconcileQuietly();
    }
  }

  /** A fault is told once and tried again at the next turn. */
  async function reconcileQuietly(): Promise<void> {
    try {
      await reconcile();
      isQuiet = true;
    } catch (error) {
      if (isQuiet) log(`The reconciler will try again: ${(error as Error).message}`);
      isQuiet = false;
    }
  }

  async function reconcile(): Promise<void> {
    const [ours, theirs] = [await record.get(), await temporal.get()];
    if (!ours || !theirs || ours.store !== theirs.store || Math.abs(ours.tick - theirs.tick) > 1) return rebuild(ours);
    if (turn % TICK_EVERY === 0) {
      await mark({ store: ours.store, tick: Math.max(ours.tick, theirs.tick) + 1 });
      await tell(await outbox.behind());
    }
    if (turn % COMPARE_EVERY === COMPARE_EVERY - 1) await compare();
    turn++;
  }

  /** Another store, or a restored one: everything starts again from the record. The mark is left last, so a rebuild that is cut off is done again. */
  async function rebuild(ours: Mark | undefined): Promise<void> {
    const began = performance.now();
    const open = await outbox.open();
    await sideBySide(open, limit, (one) => (isStopping ? Promise.resolve() : processes.nudge(one)));
    if (isStopping) return;
    await mark({ store: randomUUID(), tick: (ours?.tick ?? 0) + 1 });
    const seconds = (performance.now() - began) / 1000;
    if (open.length > 0) log(`Temporal's store is another one: started ${open.length} processes again in ${seconds.toFixed(1)} s.`);
  }

  /** First in Temporal: cut off in between, the two are one apart, which is no disagreement. */
  async function mark(next: Mark): Promise<void> {
    await temporal.set(next);
    await record.set(next);
  }

  async function compare(): Promise<void> {
    const running = new Set<string>();
    for await (const { caseId } of processes.running()) running.add(caseId);
    const open = await outbox.open();
    await tell(open.filter(({ caseId }) => !running.has(caseId)));
  }

  async function tell(cases: CarriedCase[]): Promise<void> {
    await sideBySide(cases, limit, (one) => (isStopping ? Promise.resolve() : processes.nudge(one)));
    if (cases.length > 0) log(`Nudged ${cases.length} cases that were behind.`);
  }

  function limit(): number {
    return concurrency;
  }

  return {
    check,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await working;
    },
  };
}

/** The mark that Temporal keeps: in the record of the namespace itself, so that it comes and goes with the store. */
export function marksInNamespace(connection: Connection, namespace: string): Marks {
  const service = connection.workflowService;
  return {
    async get() {
      const { namespaceInfo } = await connection.withDeadline(Date.now() + 5000, () => service.describeNamespace({ namespace }));
      const store = namespaceInfo?.data?.['zhouji.store'];
      return store ? { store, tick: Number(namespaceInfo?.data?.['zhouji.tick']) } : undefined;
    },
    async set({ store, tick }) {
      const updateInfo = { data: { 'zhouji.store': store, 'zhouji.tick': String(tick) } };
      await connection.withDeadline(Date.now() + 5000, () => service.updateNamespace({ namespace, updateInfo }));
    },
  };
}
