import { type Label, letters } from '@zhouji/domain';
import { type LetterContent, type LetterGround } from './letter-content.ts';

/** Why, where nobody gives another reason [M57 10]. */
export const notSupplied: Label = { zh: '一次性告知后仍未补齐材料。', en: 'What the one notice asked for was not supplied.' };

/** 不予受理告知书 [M57 10]. */
export function nonAcceptanceLetter({ applicant, programme, receipt, remedies }: LetterGround, reason: string): LetterContent {
  return {
    title: letters['non-acceptance'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）不予受理。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) is not accepted.`,
      },
      { zh: `理由：${reason}`, en: `Reason: ${reason}` },
      { zh: '情况有变化或者材料补齐后，可以重新申请。', en: 'You may apply again when things have changed or the papers are complete.' },
    ],
    sections: [remedies()],
  };
}
