import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { destinationOf, passOn } from '../pass-on.ts';

/** M57 5; LAW 64 — Who came to the wrong door is passed on to the township that intake named. */
export async function transfer(tx: Tx, frame: CaseFrame): Promise<'done'> {
  const intake = frame.tasks.findLast(({ kind, outcome }) => kind === 'intake' && outcome === 'transferred');
  await passOn(tx, frame, destinationOf(intake?.outcomeData ?? {}));
  return 'done';
}
