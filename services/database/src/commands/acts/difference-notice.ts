import type { Tx } from '../../database.ts';
import { differenceLetter } from '../../letters/difference.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 18 — What the data check finds different is told to the applicant, who may object with evidence. */
export async function tellDifference(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const verification = frame.tasks.findLast(({ kind, outcome }) => kind === 'verification' && outcome === 'differs');
  const summary = String(verification?.outcomeData?.summary ?? '');
  await issueLetter(tx, frame, 'difference', round, (ground) => differenceLetter(ground, summary));
  return 'done';
}
