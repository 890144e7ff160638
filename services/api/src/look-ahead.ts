import { look, recordOf, type Tx } from '@zhouji/database';
import { foresee } from '@zhouji/workflows/foresee';
import { keyOf } from '@zhouji/workflows/process';
import { statutes } from '@zhouji/workflows/statutes';

/** A statute that still wants something new after so many looks is not waiting for anybody: it is a fault. */
const MOST_LOOKS = 20;

/**
 * Opens what the law wants next, in the transaction that recorded what came before: the statute is run over the record, what it wants is
 * looked after, until it waits for somebody. The process finds everything open already; where this is left out, the process does it.
 */
export async function lookAhead(tx: Tx, caseId: string): Promise<void> {
  const record = await recordOf(tx, caseId);
  const statute = statutes[record.programme];
  if (!statute || record.exit) return;
  const known = new Set([...record.settled, ...record.open].map(keyOf));
  let { settled } = record;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { wanted, ending } = await foresee(statute, settled);
    if (ending === undefined && wanted.every((step) => known.has(keyOf(step)))) return;
    const seen = await look(tx, { caseId, wanted, ...(ending ? { ended: ending } : {}) });
    if (ending !== undefined || seen.exit !== undefined) return;
    for (const step of [...wanted, ...seen.outcomes]) known.add(keyOf(step));
    settled = seen.outcomes;
  }
  throw new Error(`The statute of case ${caseId} does not come to rest`);
}

/** One wake of a process without the process: what is due at this moment ends and rings, and what follows is opened. */
export async function bringOn(tx: Tx, caseId: string): Promise<void> {
  await look(tx, { caseId, wanted: [] });
  await lookAhead(tx, caseId);
}
