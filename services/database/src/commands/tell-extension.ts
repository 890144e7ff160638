import { isExtensionReason, type PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { extensionLetter } from '../letters/extension.ts';
import type { CaseFrame, ClockRecord } from '../record/case-frame.ts';
import { issueLetter } from './acts/issue-letter.ts';

/** N2022 4(1); M57 22 — That the decision takes longer, why, and until when, is told to the applicant. */
export async function tellExtension(tx: Tx, frame: CaseFrame, clock: ClockRecord, from: PlainDate): Promise<void> {
  const { round, dueOn, days, extendedReason } = clock;
  if (extendedReason === null || !isExtensionReason(extendedReason)) return;
  await issueLetter(tx, frame, 'extension', round, (ground) => extensionLetter(ground, { reason: extendedReason, from, to: dueOn, days }));
}
