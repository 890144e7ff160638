/**
 * Business time. A process knows the time of its Temporal server and passes it to each look; here it becomes an instant
 * of the office. In the sandbox that is a constant step away. Elsewhere PostgreSQL's clock has the last word: a server
 * that runs ahead shortens no period, and one that lags delays none.
 */
import { type Database, systemActor } from '@zhouji/database';
import type { Instant } from '@zhouji/domain';

export interface BusinessTime {
  /** @param at milliseconds of the Temporal server */
  instantOf(at: number): Promise<{ instant: Instant; isTrusted: boolean }>;
  now(): Promise<Instant>;
}

const TRUSTED_WITHIN_MS = 60_000;
const MEASURED_FOR_MS = 30_000;

/** Outside the sandbox, moved by a constant step. `warn` is told when the two clocks are more than a minute apart. */
export function officeTime(database: Database, warn: (line: string) => void, offsetMs = 0): BusinessTime {
  let ahead = 0;
  let measuredAt = -Infinity;
  let measuring: Promise<void> | undefined;

  /** How far PostgreSQL's clock is ahead of this machine's. */
  async function measure(): Promise<void> {
    const sent = Date.now();
    const [row] = await database.transact(systemActor, toInstant(sent), ({ rows }) =>
      rows<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 as ms'),
    );
    ahead = Number(row?.ms) - (sent + Date.now()) / 2;
    measuredAt = performance.now();
  }

  async function clock(): Promise<number> {
    if (performance.now() - measuredAt > MEASURED_FOR_MS) {
      measuring ??= measure().finally(() => (measuring = undefined));
      await measuring;
    }
    return Date.now() + ahead;
  }

  return {
    async instantOf(at) {
      const now = await clock();
      if (Math.abs(at - now) <= TRUSTED_WITHIN_MS) return { instant: toInstant(at + offsetMs), isTrusted: true };
      // A look that waited for its turn carries an older time; it is the present that counts.
      if (at > now) warn(`Temporal's clock is ${Math.round((at - now) / 1000)} s ahead of PostgreSQL's; PostgreSQL's counts.`);
      return { instant: toInstant(now + offsetMs), isTrusted: false };
    },
    now: async () => toInstant((await clock()) + offsetMs),
  };
}

/** In the sandbox: the server's time, moved by a step that stays the same until the next lesson. */
export function shiftedTime(offset: () => number, serverNow: () => Promise<number>): BusinessTime {
  return {
    instantOf: async (at) => ({ instant: toInstant(at + offset()), isTrusted: true }),
    now: async () => toInstant((await serverNow()) + offset()),
  };
}

function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}
