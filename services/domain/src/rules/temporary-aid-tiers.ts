/** The tiers of expenditure aid: how much of the income necessary spending takes, and for how many months the aid is given [TA2018 2(3)]. */
import {
  all,
  type Amount,
  type Count,
  countFigure,
  isAtMost,
  isLess,
  isMore,
  limitShareOf,
  shareFigure,
  shareOfAmount,
  sum,
  type Test,
  where,
} from '../because.ts';
import type { Fen } from '../money.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';

interface TierQuestion {
  readonly spending: Amount;
  /** Of the same months. */
  readonly income: Amount;
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
}

const source = 'TA2018 2(3)';

/**
 * The tier that the spending reaches; none below the first. The first and the second tier begin at their share, the third
 * above its own. A household without income that has to spend anything is in the third.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function findTier({ spending, income, day, parameters }: TierQuestion): { reached: Test; months?: Count } {
  // A share that must be reached is rounded up to the fen, one that must be exceeded down: neither is moved by it.
  const first = shareOfAmount(income, shareFigure(figure(parameters, 'tempAid.share.first', day)));
  const second = shareOfAmount(income, shareFigure(figure(parameters, 'tempAid.share.second', day)));
  const third = limitShareOf(income, shareFigure(figure(parameters, 'tempAid.share.third', day)));
  const reachesFirst = isAtMost(first, spending, source);
  const reached = all({ hasSpending: isMore(spending, sum({}), source), reachesShare: reachesFirst }, source);
  if (!reached.holds) return { reached };
  const tiers = [
    ['tempAid.months.third', isMore(spending, third, source)],
    ['tempAid.months.second', all({ fromShare: isAtMost(second, spending, source), withinShare: isAtMost(spending, third, source) })],
    ['tempAid.months.first', all({ fromShare: reachesFirst, belowNext: isLess(spending, second, source) })],
  ] as const;
  const [months, test] = tiers.find(([, { holds }]) => holds)!;
  return { reached, months: where(test, countFigure(figure(parameters, months, day)), source) };
}

/** Spending as a share of income, cut off after four decimals; null where there is no income. */
export function shareText(spending: Fen, income: Fen): string | null {
  if (income <= 0) return null;
  const share = (BigInt(spending) * 10_000n) / BigInt(income);
  return `${share / 10_000n}.${String(share % 10_000n).padStart(4, '0')}`;
}
