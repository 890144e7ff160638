import type { Household } from '@zhouji/domain';

/** The ID numbers of a household, and by what its people are found: `id:<number>` and `nb:<name>|<birth>`; sorted, each once. */
export function peopleOf({ members }: Household): { idNumbers: string[]; people: string[] } {
  const idNumbers = members.flatMap(({ idNumber }) => idNumber ?? []);
  return {
    idNumbers: sorted(idNumbers),
    people: sorted([...idNumbers.map((idNumber) => `id:${idNumber}`), ...members.map(({ name, birth }) => `nb:${name}|${birth}`)]),
  };
}

/** Of whom an application lays claim, so that nobody is in two of a programme: of all, or of the one who applies alone [M57 8]. */
export function claimedOf(household: Household): string[] {
  const { idNumbers } = peopleOf(household);
  if (household.application !== 'single-person') return idNumbers;
  const applicant = household.members.find(({ relation }) => relation === 'applicant');
  return idNumbers.filter((idNumber) => idNumber === applicant?.idNumber);
}

export function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
