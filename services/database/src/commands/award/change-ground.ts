import { type Assessment, formatYuan, type Label, reasons as reasonLabels } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { hearingTold } from '../../letters/hearing-told.ts';
import { getAmount } from '../../record/amounts-of.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { findAssessment } from '../acts/find-assessment.ts';

/** What a letter about a change of an award stands on. */
export interface ChangeGround {
  assessment: Assessment;
  review: TaskRecord;
  /** Yuan a month, before the change. */
  current: string;
  /** What the rules found, and what the reviewer and the decider said. */
  reasons: { label: Label; source?: string }[];
  /** How the recipient was heard, for the decision; absent where nobody was. */
  hearing?: Label;
}

export async function changeGroundOf(tx: Tx, frame: CaseFrame, round: number): Promise<ChangeGround> {
  const assessment = await findAssessment(tx, frame);
  const review = ofRound(frame, 'review', round);
  if (!assessment || !review) throw new Error(`nobody has reviewed the award in round ${round}`);
  const heard = ofRound(frame, 'hearing', round);
  const hearing = heard && hearingTold(heard.outcome ?? '', heard.outcomeData ?? {});
  return {
    assessment,
    review,
    current: formatYuan((await getAmount(tx, frame.id)).monthly),
    reasons: reasonsOf(assessment, [review, ofRound(frame, 'change-decision', round)]),
    ...(hearing ? { hearing } : {}),
  };
}

function ofRound(frame: CaseFrame, kind: TaskRecord['kind'], round: number): TaskRecord | undefined {
  return frame.tasks.find((task) => task.kind === kind && task.round === round && task.outcome !== null);
}

function reasonsOf(assessment: Assessment, tasks: (TaskRecord | undefined)[]): ChangeGround['reasons'] {
  const said = tasks.flatMap((task) => [task?.outcomeData?.finding, task?.outcomeData?.reason]).filter((text) => typeof text === 'string');
  const found = assessment.eligible ? [] : assessment.reasons.map(({ code, source }) => ({ label: reasonLabels[code].label, source }));
  return [...found, ...said.map((text) => ({ label: { zh: text, en: text } }))];
}
