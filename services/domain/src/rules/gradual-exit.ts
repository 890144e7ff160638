/** Who leaves gradually: M57 33; N2022 1(3), those whom work has lifted over the standard. */
import { assess } from '../assessment.ts';
import type { Household, IncomeKind } from '../household.ts';
import type { ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Programme } from '../programme.ts';

const workKinds: readonly IncomeKind[] = ['wage', 'business'];

/**
 * Whether it is work alone that ended the entitlement: with the earnings from before, and everything else as it is now,
 * the household would still be entitled.
 *
 * @param before the household that the amount in force rests on
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function isThroughWork({
  programme,
  before,
  after,
  day,
  parameters,
}: {
  programme: Programme;
  before: Household;
  after: Household;
  day: PlainDate;
  parameters: ParameterSet;
}): boolean {
  const names = new Set(after.members.map(({ name }) => name));
  const earnedBefore = before.income.filter(({ kind, member }) => workKinds.includes(kind) && names.has(member));
  const withoutNewWork = { ...after, income: [...after.income.filter(({ kind }) => !workKinds.includes(kind)), ...earnedBefore] };
  return (
    !assess({ programme, household: after, day, parameters }).eligible &&
    assess({ programme, household: withoutNewWork, day, parameters }).eligible
  );
}
