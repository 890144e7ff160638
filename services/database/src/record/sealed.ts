import { holds, refuse, type Role } from '@zhouji/domain';
import type { Actor } from '../actor.ts';
import type { Tx } from '../database.ts';

/** M57 37 — A report is read by whoever examines it: not by the office that it is about, nor by the hotline again. */
export function mayReadReports(who: Actor): boolean {
  return who.role === 'system' || (who.role !== 'public' && holds(who.role satisfies Role, 'examine-report'));
}

/** Whoever may not read a report is not told that it exists. @throws Refusal NOT_FOUND */
export async function requireUnsealed(tx: Tx, caseId: string): Promise<void> {
  if (mayReadReports(tx.who)) return;
  const sealed = await tx.rows('select 1 from work_order where case_id = $1 and is_sealed', [caseId]);
  if (sealed.length > 0) refuse('NOT_FOUND');
}
