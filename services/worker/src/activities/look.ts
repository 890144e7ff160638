import { type Database, look, recordOf, systemActor } from '@zhouji/database';
import { Refusal } from '@zhouji/domain';
import type { Seen, World } from '@zhouji/workflows/activities';
import { bringToRest } from '@zhouji/workflows/bring-to-rest';
import { keyOf } from '@zhouji/workflows/process';
import type { statutes } from '@zhouji/workflows/statutes';
import type { BusinessTime } from '../time.ts';

/** After a wake by a clock that is not trusted, the process does not ask again before this. */
const LEAST_WAIT_UNTRUSTED_MS = 60_000;

interface LookOptions {
  database: Database;
  time: BusinessTime;
  /** Of the processes that ask. With them a look goes on until the case rests, so that a wake asks once; without, the process asks again for each act. */
  table?: typeof statutes;
  /** Hears which looks found something to do. */
  onChange?: (caseId: string) => void;
}

/** The one question of a process, answered in one transaction. Idempotent: its key is the case, the step and the round. */
export function lookInto({ database, time, table, onChange }: LookOptions): World['look'] {
  return async ({ caseId, wanted, at, ended }) => {
    const { instant, isTrusted } = await time.instantOf(at);
    const question = ended === undefined ? { caseId, wanted } : { caseId, wanted, ended };
    try {
      let moved = 0;
      const { outcomes, exit, wakeIn, open } = await database.transact(systemActor, instant, async (tx) => {
        const lookNow = async (now: typeof question) => {
          const seen = await look(tx, now);
          moved += seen.opened + seen.settled;
          return seen;
        };
        let seen = await lookNow(question);
        if (table && ended === undefined && seen.exit === undefined) {
          await bringToRest({ recordOf: (id) => recordOf(tx, id), look: lookNow }, table, caseId);
          seen = await lookNow({ caseId, wanted: [] });
        }
        return { ...seen, open: (await recordOf(tx, caseId)).open.map(keyOf) };
      });
      if (moved > 0) onChange?.(caseId);
      const seen: Seen = { outcomes, open };
      if (exit !== undefined) seen.exit = exit;
      if (wakeIn !== undefined) seen.wakeIn = isTrusted ? wakeIn : Math.max(wakeIn, LEAST_WAIT_UNTRUSTED_MS);
      return seen;
    } catch (error) {
      // In the sandbox a new lesson forgets the cases of the last one; their processes end.
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return { outcomes: [], open: [], exit: 'forgotten' };
      throw error;
    }
  };
}
