import type { RecognitionEnd } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { recognitionEndLetter, recognitionReminder } from '../letters/recognition.ts';
import type { CaseFrame, RecognitionRecord } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { recognitionOf } from '../record/recognition.ts';
import { issueLetter } from './acts/issue-letter.ts';

/** Reminds the household when the time has come, and ends what is over [RIGID 10]. Done twice it does nothing the second time. */
export async function ringRecognition(tx: Tx, frame: CaseFrame): Promise<void> {
  const recognition = await recognitionOf(tx, frame);
  if (!recognition || recognition.endedAt) return;
  if (recognition.untilDay !== null && tx.day > recognition.untilDay) return endRecognition(tx, frame, recognition, 'expired');
  if (recognition.remindedAt !== null || tx.day < recognition.remindDay) return;
  recognition.remindedAt = tx.at;
  tx.writes.change('recognition', 'recognitionChange', recognition);
  await issueLetter(tx, frame, 'recognition-reminder', 1, (ground) => recognitionReminder(ground, recognition));
}

/** Ends a recognition, with a word to the household where it has not asked for the end itself. */
export async function endRecognition(tx: Tx, frame: CaseFrame, recognition: RecognitionRecord, reason: RecognitionEnd): Promise<void> {
  Object.assign(recognition, { endedAt: tx.at, endReason: reason });
  tx.writes.change('recognition', 'recognitionChange', recognition);
  enter(tx, frame, { kind: 'recognition.ended', data: { programme: recognition.programme, reason }, byOffice: true });
  if (reason !== 'renewed')
    await issueLetter(tx, frame, 'recognition-end', 1, (ground) => recognitionEndLetter(ground, recognition, reason));
}
