/** The spread of a series of durations, in milliseconds. */
export interface Spread {
  n: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** The spread of durations in milliseconds, to a hundredth. */
export function spread(milliseconds: number[]): Spread {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: round(sorted.at(-1) ?? 0) };
}

/** To two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A spread with what was done in a second. */
export interface Load extends Spread {
  perSecond: number;
}

/**
 * `clients` work through the jobs side by side, each taking the next when it is done with the last (closed loop).
 * Gives the spread of the durations that `work` answers with (or, without an answer, took) and the jobs per second of wall time.
 */
export async function drive<Job>(clients: number, jobs: Job[], work: (job: Job, client: number) => Promise<number | void>): Promise<Load> {
  const durations: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let index = next++; index < jobs.length; index = next++) {
        const begun = performance.now();
        const told = await work(jobs[index]!, client);
        durations.push(told ?? performance.now() - begun);
      }
    }),
  );
  return { ...spread(durations), perSecond: round(jobs.length / ((performance.now() - start) / 1000)) };
}
