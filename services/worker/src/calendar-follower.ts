import { casesToRecompute, type Database, recomputeCase, systemActor } from '@zhouji/database';
import type { BusinessTime } from './time.ts';

/**
 * Works open limits out again when a year of the calendar has been imported. Each case is a transaction of its own, and
 * which are left is read from the limits themselves: cut off at any point, it goes on where it was. It looks when an
 * import is announced, and from time to time, for what was begun before the import and written after it.
 */
export interface CalendarFollower {
  /** Looks now. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;
const PAGE = 100;

export async function followCalendar({
  database,
  time,
  everyMs = EVERY_MS,
  log,
}: {
  database: Database;
  time: BusinessTime;
  everyMs?: number;
  log: (line: string) => void;
}): Promise<CalendarFollower> {
  let isStopping = false;
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => void check(), everyMs);
  const listening = await database.listen('calendar', () => void check());

  /** One at a time. */
  function check(): Promise<void> {
    working = working.then(recompute).catch((error: unknown) => log(`Limits will be worked out again later: ${(error as Error).message}`));
    return working;
  }

  async function recompute(): Promise<void> {
    const count = await recomputeOpenLimits(database, { time, log, isStopping: () => isStopping });
    if (count > 0) log(`Worked out ${count} limits again by the calendar as it is now.`);
  }

  return {
    check,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await listening.close();
      await working;
    },
  };
}

/** Once through all open limits that an older calendar gave; a case that cannot be worked out keeps no other waiting. @returns how many limits were */
export async function recomputeOpenLimits(
  database: Database,
  { time, log, isStopping = () => false }: { time: Pick<BusinessTime, 'now'>; log: (line: string) => void; isStopping?: () => boolean },
): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const last: string | null = after;
    const page: string[] = await database.transact(systemActor, await time.now(), (tx) =>
      casesToRecompute(tx, { after: last, most: PAGE }),
    );
    for (const caseId of page) {
      if (isStopping()) return count;
      try {
        count += (await database.transact(systemActor, await time.now(), (tx) => recomputeCase(tx, caseId))).recomputed;
      } catch (error) {
        log(`The limits of case ${caseId} stay as they were: ${(error as Error).message}`);
      }
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return count;
  }
}
