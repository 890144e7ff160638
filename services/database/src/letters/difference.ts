import { letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 核对结果告知书 [M57 18]: what was found different, and that evidence may be brought. A difference is a question, not a debt. */
export function differenceLetter({ applicant, programme, receipt }: LetterGround, summary: string): LetterContent {
  return {
    title: letters.difference.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你的${programme.zh}申请（受理编号 ${receipt}）在经济状况核对中发现与申报不一致的情况：`,
        en: `In your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) the verification found something different from what you stated:`,
      },
      { zh: summary, en: summary },
      {
        zh: '如果你认为核对结果与实际不符，可以提出异议并提供证明，我们会复查。',
        en: 'If you think that this is wrong, say so and bring evidence; it will be looked into.',
      },
    ],
  };
}
