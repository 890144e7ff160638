import { fen, monthAfter } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { endingLetter } from '../../letters/award-ending.ts';
import { getAmount } from '../../record/amounts-of.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { issueLetter } from '../acts/issue-letter.ts';
import { endCase } from '../end-case.ts';
import { lockAward } from './lock-award.ts';
import { setAmount } from './set-amount.ts';
import { requireImpartial } from '../../record/require-impartial.ts';

/**
 * Ends an award by the side door: its last member has died, or the household gives it up. Nobody is cut against their
 * will, so nobody is heard; the amount ends with the month [N2022 1(3); M57 32].
 */
export async function endAward(
  tx: Tx,
  frame: CaseFrame,
  { ending, reason }: { ending: 'deceased' | 'given-up'; reason: string },
): Promise<{ caseId: string }> {
  const from = monthAfter(tx.day);
  const { monthly } = await getAmount(tx, frame.id);
  if (monthly > 0) await setAmount(tx, frame, { kind: ending, round: null, from, monthly: fen(0), reason });
  const round = Math.max(0, ...frame.tasks.map((task) => task.round)) + 1;
  await issueLetter(tx, frame, 'stop-decision', round, (ground) => endingLetter(ground, { ending, from }));
  return endCase(tx, { caseId: frame.id, ending, reason });
}

/** The household gives its award up, for the months that come. @throws Refusal NOT_FOUND, OUTCOME_NOT_NOW, CASE_CLOSED, RECUSED */
export async function giveUp(tx: Tx, { caseId, reason }: { caseId: string; reason: string }): Promise<{ caseId: string }> {
  const frame = await lockAward(tx, caseId);
  requireImpartial(tx.who, frame);
  return endAward(tx, frame, { ending: 'given-up', reason });
}
