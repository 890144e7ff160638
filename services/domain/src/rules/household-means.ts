/** The means of a household against the standard of the place: what the subsistence allowance and the edge household both ask. */
import { type Amount, amountOf, any, isAtMost, isLess, shareFigure, shareOfAmount, type Test, times } from '../because.ts';
import type { Household } from '../household.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { reasonOn } from '../reason.ts';
import { type AssetTest, testAssets } from './assets.ts';
import { netIncomeOf } from './household-income.ts';
import { countMembers, type MembersOnDay } from './household-members.ts';

export interface Question {
  readonly household: Household;
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
  /** The receipt of the edge household on record, of which the applicant is a member. */
  readonly recognition?: string;
}

export interface HouseholdMeans {
  readonly members: MembersOnDay;
  readonly netIncome: Amount;
  /** The standard for one person, and for all who count. */
  readonly standard: Amount;
  readonly standards: Amount;
  readonly hasMembers: Test;
  readonly isBelowStandard: Test;
  readonly isNotBelowStandard: Test;
  readonly isBelowEdge: Test;
  readonly isNotBelowEdge: Test;
  readonly assets: readonly AssetTest[];
  readonly hasAssetsWithinLimits: boolean;
  /** Not entitled itself, below the raised limit, with assets within the limits [M57 8; N2022 1(4); LAW 21]. */
  readonly isEdgeHousehold: boolean;
}

/**
 * The means of a household on `day`. Income is compared with the standard on the total, never per head: dividing first
 * and multiplying back leaves false remainders.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function meansOf({ household, day, parameters }: Question): HouseholdMeans {
  const members = countMembers(household, day, parameters);
  const { heads } = members;
  const netIncome = netIncomeOf({ household, members: members.counted, day, parameters });
  const standard = standardOf({ household, day, parameters });
  const standards = times(standard, heads);
  const edgeLimit = shareOfAmount(standards, shareFigure(figure(parameters, 'edgeMultiple', day)));
  const belowStandard = reasonOn('INCOME_BELOW_STANDARD', day).source;
  const isBelowStandard = isLess(netIncome, standards, belowStandard);
  const isNotBelowStandard = isAtMost(standards, netIncome, belowStandard);
  const belowEdge = reasonOn('INCOME_BELOW_EDGE', day).source;
  const isBelowEdge = isLess(netIncome, edgeLimit, belowEdge);
  const isNotBelowEdge = isAtMost(edgeLimit, netIncome, belowEdge);
  const assets = testAssets({ household, heads, standard, day, parameters });
  const hasAssetsWithinLimits = assets.every(({ test }) => test.holds);
  return {
    members,
    netIncome,
    standard,
    standards,
    hasMembers: testMembers(household, members),
    isBelowStandard,
    isNotBelowStandard,
    isBelowEdge,
    isNotBelowEdge,
    assets,
    hasAssetsWithinLimits,
    isEdgeHousehold: heads.count > 0 && isNotBelowStandard.holds && isBelowEdge.holds && hasAssetsWithinLimits,
  };
}

/** The standard for one person where the household lives. @throws Refusal PARAMETER_UNKNOWN */
function standardOf({ household, day, parameters }: Question): Amount {
  return amountOf(figure(parameters, household.residence === 'urban' ? 'lowStandard.urban' : 'lowStandard.rural', day));
}

/** M57 7 — There is somebody to help. */
function testMembers(household: Household, { standings }: MembersOnDay): Test {
  const tests: Record<string, Test> = {};
  household.members.forEach((_, i) => {
    const holds = standings[i]!.counted;
    tests[`member-${i + 1}`] = { holds, because: { value: holds ? 'yes' : 'no', input: `members/${i}` } };
  });
  return any(tests, 'M57 7');
}
