import { letters, type Month } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

const said = {
  deceased: { zh: '家庭成员均已去世', en: 'all members of the household have died' },
  'given-up': { zh: '你家自愿放弃', en: 'your household has given it up' },
} as const;

/** 停发决定书, where nothing was decided against anybody: the members have died, or the household gives the award up. */
export function endingLetter(
  { applicant, programme, receipt }: LetterGround,
  { ending, from }: { ending: keyof typeof said; from: Month },
): LetterContent {
  const { zh, en } = said[ending];
  return {
    title: letters['stop-decision'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `因${zh}，${programme.zh}（待遇编号 ${receipt}）自 ${from} 起不再发放。`,
        en: `The ${programme.en.toLowerCase()} (award ${receipt}) is not paid from ${from} on, because ${en}.`,
      },
      ...(ending === 'given-up'
        ? [{ zh: '以后符合条件时，可以重新申请。', en: 'When the household qualifies again it may apply again.' }]
        : []),
    ],
    lines: [{ label: { zh: '停发月份', en: 'Stopped from' }, value: from }],
  };
}
