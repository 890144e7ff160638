/**
 * The subsistence allowance (最低生活保障): who is entitled, and to how much. LAW 18, 20, 23; before it SC649 9;
 * M57 7, 8, 13, 14, 23, 27; N2022 1.
 */
import type { Finding } from '../assessment.ts';
import { all, perHead, type Test } from '../because.ts';
import { type ReasonCode, reasonOn } from '../reason.ts';
import { benefitOf } from './benefit.ts';
import { type HouseholdMeans, meansOf, type Question } from './household-means.ts';
import { findSinglePersonRoutes } from './single-person.ts';

/**
 * What the household as a whole is entitled to on `day`.
 *
 * LAW 18 — Income per head below the standard of the place, and assets within its limits. At the standard is not below.
 *
 * @throws Refusal PARAMETER_UNKNOWN when the place has a figure not set on that day, or set to what is not worked out here
 */
export function assessSubsistenceAllowance(question: Question): Finding {
  const means = meansOf(question);
  const eligible = isEntitled(means);
  const reasons = eligible.holds ? ['INCOME_BELOW_STANDARD' as const] : findFailures(means);
  const { counted, heads } = means.members;
  return {
    means,
    eligible,
    perCapita: perHead(means.netIncome, heads),
    ...benefitOf({
      ...question,
      eligible,
      members: counted,
      standard: means.standard,
      standards: means.standards,
      netIncome: means.netIncome,
    }),
    reasons: reasons.map((code) => reasonOn(code, question.day)),
    singlePersonRoute: eligible.holds ? [] : findSinglePersonRoutes(question, means),
  };
}

/** LAW 18, 23 — The tests, all of them. */
function isEntitled({ hasMembers, isBelowStandard, assets }: HouseholdMeans): Test {
  return all({
    hasMembers,
    incomeBelowStandard: isBelowStandard,
    ...Object.fromEntries(assets.map(({ word, test }) => [word, test])),
  });
}

function findFailures(means: HouseholdMeans): ReasonCode[] {
  if (!means.hasMembers.holds) return ['NO_COUNTED_MEMBER'];
  const failed = means.assets.filter(({ test }) => !test.holds).map(({ failsAs }) => failsAs);
  return means.isBelowStandard.holds ? failed : ['INCOME_NOT_BELOW_STANDARD', ...failed];
}
