/** One member of an edge household enters the subsistence allowance alone (单人户): M57 8; N2022 1(1), 1(4). */
import type { Finding } from '../assessment.ts';
import { all, any, isLess, perHead, type Test, times } from '../because.ts';
import type { Household, HouseholdMember } from '../household.ts';
import { type Figure, figure } from '../parameters.ts';
import { isSeverelyDisabled } from '../person.ts';
import { ageOn } from '../plain-date.ts';
import { type ReasonCode, reasonOn } from '../reason.ts';
import { refuse } from '../refusal.ts';
import { testAssets } from './assets.ts';
import { benefitOf } from './benefit.ts';
import { netIncomeOf } from './household-income.ts';
import { type CountedMember, hasDied, headsOf } from './household-members.ts';
import { type HouseholdMeans, meansOf, type Question } from './household-means.ts';

/**
 * What the applicant is entitled to alone on `day`.
 *
 * 8(1), (2) — Severely disabled or seriously ill members of an edge household. A household that is entitled itself
 * applies whole: N2022 1(1) lets nobody admit it in part. 8(3) — Clergy who have lived apart for three years or more
 * are tested by themselves.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function assessSinglePerson(question: Question): Finding {
  const { day, parameters } = question;
  const { recognition } = question;
  const found = meansOf(question);
  // 8(1) — An edge household that is on record is not tested a second time.
  const means = recognition === undefined ? found : { ...found, isEdgeHousehold: true };
  const applicant = applicantOf(question);
  const alone = aloneOf(question, means, applicant);
  const isClergy = applicant.member.absence === 'clergy-apart-three-years';
  const isOnRecord = recognition !== undefined && !isClergy;
  const ownAssets = isClergy ? testAssets({ ...question, heads: alone.heads, standard: means.standard }) : isOnRecord ? [] : means.assets;
  const householdTests: Record<string, Test> = isClergy
    ? {}
    : isOnRecord
      ? { edgeHousehold: answer(true, `recognition/${recognition}`) }
      : { incomeNotBelowStandard: means.isNotBelowStandard, incomeBelowEdge: means.isBelowEdge };
  const mayApplyAlone = testCategory(applicant);
  const isDead = hasDied(applicant.member, day);
  const isThere = !isDead && (isClergy || applicant.member.absence === undefined);
  const isMember = answer(isThere, `${applicant.path}/${isDead ? 'diedOn' : 'absence'}`);
  const eligible = all({
    isMember,
    ...householdTests,
    ...Object.fromEntries(ownAssets.map(({ word, test }) => [word, test])),
    mayApplyAlone,
    ownIncomeBelowStandard: alone.isBelowStandard,
  });
  const failed: ReasonCode[] = [
    ...(isMember.holds ? [] : ['NO_COUNTED_MEMBER' as const]),
    ...(isClergy ? [] : findHouseholdFailure(means)),
    ...ownAssets.filter(({ test }) => !test.holds).map(({ failsAs }) => failsAs),
    ...(mayApplyAlone.holds ? [] : ['NOT_SINGLE_PERSON_CATEGORY' as const]),
    ...(alone.isBelowStandard.holds ? [] : ['INCOME_NOT_BELOW_STANDARD' as const]),
  ];
  const amountRule = figure(parameters, 'singlePerson.amount', day);
  // A fixed amount is lawful as well, but no place here has set one.
  if (amountRule.value !== 'own-income-difference')
    refuse('PARAMETER_UNKNOWN', { parameter: amountRule.parameter, value: amountRule.value, day });
  return {
    means,
    eligible,
    perCapita: perHead(alone.netIncome, alone.heads),
    ...benefitOf({
      day,
      parameters,
      eligible,
      members: [applicant],
      standard: means.standard,
      standards: alone.standards,
      netIncome: alone.netIncome,
    }),
    reasons: (eligible.holds ? ['INCOME_BELOW_STANDARD' as const] : failed).map((code) => reasonOn(code, day)),
    singlePersonRoute: [],
  };
}

/**
 * The members of an edge household who could enter alone: of a category of M57 8, with own income below the standard.
 * Nobody, when the household is no edge household.
 */
