import { reasonOn, reasons as reasonLabels } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { otherProgrammes } from '../../letters/other-programmes.ts';
import { refusalLetter } from '../../letters/refusal.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { removeNotices } from '../../record/remove-notices.ts';
import { endRecognitionsOf } from '../end-recognitions.ts';
import { findAssessment } from './find-assessment.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 21; LAW 45 — The refusal is written with what the rules found, or with what the decider said; and with what can be done against it. */
export async function refuseCase(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const assessment = await findAssessment(tx, frame);
  const decision = frame.tasks.findLast(
    ({ outcome }) => outcome === 'not-confirmed' || outcome === 'not-eligible' || outcome === 'not-special',
  );
  const said = decision?.outcomeData?.reason as string | undefined;
  const codes =
    decision?.outcome === 'not-special'
      ? [reasonOn('SAME_REASON_THIS_YEAR', tx.day)]
      : assessment && !assessment.eligible
        ? assessment.reasons
        : [];
  const found = codes.map(({ code, source }) => ({ label: reasonLabels[code].label, source }));
  const reasons = [...found, ...(said ? [{ label: { zh: said, en: said } }] : [])];
  await issueLetter(
    tx,
    frame,
    'refusal',
    round,
    (ground) => refusalLetter(ground, { reasons, because: assessment?.because, others: otherProgrammes(frame.programme, assessment) }),
    assessment,
  );
  removeNotices(tx, frame, 'notice');
  // M57 31 — What was looked at anew and is not given any more ends. A term of its own runs out [RIGID 10].
  if (frame.programme === 'edge-household') await endRecognitionsOf(tx, frame, { programmes: ['edge-household'], reason: 'not-renewed' });
  return 'done';
}
