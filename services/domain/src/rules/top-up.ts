/** More for those for whom life costs more (分类施保): M57 27; LAW 20. The shares are local rules. */
import { type Amount, greatest, shareFigure, shareOfAmount, sum } from '../because.ts';
import type { HouseholdMember } from '../household.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import { isSeverelyDisabled } from '../person.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';
import type { CountedMember } from './household-members.ts';

/** Whom a top-up is for; the words are those of the parameters `topUp.*`. */
export const topUpCategories = ['elderly', 'minor', 'severeDisability', 'severeIllness'] as const;
export type TopUpCategory = (typeof topUpCategories)[number];

/** The top-ups of `members`: for each person once, the highest of those the person falls under. @throws Refusal PARAMETER_UNKNOWN */
export function topUpOf(members: readonly CountedMember[], standard: Amount, day: PlainDate, parameters: ParameterSet): Amount {
  const ages = { elderly: figure(parameters, 'age.elderly', day).value, adult: figure(parameters, 'age.adult', day).value };
  const byMember: Record<string, Amount> = {};
  for (const { member, word } of members) {
    const shares: Record<string, Amount> = {};
    const categories = categoriesOf(member, ageOn(member.birth, day), ages);
    for (const category of categories)
      shares[category] = shareOfAmount(standard, shareFigure(figure(parameters, `topUp.${category}`, day)));
    if (categories.length > 0) byMember[word] = greatest(shares, 'M57 27', member.name);
  }
  return sum(byMember, 'M57 27');
}

function categoriesOf(member: HouseholdMember, age: number, ages: { elderly: number; adult: number }): TopUpCategory[] {
  const categories: TopUpCategory[] = [];
  if (age >= ages.elderly) categories.push('elderly');
  if (age < ages.adult) categories.push('minor');
  if (isSeverelyDisabled(member.disability)) categories.push('severeDisability');
  if (member.seriousIllness) categories.push('severeIllness');
  return categories;
}
