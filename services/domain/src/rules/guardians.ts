/** Who signs for whom: CIVIL (民法典) 17–23, 27, 28. */
import type { Household, HouseholdMember, Relation } from '../household.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';

/** The day that is asked about, and the age of majority in years [CIVIL 17]. */
export interface OnDay {
  readonly day: PlainDate;
  readonly majority: number;
}

/** Whether somebody else has to sign: for minors and for adults of limited or no capacity [CIVIL 19–22]. */
export function needsGuardian({ birth, capacity = 'full' }: HouseholdMember, { day, majority }: OnDay): boolean {
  return capacity !== 'full' || ageOn(birth, day) < majority;
}

/** In this order members of the household come into question as guardians [CIVIL 27, 28]. */
const order: readonly Relation[] = ['applicant', 'spouse', 'parent', 'grandparent', 'child', 'sibling', 'grandchild'];

/**
 * The name of who signs for a member: the guardian that the facts name, else the nearest adult of the household who can
 * sign; undefined when there is nobody. A guardian need not be a member, but one who is must be able to sign.
 */
export function guardianOf(household: Household, member: HouseholdMember, on: OnDay): string | undefined {
  const able = household.members.filter((other) => other !== member && !needsGuardian(other, on) && isThere(other));
  const named = member.guardian;
  if (named !== undefined && (able.some(({ name }) => name === named) || household.members.every(({ name }) => name !== named)))
    return named;
  return able
    .filter(({ relation }) => order.includes(relation))
    .sort((one, other) => order.indexOf(one.relation) - order.indexOf(other.relation) || one.birth.localeCompare(other.birth))[0]?.name;
}

function isThere({ absence, diedOn }: HouseholdMember): boolean {
  return absence === undefined && diedOn === undefined;
}
