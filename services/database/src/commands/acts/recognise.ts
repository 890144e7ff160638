import {
  type Assessment,
  dayOf,
  isRecognised,
  type PlainDate,
  type RecognisedProgramme,
  recognitionsEndedBy,
  recognitionTerm,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { recognitionLetter } from '../../letters/recognition.ts';
import type { CaseFrame, RecognitionRecord } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { removeNotices } from '../../record/remove-notices.ts';
import { endRecognitionsOf } from '../end-recognitions.ts';
import { findAssessment } from './find-assessment.ts';
import { issueLetter } from './issue-letter.ts';
import { publish } from './publish.ts';

/** LAW 21, 22; RIGID 7, 10 — The household is recognised from the day of the decision, and told for how long and what is open to it now. */
export async function recognise(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  if (!isRecognised(frame.programme)) throw new Error(`the programme ${frame.programme} ends with no recognition`);
  const assessment = await findAssessment(tx, frame);
  if (!assessment) throw new Error('a household is recognised that nobody has assessed');
  const confirm = frame.tasks.findLast(({ kind, outcome }) => kind === 'confirm' && outcome === 'confirmed');
  const day = confirm?.givenAt ? dayOf(confirm.givenAt) : tx.day;
  const recognition = openRecognition(tx, frame, { programme: frame.programme, day, assessment });
  await endRecognitionsOf(tx, frame, { programmes: [frame.programme], reason: 'renewed' });
  await endRecognitionsOf(tx, frame, { programmes: recognitionsEndedBy(frame.programme), reason: 'other-programme' });
  await issueLetter(
    tx,
    frame,
    'recognition',
    round,
    (ground) => recognitionLetter(ground, { recognition, because: assessment.because }),
    assessment,
  );
  removeNotices(tx, frame, 'notice');
  // OP2023 2 — The procedure of the allowance by reference, and its publication with it; RIGID asks for none.
  if (frame.programme === 'edge-household') await publish(tx, frame, round, assessment);
  return 'done';
}

/** Writes the recognition of a household that was assessed on a case's facts. */
export function openRecognition(
  tx: Tx,
  frame: CaseFrame,
  { programme, day, assessment }: { programme: RecognisedProgramme; day: PlainDate; assessment: Assessment },
): RecognitionRecord {
  const { fromDay, untilDay, reviewDay, remindDay, parameter } = recognitionTerm(programme, day, tx.place.parametersOf(frame.parameterSet));
  const recognition: RecognitionRecord = {
    ...{ caseId: frame.id, township: frame.township, programme, fromDay, untilDay, reviewDay, remindDay, parameter },
    factsVersion: frame.facts.version,
    because: JSON.stringify(assessment.because.eligible),
    recognisedAt: tx.at,
    remindedAt: null,
    endedAt: null,
    endReason: null,
  };
  frame.recognition = recognition;
  tx.writes.add('recognition', recognition);
  enter(tx, frame, { kind: 'recognition.opened', data: { programme, fromDay, untilDay, reviewDay }, byOffice: true });
  return recognition;
}
