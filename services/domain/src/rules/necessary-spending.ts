/** What a household must spend: RIGID (刚性支出困难家庭认定办法), article 5. */
import { type Amount, difference, exempt, least, statedAmount, sum } from '../because.ts';
import type { Expenditure, ExpenditureKind } from '../household.ts';
import { figure } from '../parameters.ts';
import type { CountedMember } from './household-members.ts';
import type { Question } from './household-means.ts';

/**
 * The spending that counts, over the months before the application that article 4 names: of the counted members, and
 * of the household as a whole.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function necessarySpendingOf({ household, day, parameters }: Question, members: readonly CountedMember[]): Amount {
  const national = figure(parameters, 'rigid.spending', day);
  const local = figure(parameters, 'rigid.spending.local', day);
  const kinds: readonly ExpenditureKind[] = [...national.value, ...local.value];
  const counted = new Set(members.map(({ member }) => member.name));
  const spending: Record<string, Amount> = {};
  household.expenditure?.forEach((item, i) => {
    if (item.member !== undefined && !counted.has(item.member)) return;
    const borne = borneOf(item, `expenditure/${i}`);
    spending[`spending-${i + 1}`] = kinds.includes(item.kind) ? borne : exempt(borne, national, 'RIGID 5');
  });
  return sum(spending, 'RIGID 5');
}

/** What of an item the household bears itself. */
function borneOf({ kind, annual, reimbursed, publicPrice }: Expenditure, path: string): Amount {
  const paid = statedAmount(annual, `${path}/annual`);
  // 5(2) — Medical spending counts after all that insurance and aid pay back.
  if (kind === 'medical' && reimbursed !== undefined)
    return difference({ paid, reimbursed: statedAmount(reimbursed, `${path}/reimbursed`) }, 'RIGID 5');
  // 5(3) — Education counts by the price list of public schools.
  if (kind === 'education' && publicPrice !== undefined)
    return least({ paid, publicPrice: statedAmount(publicPrice, `${path}/publicPrice`) }, 'RIGID 5');
  return paid;
}
