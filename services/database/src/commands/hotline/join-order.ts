import { refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { lockCase } from '../../record/lock-case.ts';
import { saveCase } from '../../record/save-case.ts';

/**
 * A repeat joins the open order that says the same (并入): nothing is done twice, and whoever answers sees that it was said again.
 *
 * @throws Refusal MERGE_NOWHERE where it is no open work order, or a sealed report
 */
export async function joinOrder(tx: Tx, { caseId }: { caseId: string }): Promise<{ caseId: string; number: string; code: string }> {
  const [order] = await tx.rows<{ code: string; isSealed: boolean }>(
    'select code, is_sealed as "isSealed" from work_order where case_id = $1::uuid',
    [caseId],
  );
  if (!order || order.isSealed) return refuse('MERGE_NOWHERE');
  const frame = await lockCase(tx, { caseId });
  enterRepeat(tx, frame, {});
  return { caseId, number: frame.receipt, code: order.code };
}

/** Enters that the same was said again. @throws Refusal MERGE_NOWHERE when the order is closed */
export function enterRepeat(tx: Tx, frame: CaseFrame, data: Record<string, unknown>): void {
  if (frame.closedAt) refuse('MERGE_NOWHERE');
  enter(tx, frame, { kind: 'contact.merged', data });
  saveCase(tx, frame);
  tx.writes.nudge(frame);
}
