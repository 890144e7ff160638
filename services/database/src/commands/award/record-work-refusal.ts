import { canWork, countMembers, type PlainDate, refuse, refusersOf } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { callReview } from '../../record/call-review.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { saveCase } from '../../record/save-case.ts';
import { workRefusalsOf } from '../../record/work-refusals-of.ts';
import { audit } from '../audit.ts';
import { lockAward } from './lock-award.ts';
import { requireImpartial } from '../../record/require-impartial.ts';

export interface NewWorkRefusal {
  caseId: string;
  /** The name of the member who was offered the work. */
  member: string;
  offeredOn: PlainDate;
  /** What was offered, in words. */
  offer: string;
  hasGoodReason: boolean;
  /** What the member said, or why it was no good reason. */
  reason: string;
}

/**
 * M57 34 — Records that a member refused work that was offered. When it has happened as often in a row without good reason
 * as the law allows no longer, the review is called: it may withhold that person's share, and nobody else's.
 *
 * @throws Refusal NOT_FOUND, OUTCOME_NOT_NOW, CASE_CLOSED, RECUSED, MEMBER_UNKNOWN, MEMBER_UNABLE, DAY_IMPOSSIBLE, PARAMETER_UNKNOWN
 */
export async function recordWorkRefusal(tx: Tx, { caseId, ...refusal }: NewWorkRefusal): Promise<{ caseId: string }> {
  const frame = await lockAward(tx, caseId);
  requireImpartial(tx.who, frame);
  requireAbleMember(tx, frame, refusal);
  const before = await workRefusalsOf(tx, caseId);
  const { township } = frame;
  const number = before.length + 1;
  tx.writes.add('workRefusal', { caseId, township, number, ...refusal, by: tx.who.account, byName: tx.who.name, at: tx.at });
  enter(tx, frame, { kind: 'work.refused', data: { number, offeredOn: refusal.offeredOn, hasGoodReason: refusal.hasGoodReason } });
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const known = refusersOf(before, tx.day, parameters);
  const now = refusersOf([...before, refusal], tx.day, parameters);
  if (now.join() !== known.join()) callReview(tx, frame, { isEstablished: true });
  saveCase(tx, frame);
  audit(tx, { action: 'record-work-refusal', township, caseId });
  tx.writes.nudge(frame);
  return { caseId };
}

/** Work can be offered to somebody who counts and can work, and not on a day that has not come. */
function requireAbleMember(tx: Tx, frame: CaseFrame, { member: name, offeredOn }: { member: string; offeredOn: PlainDate }): void {
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const { counted } = countMembers(frame.facts.household, tx.day, parameters);
  const found = counted.find(({ member }) => member.name === name);
  if (!found) return refuse('MEMBER_UNKNOWN', { members: counted.map(({ member }) => member.name) });
  if (!canWork(found.member, tx.day, parameters)) refuse('MEMBER_UNABLE', { member: name });
  if (offeredOn > tx.day || offeredOn < found.member.birth) refuse('DAY_IMPOSSIBLE', { offeredOn, today: tx.day });
}
