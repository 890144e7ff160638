import { dayOf, monthAfter, parseYuan } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { changeLetter } from '../../letters/award-change.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { changeGroundOf } from '../award/change-ground.ts';
import { dropClaims } from '../award/drop-claims.ts';
import { setAmount } from '../award/set-amount.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 32 — The new amount runs from the month after the decision, up as well as down; it is written with its reasons [LAW 48]. */
export async function changeAmount(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { assessment, review, ...told } = await changeGroundOf(tx, frame, round);
  const from = monthAfter(decidedOn(tx, frame, round));
  const { monthly, because } = assessment;
  const reason = told.reasons.map(({ label }) => label.zh).join('；');
  const kind = review.outcome === 'increase' ? 'increase' : 'decrease';
  await setAmount(tx, frame, { kind, round, from, monthly: parseYuan(monthly), reason, because });
  dropClaims(tx, frame);
  await issueLetter(tx, frame, 'change-decision', round, (ground) => changeLetter(ground, { ...told, monthly, from, because }), assessment);
  return 'done';
}

/** The day on which the change was decided; that of the act follows it at once, unless the process was away. */
export function decidedOn(tx: Tx, frame: CaseFrame, round: number): string {
  const decision = frame.tasks.find((task) => task.kind === 'change-decision' && task.round === round);
  return decision?.givenAt ? dayOf(decision.givenAt) : tx.day;
}
