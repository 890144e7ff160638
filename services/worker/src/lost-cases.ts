import { type Database, keepLostCases, systemActor } from '@zhouji/database';
import type { BusinessTime } from './time.ts';

export interface LostCasesOptions {
  database: Database;
  time: BusinessTime;
  everyMs?: number;
  log: (line: string) => void;
}

export interface LostCases {
  /** Looks now; resolves when it is put down. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;

/** Nobody is lost [LAW 39, 50]: looks every minute for cases that wait on nobody, and puts them down for the county to see. */
export function startLostCases({ database, time, everyMs = EVERY_MS, log }: LostCasesOptions): LostCases {
  let working: Promise<void> = Promise.resolve();
  let isStopping = false;
  let isQuiet = true;
  const timer = setInterval(() => void check(), everyMs);
  void check();

  /** One at a time. */
  function check(): Promise<void> {
    working = working.then(lookQuietly);
    return working;
  }

  /** A fault is told once and tried again at the next turn. */
  async function lookQuietly(): Promise<void> {
    if (isStopping) return;
    try {
      const { lost, added } = await database.transact(systemActor, await time.now(), keepLostCases);
      if (added > 0) log(`${lost.length} cases wait on nobody; ${added} of them were not known.`);
      isQuiet = true;
    } catch (error) {
      if (isQuiet) log(`Cases that wait on nobody will be looked for again: ${(error as Error).message}`);
      isQuiet = false;
    }
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
