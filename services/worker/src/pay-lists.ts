import { type Database, makeDuePayLists, payingTownships, systemActor } from '@zhouji/database';
import type { BusinessTime } from './time.ts';

export interface PayListsOptions {
  database: Database;
  time: BusinessTime;
  everyMs?: number;
  log: (line: string) => void;
}

export interface PayLists {
  /** Makes what is due now; resolves when it is made. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;

/**
 * M57 25 — Makes the payment lists of each township on their day, and those that were missed. It keeps nothing: what is
 * due is asked of the record each time, and a list that is there is not made again, whoever made it.
 */
export function startPayLists({ database, time, everyMs = EVERY_MS, log }: PayListsOptions): PayLists {
  let working: Promise<void> = Promise.resolve();
  let isStopping = false;
  let isQuiet = true;
  const timer = setInterval(() => void check(), everyMs);
  void check();

  /** One at a time. */
  function check(): Promise<void> {
    working = working.then(makeQuietly);
    return working;
  }

  /** A fault is told once and tried again at the next turn. */
  async function makeQuietly(): Promise<void> {
    try {
      if (!isStopping) await make();
      isQuiet = true;
    } catch (error) {
      if (isQuiet) log(`Payment lists will be tried again: ${(error as Error).message}`);
      isQuiet = false;
    }
  }

  /** One short transaction a township: one that cannot be worked out holds up no other. */
  async function make(): Promise<void> {
    const now = await time.now();
    for (const place of await database.transact(systemActor, now, (tx) => payingTownships(tx))) {
      if (isStopping) return;
      const made = await database.transact(systemActor, now, (tx) => makeDuePayLists(tx, place));
      if (made > 0) log(`Made ${made} payment lists.`);
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
