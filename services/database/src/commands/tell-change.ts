import { type ChangeKind, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { audit } from './audit.ts';

/**
 * LAW 40; M57 9 — A household tells what has changed while its application is open. It is entered for whoever surveys,
 * verifies and decides; the facts stay as they were established until one of them finds otherwise. That the one who tells
 * it is the applicant is the caller's to see to.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED
 */
export async function tellChange(tx: Tx, { caseId, what, text }: { caseId: string; what: ChangeKind; text: string }): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  enter(tx, frame, { kind: 'change.reported', data: { what, text } });
  audit(tx, { action: 'tell-change', township: frame.township, caseId, data: { what } });
}
