import { reliefCap, waysOf } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { type GivenRelief, reliefDecisionLetter } from '../../letters/relief.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { fenOf } from '../relief/after-relief.ts';
import { type Gift, giftDecided } from '../relief/fit-relief.ts';
import { issueLetter } from './issue-letter.ts';

/**
 * TA2018 2(4) — The decision is written, and the relief goes its way: by the bank, by hand, or part of it each way. The money
 * was set aside with the decision.
 */
export async function orderRelief(tx: Tx, frame: CaseFrame, round: number): Promise<'bank' | 'by-hand' | 'both'> {
  const relief = await reliefOf(tx, frame.id);
  const gift = giftOfRound(frame, round);
  const given = givenBy(gift);
  const { because } = reliefCap(gift.persons, tx.day, tx.place.parametersOf(frame.parameterSet));
  await issueLetter(tx, frame, 'relief-decision', round, (ground) =>
    reliefDecisionLetter(ground, {
      given,
      reason: gift.reason ?? relief.call.what,
      decidedBy: relief.grantedByName ?? '',
      because: given.amountFen === null && given.cashFen === null ? undefined : because,
    }),
  );
  const { byBank, byHand } = waysOf(gift);
  return byBank && byHand ? 'both' : byBank ? 'bank' : 'by-hand';
}

/** What was decided in a round. */
export function giftOfRound(frame: CaseFrame, round: number): Gift {
  const decision = frame.tasks.find((task) => task.kind === 'relief' && task.round === round);
  return giftDecided(frame, decision?.outcomeData ?? {}, round);
}

/** The same as letters list it. */
export function givenBy({ amount, cash, goods, channel, payee, persons }: Gift): GivenRelief {
  return { amountFen: fenOf(amount), cashFen: fenOf(cash), goods: goods ?? null, channel, payee: payee?.name ?? null, persons };
}
