import { answersQuestion, type AnswerToQuestion, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { questionsOf } from '../queries/questions-of.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { audit } from './audit.ts';
import { requireImpartial } from '../record/require-impartial.ts';

/**
 * Answers a question about the facts with a note that is kept with them. What cannot be true is corrected, not answered.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, RECUSED, NO_SUCH_QUESTION
 */
export async function answerQuestion(tx: Tx, { caseId, ...answer }: AnswerToQuestion & { caseId: string }): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  requireImpartial(tx.who, frame);
  await keepAnswers(tx, frame, [answer]);
  saveCase(tx, frame);
  audit(tx, { action: 'answer-question', township: frame.township, caseId, data: { code: answer.code } });
  tx.writes.nudge(frame);
  return { caseId };
}

/** Keeps answers with the facts of a case as they stand now; a later answer to the same question takes the place of an earlier one. */
export async function keepAnswers(tx: Tx, frame: CaseFrame, answers: readonly AnswerToQuestion[]): Promise<void> {
  if (answers.length === 0) return;
  const questions = await questionsOf(tx, frame.facts.household);
  for (const { code, members, note } of answers) {
    const question = questions.find((asked) => answersQuestion({ code, members }, asked));
    if (!question || question.certain) return refuse('NO_SUCH_QUESTION', { code, members });
    const kept = { code, members: [...question.members], note, factsVersion: frame.facts.version, byName: tx.who.name, at: tx.at };
    frame.answers = [...frame.answers.filter((earlier) => !answersQuestion(earlier, question)), kept];
    enter(tx, frame, { kind: 'question.answered', data: { code, factsVersion: frame.facts.version } });
  }
}
