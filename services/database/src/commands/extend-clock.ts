import { type ExtensionReason, isExtensionReason, type PlainDate, processRow, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { extendDecision } from '../record/clocks.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { audit } from './audit.ts';
import { tellExtension } from './tell-extension.ts';
import { requireImpartial } from '../record/require-impartial.ts';

/**
 * Lengthens the limit of the decision, once, for one of the reasons that the law knows [N2022 4(1); M57 22]. That the
 * household registration lies elsewhere or the survey is hard is the officer's statement: who, when and why are entered.
 * For the reason for which it was lengthened already, also by the office itself, nothing is left to do.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, RECUSED, EXTENSION_NOT_LAWFUL, EXTENDED_ALREADY, OUTCOME_NOT_NOW (no such clock runs), CALENDAR_UNKNOWN
 */
export async function extendClock(
  tx: Tx,
  { caseId, reason, note }: { caseId: string; reason: string; note?: string },
): Promise<{ caseId: string; dueOn: PlainDate }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  requireImpartial(tx.who, frame);
  if (!isExtensionReason(reason) || !isGiven(frame, reason)) return refuse('EXTENSION_NOT_LAWFUL');
  const running = frame.clocks.find(({ kind, stoppedAt }) => kind === 'decision' && !stoppedAt);
  if (running?.extendedReason === reason) return { caseId, dueOn: running.dueOn };
  if (running?.extendedReason) return refuse('EXTENDED_ALREADY', { reason: running.extendedReason, dueOn: running.dueOn });
  const dueBefore = running?.dueOn;
  const clock = extendDecision(tx, frame, { reason, ...(note ? { note } : {}) }, (entry) => enter(tx, frame, entry));
  if (!clock || dueBefore === undefined) return refuse('OUTCOME_NOT_NOW', { reason });
  await tellExtension(tx, frame, clock, dueBefore);
  saveCase(tx, frame);
  audit(tx, { action: 'extend-clock', township: frame.township, caseId, data: { reason } });
  tx.writes.nudge(frame);
  return { caseId, dueOn: clock.dueOn };
}

/** Whether somebody objected is known here; of the other reasons the officer knows. */
function isGiven({ periods, process }: CaseFrame, reason: ExtensionReason): boolean {
  // RIGID 8 — The law may name fewer reasons.
  const known = processRow(process).extensionReasons;
  if (known && !known.includes(reason)) return false;
  return reason !== 'objection' || periods.some(({ kind, outcome }) => kind === 'notice' && outcome === 'objection');
}
