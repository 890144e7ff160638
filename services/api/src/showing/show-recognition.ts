import { findRecognition, type RecognitionLine, type Tx } from '@zhouji/database';
import type { Recognition, RecognitionOfCase } from '../answers/recognition.ts';
import type { Place } from '../answers/words.ts';

/** The recognition that a case ended with, if it did. */
export async function recognitionOfCase(tx: Tx, caseId: string): Promise<RecognitionOfCase | null> {
  const found = await findRecognition(tx, caseId);
  return found ? termShown(found) : null;
}

export function recognitionShown(line: RecognitionLine, place: (code: string) => Place): Recognition {
  const { caseId, receipt, township, village, applicantName } = line;
  return { caseId, receipt, township: place(township), village: place(village), applicant: applicantName, ...termShown(line) };
}

function termShown({ programme, fromDay, untilDay, reviewDay, remindDay, state, endReason }: RecognitionLine): RecognitionOfCase {
  return { programme, from: fromDay, until: untilDay, reviewBy: reviewDay, mayApplyAnewFrom: remindDay, state, endReason };
}
