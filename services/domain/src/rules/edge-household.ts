/** The edge household (最低生活保障边缘家庭): no monthly money, but it opens other help. M57 8; N2022 1(4); LAW 21. */
import type { Finding } from '../assessment.ts';
import { all, perHead, sum } from '../because.ts';
import { fen } from '../money.ts';
import { type ReasonCode, reasonOn } from '../reason.ts';
import { type HouseholdMeans, meansOf, type Question } from './household-means.ts';
import { findSinglePersonRoutes } from './single-person.ts';

/**
 * Whether the household is an edge household on `day`: not entitled to the subsistence allowance, income per head below
 * the raised limit, assets within the same limits. Never an amount.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function assessEdgeHousehold(question: Question): Finding {
  const means = meansOf(question);
  const eligible = all({
    hasMembers: means.hasMembers,
    incomeNotBelowStandard: means.isNotBelowStandard,
    incomeBelowEdge: means.isBelowEdge,
    ...Object.fromEntries(means.assets.map(({ word, test }) => [word, test])),
  });
  const reasons = eligible.holds ? ['INCOME_BELOW_EDGE' as const] : findFailures(means);
  return {
    means,
    eligible,
    perCapita: perHead(means.netIncome, means.members.heads),
    base: fen(0),
    topUp: fen(0),
    monthly: sum({}, 'LAW 21'),
    reasons: reasons.map((code) => reasonOn(code, question.day)),
    singlePersonRoute: findSinglePersonRoutes(question, means),
  };
}

function findFailures(means: HouseholdMeans): ReasonCode[] {
  if (!means.hasMembers.holds) return ['NO_COUNTED_MEMBER'];
  const failed = means.assets.filter(({ test }) => !test.holds).map(({ failsAs }) => failsAs);
  if (!means.isBelowEdge.holds) return ['INCOME_NOT_BELOW_EDGE', ...failed];
  if (!means.isNotBelowStandard.holds && failed.length === 0) return ['ENTITLED_TO_SUBSISTENCE_ALLOWANCE'];
  return failed;
}
