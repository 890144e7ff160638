import { type Database, look, recordOf, systemActor } from '@zhouji/database';
import { Refusal } from '@zhouji/domain';
import type { Seen, World } from '@zhouji/workflows/activities';
import { keyOf } from '@zhouji/workflows/process';
import type { BusinessTime } from '../time.ts';

/** After a wake by a clock that is not trusted, the process does not ask again before this. */
const LEAST_WAIT_UNTRUSTED_MS = 60_000;

/** The one question of a process, answered in one transaction. Idempotent: its key is the case, the step and the round. `onChange` hears which looks found something to do. */
export function lookInto(database: Database, time: BusinessTime, onChange?: (caseId: string) => void): World['look'] {
  return async ({ caseId, wanted, at, ended }) => {
    const { instant, isTrusted } = await time.instantOf(at);
    const question = ended === undefined ? { caseId, wanted } : { caseId, wanted, ended };
    try {
      const { outcomes, exit, wakeIn, open, opened, settled } = await database.transact(systemActor, instant, async (tx) => {
        const seen = await look(tx, question);
        return { ...seen, open: (await recordOf(tx, caseId)).open.map(keyOf) };
      });
      if (opened + settled > 0) onChange?.(caseId);
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
