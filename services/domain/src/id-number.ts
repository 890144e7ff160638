/** The citizen's identity number, GB 11643: six digits of region, eight of birth, three of order, one to check. */
import Type from 'typebox';
import type { Label } from './label.ts';
import type { Sex } from './person.ts';
import type { PlainDate } from './plain-date.ts';

const idNumberPattern = '^[1-9][0-9]{16}[0-9X]$';
export const IdNumber = Type.String({ pattern: idNumberPattern });
export type IdNumber = string;

/** What can be wrong with a number: its form, a birth on no such day, the digit that checks the others. */
export const idNumberFaults = ['form', 'birth', 'check-digit'] as const;
export type IdNumberFault = (typeof idNumberFaults)[number];

/** How each is put right. */
export const idNumberFaultLabels: Record<IdNumberFault, Label> = {
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

/**
 * What is wrong with an identity number, or `undefined`. Region codes are not looked up: abolished ones stay valid for
 * those who were registered under them.
 */
export function checkIdNumber(idNumber: string): IdNumberFault | undefined {
  if (!isForm.test(idNumber)) return 'form';
  if (!isDay(birthOf(idNumber))) return 'birth';
  return idNumber.endsWith(checkDigitOf(idNumber)) ? undefined : 'check-digit';
}

/** The day of birth that a number of the right form states. */
export function birthOf(idNumber: IdNumber): PlainDate {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** The sex that a number of the right form states: the seventeenth digit is odd for men. */
export function sexOf(idNumber: IdNumber): Sex {
  return Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
}

/** A number with a right check digit for a fictional person. `serial` 0 to 499 tells those apart who share the rest. */
export function makeIdNumber(regionPrefix: string, birth: PlainDate, sex: Sex, serial: number): IdNumber {
  const order = (serial % 500) * 2 + (sex === 'male' ? 1 : 0);
  const first17 = `${regionPrefix}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return `${first17}${checkDigitOf(first17)}`;
}

/** A number as most people may see it: region and last four, the birth hidden. What is no number is hidden whole. */
export function maskIdNumber(idNumber: string): string {
  if (!isForm.test(idNumber)) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, 4)}${'*'.repeat(10)}${idNumber.slice(-4)}`;
}

/** ISO 7064, MOD 11-2, over the first seventeen digits. */
function checkDigitOf(idNumber: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(idNumber[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'.charAt(sum % 11);
}

function isDay(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return date <= length;
}

const isForm = new RegExp(idNumberPattern);
