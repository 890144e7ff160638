import type { ChangeKind, Household } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { callReview } from '../../record/call-review.ts';
import { enter } from '../../record/enter.ts';
import { saveCase } from '../../record/save-case.ts';
import { writeFacts } from '../../record/write-facts.ts';
import { audit } from '../audit.ts';
import { lockAward } from './lock-award.ts';

export interface ReportedChange {
  caseId: string;
  what: ChangeKind;
  text: string;
  /** The household as an officer took it down; what a recipient says of it is for the review to establish. */
  household?: Household;
}

/** M57 30 — A household in payment tells what has changed: its review is called early. @throws Refusal NOT_FOUND, OUTCOME_NOT_NOW, CASE_CLOSED, FIELDS_REFUSED */
export async function reportChange(tx: Tx, { caseId, what, text, household }: ReportedChange): Promise<{ caseId: string }> {
  const frame = await lockAward(tx, caseId);
  const factsVersion = household ? writeFacts(tx, frame, 'report', household) : undefined;
  enter(tx, frame, { kind: 'change.reported', data: { what, text, ...(factsVersion === undefined ? {} : { factsVersion }) } });
  callReview(tx, frame, { isEstablished: household !== undefined });
  saveCase(tx, frame);
  audit(tx, { action: 'report-change', township: frame.township, caseId, data: { what } });
  tx.writes.nudge(frame);
  return { caseId };
}
