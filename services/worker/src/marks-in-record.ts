import { type Database, getMeta, setMeta, systemActor } from '@zhouji/database';
import type { Mark, Marks } from './reconciler.ts';
import type { BusinessTime } from './time.ts';

const KEY = 'temporalStore';

/** The mark that PostgreSQL keeps, beside what else is true of the whole database. */
export function marksInRecord(database: Database, time: BusinessTime): Marks {
  return {
    get: async () => database.transact(systemActor, await time.now(), (tx) => getMeta<Mark>(tx, KEY)),
    set: async (mark) => database.transact(systemActor, await time.now(), (tx) => setMeta(tx, KEY, mark)),
  };
}
