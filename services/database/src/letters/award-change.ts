import { type Label, letters, type Month } from '@zhouji/domain';
import { amountLines, type Intended, reasonsTold } from './award-hearing.ts';
import { type LetterContent, type LetterGround } from './letter-content.ts';

/** A change that was decided. */
export interface Decided extends Intended {
  monthly: string;
  from: Month;
  /** What the recipient said, or that nobody came; absent where nobody had to be heard. */
  hearing?: Label;
}

/** 待遇调整决定书 [M57 32; LAW 48]: the new amount and its first month, the reasons, what was said to it, the remedies. */
export function changeLetter(
  { applicant, programme, receipt, day, remedies }: LetterGround,
  { current, monthly, from, reasons, hearing, because }: Decided,
): LetterContent {
  return {
    title: letters['change-decision'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你家的${programme.zh}（待遇编号 ${receipt}）于 ${day} 决定调整：自 ${from} 起，每月发放 ${monthly} 元；此前仍按每月 ${current} 元发放。`,
        en: `On ${day} we decided to change your ${programme.en.toLowerCase()} (award ${receipt}): from ${from} you receive ${monthly} yuan a month, until then ${current} yuan as before.`,
      },
      ...reasonsTold(reasons),
      ...(hearing ? [hearing] : []),
      {
        zh: '家庭人口、收入、财产再有变化时，要及时告知我们。',
        en: 'Tell us soon when members, income or assets of the household change again.',
      },
    ],
    lines: [...amountLines(current, monthly), { label: { zh: '起始月份', en: 'From' }, value: from }],
    because,
    sections: [remedies()],
  };
}
