import { type ExtensionReason, extensionReasons, letters, type PlainDate } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 延长办理期限告知书 [N2022 4(1)]: why the decision takes longer, and until when. */
export function extensionLetter(
  { applicant, programme, receipt }: LetterGround,
  { reason, from, to, days }: { reason: ExtensionReason; from: PlainDate; to: PlainDate; days: number },
): LetterContent {
  const because = extensionReasons[reason].label;
  return {
    title: letters.extension.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）有下列特殊情形：${because.zh}，办理期限延长。`,
        en: `The time limit for your ${programme.en.toLowerCase()} (receipt ${receipt}) was lengthened for this reason: ${because.en}.`,
      },
      {
        zh: '延长期间继续办理，不需要你重新申请。依据：《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》四（一）。',
        en: 'Work on it goes on; you need not apply again. Basis: the 2022 notice on the subsistence allowance and other assistance, part 4(1).',
      },
    ],
    lines: [
      { label: { zh: '原定办结日期', en: 'Decision was due by' }, value: from },
      { label: { zh: '延长后办结日期', en: 'Decision is due by' }, value: to },
      { label: { zh: '自受理起工作日', en: 'Working days from acceptance' }, value: String(days) },
    ],
  };
}
