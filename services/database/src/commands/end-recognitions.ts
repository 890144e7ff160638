import { type RecognisedProgramme, type RecognitionEnd, Refusal } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { lockCase } from '../record/lock-case.ts';
import { recognitionOf } from '../record/recognition.ts';
import { saveCase } from '../record/save-case.ts';
import { standingsOf } from '../record/standings.ts';
import { endRecognition } from './ring-recognition.ts';

/**
 * Ends what the household of a case was recognised as before, with a word to it. What another township has recognised
 * lies behind the fence; it ends with its term.
 */
export async function endRecognitionsOf(
  tx: Tx,
  frame: CaseFrame,
  { programmes, reason }: { programmes: readonly RecognisedProgramme[]; reason: RecognitionEnd },
): Promise<void> {
  if (programmes.length === 0) return;
  const standings = await standingsOf(tx, frame.facts.household);
  const cases = new Set(
    standings
      .filter(({ state, programme }) => state === 'recognised' && programmes.some((one) => one === programme))
      .map(({ caseId }) => caseId)
      .filter((caseId) => caseId !== frame.id),
  );
  for (const caseId of [...cases].sort()) await endInFence(tx, caseId, reason);
}

async function endInFence(tx: Tx, caseId: string, reason: RecognitionEnd): Promise<void> {
  const other = await lockWhereSeen(tx, caseId);
  const recognition = other && (await recognitionOf(tx, other));
  if (!other || !recognition || recognition.endedAt) return;
  await endRecognition(tx, other, recognition, reason);
  saveCase(tx, other);
  tx.writes.nudge(other);
}

async function lockWhereSeen(tx: Tx, caseId: string): Promise<CaseFrame | undefined> {
  try {
    return await lockCase(tx, { caseId });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}
