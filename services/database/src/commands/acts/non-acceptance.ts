import type { Tx } from '../../database.ts';
import { nonAcceptanceLetter, notSupplied } from '../../letters/non-acceptance.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 10 — Why the application is not accepted. */
export async function declineAcceptance(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const intake = frame.tasks.findLast(({ kind }) => kind === 'intake');
  const reason = String(intake?.outcomeData?.reason ?? notSupplied.zh);
  await issueLetter(tx, frame, 'non-acceptance', round, (ground) => nonAcceptanceLetter(ground, reason));
  return 'done';
}
