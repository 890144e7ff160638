import type { Tx } from '../../database.ts';
import { gradualExitLetter } from '../../letters/award-review.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { exitEndsOn } from '../../record/gradual-exit.ts';
import { changeGroundOf } from '../award/change-ground.ts';
import { spanOf } from '../open-period.ts';
import { issueLetter } from './issue-letter.ts';

/** N2022 1(3); M57 33 — The amount in payment goes on for a while; the household is told until when, and that it is heard before the end. */
export async function tellGradualExit(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { assessment, current } = await changeGroundOf(tx, frame, round);
  const endsOn = exitEndsOn(frame) ?? spanOf(tx, frame, 'gradual-exit', round).endsOn;
  await issueLetter(
    tx,
    frame,
    'gradual-exit',
    round,
    (ground) => gradualExitLetter(ground, { monthly: current, endsOn, because: assessment.because }),
    assessment,
  );
  return 'done';
}