export function findSinglePersonRoutes(question: Question, means: HouseholdMeans): string[] {
  if (!means.isEdgeHousehold) return [];
  return means.members.counted
    .filter((member) => testCategory(member).holds && aloneOf(question, means, member).isBelowStandard.holds)
    .map(({ member }) => member.name);
}

/**
 * What is known of a member, as the beginning of an application alone: the edge household on record stands for the
 * others, of whom nothing is repeated. Undefined when there is no such member.
 */
export function aloneFrom({ residence, members, income }: Household, name: string): Household | undefined {
  const member = members.find((one) => one.name === name);
  if (!member) return undefined;
  return {
    residence,
    application: 'single-person',
    members: [{ ...member, relation: 'applicant' }],
    income: income.filter((one) => one.member === name),
    assets: [],
  };
}

function applicantOf({ household }: Question): CountedMember {
  const i = household.members.findIndex(({ relation }) => relation === 'applicant');
  return { member: household.members[i]!, path: `members/${i}`, word: `member-${i + 1}` };
}

/** A person's own income against the standard for one. */
function aloneOf(question: Question, means: HouseholdMeans, person: CountedMember) {
  const { household, day, parameters } = question;
  const heads = headsOf([person]);
  const standards = times(means.standard, heads);
  const netIncome = netIncomeOf({ household, members: [person], day, parameters, upkeepRule: findUpkeepRule(question, person.member) });
  return { heads, standards, netIncome, isBelowStandard: isLess(netIncome, standards, reasonOn('INCOME_BELOW_STANDARD', day).source) };
}

/** M57 8(1)-(3). */
function testCategory({ member, path }: CountedMember): Test {
  const severelyDisabled = isSeverelyDisabled(member.disability);
  const seriouslyIll = member.seriousIllness === true;
  const clergyApart = member.absence === 'clergy-apart-three-years';
  return any(
    {
      severelyDisabled: answer(severelyDisabled, `${path}/disability`),
      seriouslyIll: answer(seriouslyIll, `${path}/seriousIllness`),
      clergyApart: answer(clergyApart, `${path}/absence`),
    },
    'M57 8',
  );
}

function answer(holds: boolean, input: string): Test {
  return { holds, because: { value: holds ? 'yes' : 'no', input } };
}

/** What keeps the household as a whole from being an edge household, if anything but its assets does. */
function findHouseholdFailure(means: HouseholdMeans): ReasonCode[] {
  if (means.isEdgeHousehold) return [];
  const isEntitledItself = means.hasMembers.holds && means.isBelowStandard.holds && means.hasAssetsWithinLimits;
  return [isEntitledItself ? 'ENTITLED_TO_SUBSISTENCE_ALLOWANCE' : 'NOT_EDGE_HOUSEHOLD'];
}

/**
 * N2022 1(1) — Where siblings, or people of 60 and over, keep an adult who is severely disabled and has no work, their
 * upkeep may be disregarded. Whether it is, the place says.
 */
function findUpkeepRule({ household, day, parameters }: Question, person: HouseholdMember): Figure | undefined {
  const rule = figure(parameters, 'singlePerson.disregardUpkeep', day);
  if (!rule.value || !isSeverelyDisabled(person.disability)) return undefined;
  if (ageOn(person.birth, day) < figure(parameters, 'age.adult', day).value) return undefined;
  const works = household.income.some(({ member, kind }) => member === person.name && (kind === 'wage' || kind === 'business'));
  if (works) return undefined;
  const oldFrom = figure(parameters, 'singlePerson.supporterAge', day).value;
  const isKept = household.members.some((other) => other !== person && (ageOn(other.birth, day) >= oldFrom || areSiblings(person, other)));
  return isKept ? rule : undefined;
}

function areSiblings(one: HouseholdMember, other: HouseholdMember): boolean {
  const generation = (member: HouseholdMember) => (member.relation === 'applicant' ? 'sibling' : member.relation);
  return (generation(one) === 'sibling' && generation(other) === 'sibling') || (one.relation === 'child' && other.relation === 'child');
}
