import { labelOfMissing, letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 补正通知书 [M57 10]: all that is missing, told once. */
export function supplementLetter({ applicant, programme, receipt }: LetterGround, missing: readonly string[]): LetterContent {
  return {
    title: letters.supplement.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）已经收到。经审查，还缺少下列材料，现一次性告知。`,
        en: `We have received your application for the ${programme.en.toLowerCase()} (receipt ${receipt}). The following is missing; this is all that is missing.`,
      },
      {
        zh: '补齐后交到受理窗口，或者由村（社区）代交。国家机关已经掌握的信息不需要你提供。',
        en: 'Bring it to the window, or hand it to your village or community. You need not bring what public offices already hold.',
      },
    ],
    lines: missing.map((item, index) => ({ label: { zh: `第${index + 1}项`, en: `Item ${index + 1}` }, value: labelOfMissing(item).zh })),
  };
}
