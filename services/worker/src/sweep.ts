import type { Outbox } from './outbox.ts';
import type { Processes } from './processes.ts';
import type { Reconciler } from './reconciler.ts';
import { sideBySide } from './side-by-side.ts';

interface SweepOptions {
  outbox: Pick<Outbox, 'behind' | 'open'>;
  processes: Pick<Processes, 'nudge'>;
  concurrency: number;
  log: (line: string) => void;
}

const EVERY_MS = 10_000;

/** The reconciler of the sandbox, whose Temporal store lives in memory: it starts every open case's process once, and nudges those that are behind. */
export function startSweep({ outbox, processes, concurrency, log }: SweepOptions): Reconciler {
  let isStarted = false;
  let isStopping = false;
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => void check(), EVERY_MS);
  void check();

  function check(): Promise<void> {
    working = working.then(sweep).catch((error: unknown) => log(`The sweep will try again: ${(error as Error).message}`));
    return working;
  }

  async function sweep(): Promise<void> {
    if (isStopping) return;
    const cases = isStarted ? await outbox.behind() : await outbox.open();
    await sideBySide(
      cases,
      () => concurrency,
      (one) => (isStopping ? Promise.resolve() : processes.nudge(one)),
    );
    isStarted = true;
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
