import { type Database, makeDuePayLists, payingTownships, systemActor } from '@zhouji/database';
import { type Regular, startRegularly } from './regularly.ts';
import type { BusinessTime } from './time.ts';

/**
 * M57 25 — Makes the payment lists of each township on their day, and those that were missed. It keeps nothing: what is
 * due is asked of the record each time, and a list that is there is not made again, whoever made it.
 */
export function startPayLists({ database, time, log }: { database: Database; time: BusinessTime; log: (line: string) => void }): Regular {
  return startRegularly({
    what: 'The payment lists',
    // One short transaction a township: one that cannot be worked out holds up no other.
    async work(isStopping) {
      const now = await time.now();
      for (const place of await database.transact(systemActor, now, (tx) => payingTownships(tx))) {
        if (isStopping()) return;
        const made = await database.transact(systemActor, now, (tx) => makeDuePayLists(tx, place));
        if (made > 0) log(`Made ${made} payment lists.`);
      }
    },
    log,
  });
}
