import type { Assessment } from '../assessment.ts';
import type { Household } from '../household.ts';

/** How many persons an amount is for: one where somebody applies alone [M57 8], else the counted members [M57 7]. */
export function countedPersons({ members }: Pick<Assessment, 'members'>, { application }: Pick<Household, 'application'>): number {
  return application === 'single-person' ? 1 : Math.max(1, members.filter(({ counted }) => counted).length);
}
