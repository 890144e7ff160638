import { processRow, refuse, type SideExit } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { closeCase } from '../record/close-case.ts';
import { lockCase } from '../record/lock-case.ts';
import { audit } from './audit.ts';

/** A case leaves by the side door, from whatever step: nothing is decided. @throws Refusal NOT_FOUND, CASE_CLOSED; OUTCOME_NOT_NOW where an award would end so */
export async function endCase(
  tx: Tx,
  { caseId, ending, reason }: { caseId: string; ending: SideExit; reason: string },
): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  // LAW 48 — What is in payment ends by a decision, unless nobody is left or the household gives it up.
  if (processRow(frame.process).opensFrom !== 'application' && ending !== 'deceased' && ending !== 'given-up')
    refuse('OUTCOME_NOT_NOW', { ending });
  // SC649 48 — Aid that was decided is paid, in its instalments; only a death ends it before.
  if (ending !== 'deceased' && frame.acts.some(({ kind }) => kind === 'aid-grant')) refuse('OUTCOME_NOT_NOW', { ending });
  frame.exit = ending;
  frame.exitReason = reason;
  frame.wakeAt = null;
  for (const period of frame.periods) {
    if (period.outcome !== null || period.endedAt) continue;
    period.endedAt = tx.at;
    tx.writes.change('period', 'periodEnd', period);
  }
  closeCase(tx, frame, ending, { data: { reason } });
  audit(tx, { action: 'end-case', township: frame.township, caseId, data: { ending } });
  tx.writes.nudge(frame);
  return { caseId };
}
