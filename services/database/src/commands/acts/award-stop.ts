import { fen } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { stopLetter } from '../../letters/award-stop.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { stopsFrom } from '../../record/gradual-exit.ts';
import { changeGroundOf } from '../award/change-ground.ts';
import { setAmount } from '../award/set-amount.ts';
import { decidedOn } from './amount-change.ts';
import { issueLetter } from './issue-letter.ts';
import { openRecognition } from './recognise.ts';

/** M57 32–33; LAW 21, 48 — The award ends from a month on; a household that is one is recorded as an edge household. */
export async function stopAward(tx: Tx, frame: CaseFrame, round: number): Promise<'done' | 'edge-household'> {
  const { assessment, reasons, hearing } = await changeGroundOf(tx, frame, round);
  const day = decidedOn(tx, frame, round);
  const from = stopsFrom(frame, round, day);
  const isEdgeHousehold = assessment.edgeHousehold && frame.facts.household.application !== 'single-person';
  const reason = reasons.map(({ label }) => label.zh).join('；');
  await setAmount(tx, frame, { kind: 'stop', round, from, monthly: fen(0), reason, because: assessment.because });
  if (isEdgeHousehold) openRecognition(tx, frame, { programme: 'edge-household', day, assessment });
  await issueLetter(
    tx,
    frame,
    'stop-decision',
    round,
    (ground) => stopLetter(ground, { from, reasons, ...(hearing ? { hearing } : {}), isEdgeHousehold, because: assessment.because }),
    assessment,
  );
  return isEdgeHousehold ? 'edge-household' : 'done';
}
