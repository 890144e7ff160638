import { casesBehind, claimNudges, clearNudges, type Database, type Nudge, openCases, systemActor, type Tx } from '@zhouji/database';
import type { BusinessTime } from './time.ts';
import type { CarriedCase } from './processes.ts';

/** What PostgreSQL has to say to the processes. Each call is one short transaction; none spans a call to Temporal. */
export class Outbox {
  readonly #database: Database;
  readonly #time: BusinessTime;

  constructor(database: Database, time: BusinessTime) {
    this.#database = database;
    this.#time = time;
  }

  /** Up to `most` cases whose process is to be told, kept from other relays for a while; while the office is busy, those that cannot wait. */
  claim(most: number, isBusy: boolean): Promise<Nudge[]> {
    return this.#transact((tx) => claimNudges(tx, most, { isBusy }));
  }

  /** They have been told. A case in which more has happened since stays to be told again. */
  async clear(nudges: readonly Nudge[]): Promise<void> {
    if (nudges.length === 0) return;
    await this.#transact((tx) => clearNudges(tx, nudges));
  }

  /** They could not be told; whoever claims next may have them at once. */
  async release(nudges: readonly Nudge[]): Promise<void> {
    await this.clear(nudges.map((nudge) => ({ ...nudge, dirty: 0 })));
  }

  /** Cases whose process should have moved by now, and has not. */
  async behind(graceMs?: number): Promise<CarriedCase[]> {
    const now = await this.#time.now();
    return this.#database.transact(systemActor, now, (tx) => casesBehind(tx, { now, ...(graceMs === undefined ? {} : { graceMs }) }));
  }

  /** Every open case, those first that are due. */
  async open(): Promise<CarriedCase[]> {
    const found = new Map<string, CarriedCase>();
    for (const one of await this.behind(0)) found.set(one.caseId, one);
    for (let after: string | null = null; ;) {
      const page: CarriedCase[] = await this.#transact((tx) => openCases(tx, { after }));
      for (const one of page) if (!found.has(one.caseId)) found.set(one.caseId, one);
      after = page.at(-1)?.caseId ?? null;
      if (after === null) return [...found.values()];
    }
  }

  async #transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#database.transact(systemActor, await this.#time.now(), work);
  }
}
