import {
  checkIdNumber,
  findHouseholdFaults,
  type Household,
  householdFaults,
  idNumberFaultLabels,
  type PlainDate,
  fieldFaults,
} from '@zhouji/domain';
import { type FieldFault, FieldsRefused } from './plugins/fields-refused.ts';

/**
 * What a schema cannot see in a household: digits that do not fit, members that do not exist.
 *
 * @param under pointer to where the household stands in the body
 * @throws FieldsRefused with every field that must be corrected
 */
export function checkHousehold(household: Household, { day, under }: { day: PlainDate; under: string }): void {
  const faults: FieldFault[] = findHouseholdFaults(household, day).map(({ code, path }) => ({
    path: `${under}/${path}`,
    label: householdFaults[code],
  }));
  const seen = new Set<string>();
  household.members.forEach(({ idNumber }, i) => {
    if (idNumber === undefined) return;
    const path = `${under}/members/${i}/idNumber`;
    const fault = checkIdNumber(idNumber);
    if (fault) faults.push({ path, label: idNumberFaultLabels[fault] });
    else if (seen.has(idNumber)) faults.push({ path, label: fieldFaults['id-number-twice'] });
    seen.add(idNumber);
  });
  if (faults.length > 0) throw new FieldsRefused(faults);
}
