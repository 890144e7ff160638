import { type PlainDate, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { extendDecision } from '../record/clocks.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { audit } from './audit.ts';

/** The only reasons for which the decision may take longer [N2022 4(1)]: 公示异议, 人户分离, 异地申办, 调查难度较大. */
export const extensionReasons = ['objection', 'hukou-elsewhere', 'applied-elsewhere', 'hard-survey'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Lengthens the limit of the decision. @throws Refusal NOT_FOUND, CASE_CLOSED, OUTCOME_NOT_NOW (no such clock runs, or it was lengthened already), CALENDAR_UNKNOWN */
export async function extendClock(
  tx: Tx,
  { caseId, reason }: { caseId: string; reason: ExtensionReason },
): Promise<{ caseId: string; dueOn: PlainDate }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  if (!extensionReasons.includes(reason)) refuse('OUTCOME_NOT_NOW', { reason });
  const clock = extendDecision(tx, frame, reason, (entry) => enter(tx, frame, entry));
  if (!clock) return refuse('OUTCOME_NOT_NOW', { reason });
  saveCase(tx, frame);
  audit(tx, { action: 'extend-clock', township: frame.township, caseId, data: { reason } });
  tx.writes.nudge(frame);
  return { caseId, dueOn: clock.dueOn };
}
