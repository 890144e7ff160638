import { type Label, letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';
import { remedies } from './remedies.ts';

/** 不予确认决定书 [M57 21; LAW 45]: the reasons with their articles, the remedies, and the other programmes. */
export function refusalLetter(
  { applicant, programme, receipt, office, county, day }: LetterGround,
  { reasons, because }: { reasons: { label: Label; source?: string }[]; because: unknown },
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
      ...remedies(county),
      {
        zh: '遇到突发困难可以申请临时救助；符合条件的还可以申请低保边缘家庭认定、医疗救助、教育救助、住房救助、就业救助。受理窗口可以一并帮助办理。',
        en: 'In a sudden emergency you may apply for temporary aid; recognition as an edge household and medical, education, housing and employment assistance are open to those who qualify. The window helps with all of them.',
      },
      { zh: office, en: office },
    ],
    because,
  };
}
