/**
 * Carries nudges from PostgreSQL to Temporal. A nudge is a counter in the case's row, so nothing can be lost: it is
 * claimed in one short transaction, sent outside of any, and cleared in another if it has not moved. Whatever dies in
 * between, the case is told once more, which does no harm.
 */
import type { Nudge } from '@zhouji/database';
import type { Outbox } from './outbox.ts';
import type { Processes } from './processes.ts';
import { sideBySide } from './side-by-side.ts';

export interface RelayOptions {
  outbox: Pick<Outbox, 'claim' | 'clear' | 'release'>;
  processes: Pick<Processes, 'nudge'>;
  /** Sent side by side. While people are working, nudges that can wait, because somebody looked ahead, go one by one. */
  concurrency: number;
  /** A case's process has been told. */
  onTold?: (caseId: string) => void;
  log: (line: string) => void;
}

export interface Relay {
  /** Something was committed. Null: notifications may have been missed. */
  wake(payload: string | null): void;
  /** Nudges that were claimed and not yet cleared. */
  readonly inHand: number;
  stop(): Promise<void>;
}

const BATCH = 32;
/** Losing a notification costs no more than this. */
const POLL_MS = 500;
const BUSY_FROM_PER_SECOND = 25;
/** Most of what is announced is for screens: who has asked in vain asks again a little later each time. */
const IN_VAIN_MS = { step: 10, most: 200 };
const PAUSES_MS = [250, 500, 1000, 2000];

export function startRelay({ outbox, processes, concurrency, onTold, log }: RelayOptions): Relay {
  const heard: number[] = [];
  let isWoken = true;
  let wakeUp: () => void = () => undefined;
  let isStopping = false;
  let inHand = 0;
  let failures = 0;
  let inVain = 0;

  const running = run();

  async function run(): Promise<void> {
    while (!isStopping) {
      isWoken = false;
      const claimed = await outbox.claim(BATCH, isBusy()).catch(trouble('PostgreSQL', [] as Nudge[]));
      inVain = claimed.length > 0 ? 0 : inVain + 1;
      if (claimed.length > 0) {
        await send(claimed);
        continue;
      }
      // Whoever stops is not kept waiting: the longest of these is short.
      if (inVain > 1) await new Promise((resolve) => setTimeout(resolve, Math.min(inVain * IN_VAIN_MS.step, IN_VAIN_MS.most)));
      await sleep(failures > 0 ? pause() : POLL_MS);
    }
  }

  async function send(claimed: Nudge[]): Promise<void> {
    inHand = claimed.length;
    const told: Nudge[] = [];
    const limit = () => (isBusy() && claimed.every(({ canWait }) => canWait) ? 1 : concurrency);
    await sideBySide(claimed, limit, async (nudge) => {
      await processes.nudge(nudge);
      onTold?.(nudge.caseId);
      told.push(nudge);
    }).then(() => (failures = 0), trouble('Temporal', undefined));
    const untold = claimed.filter((nudge) => !told.includes(nudge));
    // Should this fail as well, the claims run out by themselves.
    await outbox
      .clear(told)
      .then(() => outbox.release(untold))
      .catch(trouble('PostgreSQL', undefined));
    inHand = 0;
    if (untold.length > 0) await sleep(pause());
  }

  /** People are working: what nobody waits for leaves the machine to them. */
  function isBusy(): boolean {
    const since = performance.now() - 1000;
    while (heard.length > 0 && (heard[0] ?? 0) < since) heard.shift();
    return heard.length >= BUSY_FROM_PER_SECOND;
  }

  function trouble<Otherwise>(whose: string, otherwise: Otherwise): (error: unknown) => Otherwise {
    return (error) => {
      if (failures++ === 0) log(`The relay cannot reach ${whose}: ${(error as Error).message}. It keeps trying.`);
      return otherwise;
    };
  }

  function pause(): number {
    return PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? POLL_MS;
  }

  function sleep(ms: number): Promise<void> {
    if (isStopping || (isWoken && failures === 0)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    wake(payload) {
      if (payload !== null) heard.push(performance.now());
      isWoken = true;
      if (failures === 0) wakeUp();
    },
    get inHand() {
      return inHand;
    },
    async stop() {
      isStopping = true;
      wakeUp();
      await running;
    },
  };
}
