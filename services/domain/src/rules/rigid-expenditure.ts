/** The rigid-expenditure household (刚性支出困难家庭): no monthly money, but it opens other help. RIGID 4, 5; LAW 22. */
import type { Finding } from '../assessment.ts';
import { all, amountOf, countFigure, isLess, isMore, limitShareOf, perHead, shareFigure, sum, type Test, times } from '../because.ts';
import { fen } from '../money.ts';
import { figure } from '../parameters.ts';
import { type ReasonCode, reasonOn } from '../reason.ts';
import { type HouseholdMeans, meansOf, type Question } from './household-means.ts';
import { necessarySpendingOf } from './necessary-spending.ts';
import { findSinglePersonRoutes } from './single-person.ts';

/**
 * Whether the household is a rigid-expenditure household on `day`. Never an amount.
 *
 * RIGID 4 — It is entitled to nothing that goes before, its income per head lies below the disposable income per head
 * of the place in the year before, its assets are within the limits, and what it must spend takes more of its income than
 * the place has set.
 *
 * @throws Refusal PARAMETER_UNKNOWN, and so for every day before 2025-01-01
 */
export function assessRigidExpenditure(question: Question): Finding {
  const means = meansOf(question);
  const { incomeBelowDisposable, spendingOverShare } = testBurden(question, means);
  const eligible = all({
    hasMembers: means.hasMembers,
    incomeNotBelowEdge: means.isNotBelowEdge,
    incomeBelowDisposable,
    ...Object.fromEntries(means.assets.map(({ word, test }) => [word, test])),
    spendingOverShare,
  });
  const failed: ReasonCode[] = [
    ...findWhatGoesFirst(means),
    ...means.assets.filter(({ test }) => !test.holds).map(({ failsAs }) => failsAs),
    ...(incomeBelowDisposable.holds ? [] : ['INCOME_NOT_BELOW_DISPOSABLE' as const]),
    ...(spendingOverShare.holds ? [] : ['SPENDING_NOT_OVER_SHARE' as const]),
  ];
  const reasons = eligible.holds ? ['SPENDING_OVER_SHARE' as const] : failed;
  return {
    means,
    eligible,
    perCapita: perHead(means.netIncome, means.members.heads),
    base: fen(0),
    topUp: fen(0),
    monthly: sum({}, 'LAW 22'),
    reasons: (means.hasMembers.holds ? reasons : ['NO_COUNTED_MEMBER' as const]).map((code) => reasonOn(code, question.day)),
    singlePersonRoute: findSinglePersonRoutes(question, means),
  };
}

/** 4(1), 4(3) — Both on the total of the twelve months before, never per head: dividing first leaves false remainders. */
function testBurden(
  question: Question,
  { netIncome, members }: HouseholdMeans,
): Record<'incomeBelowDisposable' | 'spendingOverShare', Test> {
  const { household, day, parameters } = question;
  const months = countFigure(figure(parameters, 'rigid.lookbackMonths', day));
  const income = times(netIncome, months, 'RIGID 4');
  const { source } = reasonOn('SPENDING_OVER_SHARE', day);
  const disposable = amountOf(
    figure(parameters, household.residence === 'urban' ? 'disposableIncome.urban' : 'disposableIncome.rural', day),
  );
  const limit = limitShareOf(income, shareFigure(figure(parameters, 'rigid.share', day)));
  return {
    incomeBelowDisposable: isLess(income, times(disposable, members.heads), source),
    spendingOverShare: isMore(necessarySpendingOf(question, members.counted), limit, source),
  };
}

/** 4 — Who is entitled to the subsistence allowance, or is an edge household, is helped by that. */
function findWhatGoesFirst({ isBelowStandard, isBelowEdge, hasAssetsWithinLimits }: HouseholdMeans): ReasonCode[] {
  if (!isBelowEdge.holds || !hasAssetsWithinLimits) return [];
  return [isBelowStandard.holds ? 'SUBSISTENCE_ALLOWANCE_GOES_FIRST' : 'EDGE_HOUSEHOLD_GOES_FIRST'];
}
