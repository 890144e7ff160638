import { letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 审核确认决定书 [M57 21; LAW 76]: the amount, from when, how it was worked out, and what can be done against it: the amount may be too low. */
export function confirmationLetter(
  { applicant, programme, receipt, day, remedies }: LetterGround,
  { monthly, fromMonth, persons, because }: { monthly: string; fromMonth: string; persons: number; because: unknown },
): LetterContent {
  return {
    title: letters.confirmation.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）已于 ${day} 审核确认。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) was confirmed on ${day}.`,
      },
      {
        zh: `自 ${fromMonth} 起，每月发放 ${monthly} 元，按月存入家庭账户。`,
        en: `From ${fromMonth} you receive ${monthly} yuan a month, paid into the account of the household.`,
      },
      {
        zh: '家庭人口、收入、财产发生变化时，要及时告知我们。',
        en: 'Tell us soon when members, income or assets of the household change.',
      },
    ],
    lines: [
      { label: { zh: '保障人数', en: 'Persons' }, value: String(persons) },
      { label: { zh: '月保障金额（元）', en: 'Yuan a month' }, value: monthly },
      { label: { zh: '起始月份', en: 'From' }, value: fromMonth },
    ],
    because,
    sections: [remedies()],
  };
}
