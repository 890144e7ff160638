import { type Database, recordOf, systemActor } from '@zhouji/database';
import { Refusal } from '@zhouji/domain';
import { foresee } from '@zhouji/workflows/foresee';
import { keyOf } from '@zhouji/workflows/process';
import { statutes } from '@zhouji/workflows/statutes';
import type { BusinessTime } from './time.ts';
import type { RunningWorker } from './worker.ts';

const WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 20;

/**
 * The cases that may not have come to rest. A case rests when its process has been told everything, nothing of it is due,
 * and all that the statute wants on its record is open.
 */
export class Unrest {
  readonly #database: Database;
  readonly #time: BusinessTime;
  readonly #stirred = new Set<string>();

  constructor(database: Database, time: BusinessTime) {
    this.#database = database;
    this.#time = time;
  }

  add(caseId: string): void {
    this.#stirred.add(caseId);
  }

  /** @throws Error naming the cases that did not come to rest in half a minute */
  async untilGone(worker: RunningWorker): Promise<void> {
    const deadline = performance.now() + WITHIN_MS;
    while (!(await this.#isGone(worker))) {
      if (performance.now() > deadline)
        throw new Error(`these cases do not come to rest: ${[...this.#stirred].join(', ') || 'not known which'}`);
      worker.relay.wake(null);
      await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
    }
  }

  async #isGone({ relay }: RunningWorker): Promise<boolean> {
    if (relay.inHand > 0 || (await this.#isAnythingDue())) return false;
    for (const caseId of this.#stirred) {
      if (!(await this.#rests(caseId))) return false;
      this.#stirred.delete(caseId);
    }
    return true;
  }

  async #isAnythingDue(): Promise<boolean> {
    const now = await this.#time.now();
    const [row] = await this.#database.transact(systemActor, now, (tx) =>
      tx.rows<{ isDue: boolean }>(
        `select exists (select from nudge where dirty > sent) or exists (select from cases where wake_at <= $1::timestamptz) as "isDue"`,
        [now],
      ),
    );
    return row?.isDue ?? false;
  }

  async #rests(caseId: string): Promise<boolean> {
    try {
      const record = await this.#database.transact(systemActor, await this.#time.now(), (tx) => recordOf(tx, caseId));
      const statute = statutes[record.process];
      if (!statute || record.exit !== undefined) return true;
      const { wanted, ending } = await foresee(statute, record.settled);
      const open = new Set(record.open.map(keyOf));
      return ending === undefined && wanted.every((step) => open.has(keyOf(step)));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return true;
      throw error;
    }
  }
}
