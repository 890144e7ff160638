import type { Tx } from '../../database.ts';
import { supplementLetter } from '../../letters/supplement.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 10 — All that is missing is told once, in one notice. */
export async function tellMissing(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const intake = frame.tasks.findLast(({ kind, outcome }) => kind === 'intake' && outcome === 'supplement');
  const missing = (intake?.outcomeData?.missing as string[] | undefined) ?? [];
  await issueLetter(tx, frame, 'supplement', round, (ground) => supplementLetter(ground, missing));
  return 'done';
}
