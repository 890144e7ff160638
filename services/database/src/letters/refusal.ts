import { type Label, letters } from '@zhouji/domain';
import { type LetterContent, type LetterGround } from './letter-content.ts';

/** 不予确认决定书 [M57 21; LAW 45]: the reasons with their articles, the remedies, and the other programmes. */
export function refusalLetter(
  { applicant, programme, receipt, day, remedies }: LetterGround,
  { reasons, because, others }: { reasons: { label: Label; source?: string }[]; because: unknown; others: Label[] },
): LetterContent {
  return {
    title: letters.refusal.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）经审核不予确认，决定日期 ${day}。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) is not confirmed. The decision was taken on ${day}.`,
      },
      ...reasons.map(({ label, source }, index) => ({
        zh: `理由${reasons.length > 1 ? index + 1 : ''}：${label.zh}${source ? `（${source}）` : ''}`,
        en: `Reason${reasons.length > 1 ? ` ${index + 1}` : ''}: ${label.en}${source ? ` (${source})` : ''}`,
      })),
      ...others,
    ],
    because,
    sections: [remedies()],
  };
}
