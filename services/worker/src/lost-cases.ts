import { type Database, keepLostCases, systemActor } from '@zhouji/database';
import { type Regular, startRegularly } from './regularly.ts';
import type { BusinessTime } from './time.ts';

/** Nobody is lost [LAW 39, 50]: looks every minute for cases that wait on nobody, and puts them down for the county to see. */
export function startLostCases({ database, time, log }: { database: Database; time: BusinessTime; log: (line: string) => void }): Regular {
  return startRegularly({
    what: 'The search for cases that wait on nobody',
    async work() {
      const { lost, added } = await database.transact(systemActor, await time.now(), keepLostCases);
      if (added > 0) log(`${lost.length} cases wait on nobody; ${added} of them were not known.`);
    },
    log,
  });
}
