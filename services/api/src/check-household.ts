import {
  checkIdNumber,
  findHouseholdFaults,
  type Household,
  householdFaults,
  type IdNumberFault,
  type Label,
  type PlainDate,
} from '@zhouji/domain';
import { type FieldFault, FieldsRefused } from './plugins/fields-refused.ts';

/** What to say of a number that is none. */
export const idNumberFaults: Record<IdNumberFault, Label> = {
  form: { zh: '填写 18 位身份证号码。', en: 'Give the 18 digits of the ID number.' },
  birth: {
    zh: '身份证号码中的出生日期不存在。核对后重新填写。',
    en: 'The ID number states a birth on a day that does not exist. Compare it with the card.',
  },
  'check-digit': {
    zh: '身份证号码最后一位不对。核对后重新填写。',
    en: 'The last digit of the ID number does not fit the others. Compare it with the card.',
  },
};

const sameNumber: Label = {
  zh: '两名成员的身份证号码相同。核对后重新填写。',
  en: 'Two members have the same ID number. Compare both with their cards.',
};

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
    if (fault) faults.push({ path, label: idNumberFaults[fault] });
    else if (seen.has(idNumber)) faults.push({ path, label: sameNumber });
    seen.add(idNumber);
  });
  if (faults.length > 0) throw new FieldsRefused(faults);
}
