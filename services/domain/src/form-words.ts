import { IdNumber } from './id-number.ts';
import type { Label } from './label.ts';
import { Yuan } from './money.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { filledText } from './text-pattern.ts';

/** What to write where a text has to be of a form that people cannot guess, by its pattern. */
export const formWords: ReadonlyMap<unknown, Label> = new Map<unknown, Label>([
  [
    patternOf(Yuan),
    {
      zh: '金额以元为单位，不能是负数，最多两位小数，如 1200 或 1200.50。',
      en: 'Give an amount in yuan, not negative, with at most two decimals, such as 1200 or 1200.50.',
    },
  ],
  [
    patternOf(PlainDate),
    { zh: '日期写成“年-月-日”，从 1900 年起，如 2026-09-01。', en: 'Give a day as year-month-day, from 1900 on, such as 2026-09-01.' },
  ],
  [
    patternOf(IdNumber),
    {
      zh: '身份证号码有 18 位，最后一位是数字或者大写的 X。核对后重新填写。',
      en: 'An ID number has 18 characters; the last is a digit or a capital X. Check it and write it again.',
    },
  ],
  [
    patternOf(PersonName),
    {
      zh: '姓名不能是空白，开头和结尾没有空格，也没有看不见的字符。删去后重新填写。',
      en: 'A name is not blank, has no space at either end, and no characters that cannot be seen. Remove them and write it again.',
    },
  ],
  [
    filledText,
    {
      zh: '这一项要填写：不能只有空格，也不能有看不见的控制字符。',
      en: 'Fill this in: more than spaces, and no control characters.',
    },
  ],
]);

function patternOf(schema: object): unknown {
  return Reflect.get(schema, 'pattern');
}
