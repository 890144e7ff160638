import { addDays, type Instant, isRecognised, startOfDay } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, RecognitionRecord } from './case-frame.ts';

/**
 * The recognition that a case ended with; null when it ended otherwise, or goes on. It lives on in the closed case: as
 * with the limit for serving a letter, the case is looked at once more when the recognition falls due.
 */
export async function recognitionOf(tx: Tx, frame: CaseFrame): Promise<RecognitionRecord | null> {
  if (frame.recognition !== undefined) return frame.recognition;
  if (!endedWithRecognition(frame)) return null;
  const [found] = await tx.rows<Found>(
    `select programme, from_day::text as "fromDay", until_day::text as "untilDay", review_day::text as "reviewDay", remind_day::text as "remindDay",
       facts_version as "factsVersion", because::text as because, parameter, recognised_at as "recognisedAt", reminded_at as "remindedAt",
       ended_at as "endedAt", end_reason as "endReason" from recognition where case_id = $1`,
    [frame.id],
  );
  frame.recognition = found ? { ...found, caseId: frame.id, township: frame.township } : null;
  return frame.recognition;
}

/** Applied for and granted; or found when an award was stopped [M57 33; LAW 21]. */
function endedWithRecognition({ ending, programme }: CaseFrame): boolean {
  return ending === 'stopped' || (ending === 'granted' && isRecognised(programme));
}

type Found = Omit<RecognitionRecord, 'caseId' | 'township'>;

/** When the recognition of a closed case wants to be looked at next; undefined when it never will. */
export function nextOfRecognition({ recognition }: CaseFrame): Instant | undefined {
  if (!recognition || recognition.endedAt) return undefined;
  if (recognition.remindedAt === null) return startOfDay(recognition.remindDay);
  return recognition.untilDay === null ? undefined : startOfDay(addDays(recognition.untilDay, 1));
}
