import type { AnswerToQuestion } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { saveCase } from '../record/save-case.ts';
import { keepAnswers } from './answer-question.ts';
import { afterDiscussionOutcome } from './discussion/after-discussion.ts';
import { afterOrderOutcome } from './hotline/after-order.ts';
import { afterLeadOutcome } from './lead/after-lead-outcome.ts';
import { afterReliefOutcome } from './relief/after-relief.ts';

/**
 * What an outcome brings with it besides its own entry: answers to questions about the new facts are kept with them; and
 * whoever objected can learn by their slip what came of it [M57 19].
 *
 * @throws Refusal NO_SUCH_QUESTION
 */
export async function afterOutcome(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Record<string, unknown>): Promise<void> {
  if (frame.process === 'quick-relief') return await afterReliefOutcome(tx, frame, task, data);
  if (frame.process === 'work-order') return await afterOrderOutcome(tx, frame, task, data);
  if (frame.process === 'case-discussion') return await afterDiscussionOutcome(tx, frame, task, data);
  if (frame.process === 'lead') return await afterLeadOutcome(tx, frame, task, data);
  const answers = (data.answers as AnswerToQuestion[] | undefined) ?? [];
  if (answers.length === 0 && task.kind !== 'objection') return;
  await keepAnswers(tx, frame, answers);
  if (task.kind === 'objection') enter(tx, frame, { kind: 'objection.answered', round: task.round, byOffice: true });
  saveCase(tx, frame);
}
