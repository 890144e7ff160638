/**
 * Who is left of a household when a member has died, and who applies for them.
 *
 * M57 = 最低生活保障审核确认办法: one co-resident member applies for the household (4); who counts (7); who applies alone (8).
 */
import type { Household, HouseholdMember, Relation } from '../household.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';
import { countMembers } from './household-members.ts';

/** `living`: the household goes on with this applicant; `nobody`: no application is left; `minors`: only minors are. */
export type Survivors = { left: 'living'; household: Household; applicant: string } | { left: 'nobody' } | { left: 'minors' };

/**
 * The household without the member who died. Where the applicant died, another adult who counts becomes the applicant:
 * the one that is named, else the spouse, else the eldest. A single-person application ends with its person.
 *
 * @param newApplicant must be one of {@link candidatesAfter}
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function survivorsOf(
  household: Household,
  { deceased, newApplicant, day, parameters }: { deceased: string; newApplicant?: string; day: PlainDate; parameters: ParameterSet },
): Survivors {
  const rest = without(household, deceased);
  const applicant = household.members.find(({ relation }) => relation === 'applicant');
  if (applicant && applicant.name !== deceased) return { left: 'living', household: rest, applicant: applicant.name };
  if (household.application === 'single-person' || !isAnybodyLeft(household, { deceased, day, parameters })) return { left: 'nobody' };
  const candidates = candidatesAfter(household, { deceased, day, parameters });
  const next = candidates.find(({ name }) => name === newApplicant) ?? candidates[0];
  if (!next) return { left: 'minors' };
  return { left: 'living', household: { ...rest, members: seenFrom(next, rest.members) }, applicant: next.name };
}

/** A household in payment of which only minors are left: it goes on, seen from the eldest, until somebody is appointed for them. */
export function minorsLeft(household: Household, deceased: string): Household {
  const rest = without(household, deceased);
  const [eldest] = rest.members.toSorted((one, other) => one.birth.localeCompare(other.birth));
  return eldest ? { ...rest, members: seenFrom(eldest, rest.members) } : rest;
}

/** The adults who may take the place of the applicant: those who count, the spouse first, then from the eldest on. @throws Refusal PARAMETER_UNKNOWN */
export function candidatesAfter(
  household: Household,
  { deceased, day, parameters }: { deceased: string; day: PlainDate; parameters: ParameterSet },
): HouseholdMember[] {
  const majority = figure(parameters, 'age.adult', day).value;
  return countMembers(household, day, parameters)
    .counted.map(({ member }) => member)
    .filter(({ name, birth }) => name !== deceased && ageOn(birth, day) >= majority)
    .sort((one, other) => Number(other.relation === 'spouse') - Number(one.relation === 'spouse') || (one.birth < other.birth ? -1 : 1));
}

function isAnybodyLeft(
  household: Household,
  { deceased, day, parameters }: { deceased: string; day: PlainDate; parameters: ParameterSet },
): boolean {
  return countMembers(household, day, parameters).counted.some(({ member }) => member.name !== deceased);
}

/**
 * What the dead earned ends with them; what the household owns stays until the survey says otherwise, and what was spent
 * on them the household bears.
 */
function without(household: Household, deceased: string): Household {
  const { expenditure, hardship } = household;
  return {
    ...household,
    ...(expenditure && { expenditure: expenditure.map((item) => ofAll(item, deceased)) }),
    ...(hardship && { hardship: ofAll(hardship, deceased) }),
    members: household.members.filter(({ name }) => name !== deceased),
    income: household.income.filter(({ member }) => member !== deceased),
  };
}

function ofAll<Item extends { member?: string }>(item: Item, deceased: string): Item {
  if (item.member !== deceased) return item;
  const { member: _dead, ...rest } = item;
  return rest as Item;
}

function seenFrom(next: HouseholdMember, members: readonly HouseholdMember[]): HouseholdMember[] {
  const relations = relationsTo[next.relation];
  return [
    { ...next, relation: 'applicant' },
    ...members.filter(({ name }) => name !== next.name).map((member) => ({ ...member, relation: relations[member.relation] ?? 'other' })),
  ];
}

/**
 * What somebody who was `<inner>` to the dead is to the one who was `<outer>` to them. Where it may be one of two, the one
 * that is bound by a duty of support; what is not said owes none.
 */
const relationsTo: Record<Relation, Partial<Record<Relation, Relation>>> = {
  applicant: {},
  spouse: { child: 'child', grandchild: 'grandchild' },
  child: { spouse: 'parent', child: 'sibling', parent: 'grandparent', grandchild: 'child' },
  parent: { parent: 'spouse', child: 'grandchild', grandparent: 'parent', sibling: 'child' },
  grandparent: { grandparent: 'spouse', parent: 'child', sibling: 'grandchild' },
  grandchild: { child: 'parent', spouse: 'grandparent', grandchild: 'sibling' },
  sibling: { sibling: 'sibling', parent: 'parent', grandparent: 'grandparent' },
  other: {},
};
