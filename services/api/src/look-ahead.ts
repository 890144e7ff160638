import { look, recordOf, type Tx } from '@zhouji/database';
import { bringToRest } from '@zhouji/workflows/bring-to-rest';
import { statutes } from '@zhouji/workflows/statutes';

/**
 * Opens what the law wants next, in the transaction that recorded what came before. The process finds everything open
 * already; where this is left out, the process does it.
 */
export async function lookAhead(tx: Tx, caseId: string): Promise<void> {
  await bringToRest({ recordOf: (id) => recordOf(tx, id), look: (question) => look(tx, question) }, statutes, caseId);
  // What this case has opened on the way, in the township that it was passed on to or as what lives on after it.
  for (const { id, origin } of [...tx.frames.values()]) if (origin === caseId) await lookAhead(tx, id);
}

/** One wake of a process without the process: what is due at this moment ends and rings, and what follows is opened. */
export async function bringOn(tx: Tx, caseId: string): Promise<void> {
  await look(tx, { caseId, wanted: [] });
  await lookAhead(tx, caseId);
}
