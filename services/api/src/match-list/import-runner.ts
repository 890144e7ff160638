import { type Actor, findActor, importNext, importsCutOff, systemActor } from '@zhouji/database';
import { lookAhead } from '../look-ahead.ts';
import type { Office } from '../office.ts';

/** Goes on with the imports of match lists, one after the other, until all are finished. */
export interface ImportRunner {
  /** Goes on with whatever is not finished; called again while it works, nothing more is begun. */
  goOn(): void;
  /** Ends after the lines that are in hand; what is left goes on when somebody starts again. */
  stop(): Promise<void>;
}

/** @param failed is told what has kept an import from going on */
export function importRunner({ database, clock, lookAhead: looksAhead }: Office, failed: (error: unknown) => void): ImportRunner {
  let isStopping = false;
  let isAsked = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (isAsked && !isStopping) {
      isAsked = false;
      const cutOff = await database.transact(systemActor, clock.now(), (tx) => importsCutOff(tx));
      for (const { id, account } of cutOff) await finish(id, account);
    }
  }

  async function finish(id: string, account: string): Promise<void> {
    const who = await database.transact(systemActor, clock.now(), (tx) => findActor(tx, account));
    if (!who) return;
    while (!isStopping && !(await nextLines(who, id)));
  }

  function nextLines(who: Actor, id: string): Promise<boolean> {
    return database.transact(who, clock.now(), (tx) =>
      importNext(tx, id, async (one, caseId) => {
        if (looksAhead) await lookAhead(one, caseId);
      }),
    );
  }

  return {
    goOn() {
      isAsked = true;
      working ??= work()
        .catch(failed)
        .finally(() => (working = undefined));
    },
    async stop() {
      isStopping = true;
      await working;
    },
  };
}
