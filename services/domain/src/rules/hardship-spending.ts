/** What of a household's spending counts for expenditure aid: TA2018 2(1). */
import { type Amount, difference, exempt, least, statedAmount, sum } from '../because.ts';
import type { Expenditure, ExpenditureKind } from '../household.ts';
import { figure } from '../parameters.ts';
import type { CountedMember } from './household-members.ts';
import type { Question } from './household-means.ts';

/**
 * The necessary spending of the months before the application, after everything that was or will be paid back: of the
 * counted members, and of the household as a whole.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function hardshipSpendingOf({ household, day, parameters }: Question, members: readonly CountedMember[]): Amount {
  const rule = figure(parameters, 'tempAid.spending', day);
  const kinds: readonly ExpenditureKind[] = rule.value;
  const counted = new Set(members.map(({ member }) => member.name));
  const spending: Record<string, Amount> = {};
  household.expenditure?.forEach((item, i) => {
    if (item.member !== undefined && !counted.has(item.member)) return;
    const borne = borneOf(item, `expenditure/${i}`);
    spending[`spending-${i + 1}`] = kinds.includes(item.kind) ? borne : exempt(borne, rule, 'TA2018 2(1)');
  });
  return sum(spending, 'TA2018 2(1)');
}

/** What of an item the household bears itself: education by the price list of public schools, all of it after what is paid back. */
function borneOf({ kind, annual, reimbursed, publicPrice }: Expenditure, path: string): Amount {
  const stated = statedAmount(annual, `${path}/annual`);
  const paid =
    kind === 'education' && publicPrice !== undefined
      ? least({ paid: stated, publicPrice: statedAmount(publicPrice, `${path}/publicPrice`) }, 'RIGID 5')
      : stated;
  if (reimbursed === undefined) return paid;
  const back = statedAmount(reimbursed, `${path}/reimbursed`);
  return difference({ paid, reimbursed: least({ paid, reimbursed: back }) }, 'TA2018 2(1)');
}
