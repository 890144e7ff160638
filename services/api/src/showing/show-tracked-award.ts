import type { AwardLife } from '@zhouji/database';
import { awardAmountKinds, awardStates, fen, formatYuan } from '@zhouji/domain';
import type { Tracking } from '../answers/tracking.ts';
import type { Language } from '../language.ts';

const MONTHS_SHOWN = 12;

/** What is paid, as the household reads it. */
export function trackedAwardShown(award: AwardLife | null, language: Language): Tracking['award'] {
  if (!award) return null;
  const { number, state, amounts, nextReviewOn, exitsOn, entitlements } = award;
  return {
    number,
    state,
    label: awardStates[state].label[language],
    amounts: amounts.toReversed().map(({ from, monthlyFen, kind, reason }) => ({
      from,
      monthly: formatYuan(fen(monthlyFen)),
      label: awardAmountKinds[kind].label[language],
      reason,
    })),
    nextReviewOn,
    exitsOn,
    paid: entitlements
      .slice(-MONTHS_SHOWN)
      .toReversed()
      .map(({ month, fen: amount }) => ({ month, amount: formatYuan(fen(amount)) })),
  };
}
