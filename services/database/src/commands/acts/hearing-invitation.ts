import type { Tx } from '../../database.ts';
import { hearingLetter } from '../../letters/award-hearing.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { changeGroundOf } from '../award/change-ground.ts';
import { issueLetter } from './issue-letter.ts';

/** LAW 48 — Whoever is to lose something is told what is intended and why, and is heard before it is decided. */
export async function inviteToHearing(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { assessment, review, current, reasons } = await changeGroundOf(tx, frame, round);
  const monthly = review.outcome === 'decrease' ? { monthly: assessment.monthly } : {};
  await issueLetter(
    tx,
    frame,
    'hearing',
    round,
    (ground) => hearingLetter(ground, { current, ...monthly, reasons, because: assessment.because }),
    assessment,
  );
  return 'done';
}
