import type { ProcessName } from '@zhouji/domain';
import { foresee } from './foresee.ts';
import { keyOf, type Ending, type Settled, type Statute, type Step } from './process.ts';

/** The record of a case as a transaction holds it locked. */
export interface HeldRecord {
  recordOf(caseId: string): Promise<{ process: ProcessName; settled: Settled[]; open: Step[]; exit?: string }>;
  /** Opens what is wanted and carries acts out; tells every step that has ended by then. */
  look(question: { caseId: string; wanted: Step[]; ended?: Ending }): Promise<{ outcomes: Settled[]; exit?: string }>;
}

/** A statute that still wants something new after so many looks is not waiting for anybody: it is a fault. */
const MOST_LOOKS = 20;

/**
 * Runs the statute of a case over its record and opens what the law wants next, act by act, until the case waits for
 * somebody or for a day. The API does so in the transaction that records an outcome, the worker when a process wakes.
 *
 * @throws Error when the statute does not come to rest; whatever the statute or the record throws
 */
export async function bringToRest(held: HeldRecord, statutes: Readonly<Record<ProcessName, Statute>>, caseId: string): Promise<void> {
  const record = await held.recordOf(caseId);
  const statute = statutes[record.process];
  if (record.exit) return;
  const known = new Set([...record.settled, ...record.open].map(keyOf));
  let { settled } = record;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { wanted, ending } = await foresee(statute, settled);
    if (ending === undefined && wanted.every((step) => known.has(keyOf(step)))) return;
    const seen = await held.look({ caseId, wanted, ...(ending ? { ended: ending } : {}) });
    if (ending !== undefined || seen.exit !== undefined) return;
    for (const step of [...wanted, ...seen.outcomes]) known.add(keyOf(step));
    settled = seen.outcomes;
  }
  throw new Error(`The statute of case ${caseId} does not come to rest`);
}
