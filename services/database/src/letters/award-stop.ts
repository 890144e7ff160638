import { type Label, letters, type Month } from '@zhouji/domain';
import { reasonsTold } from './award-hearing.ts';
import { type LetterContent, type LetterGround } from './letter-content.ts';

export interface Stopped {
  from: Month;
  reasons: { label: Label; source?: string }[];
  hearing?: Label;
  isEdgeHousehold: boolean;
  because: unknown;
}

/** 停发决定书 [M57 32–33; LAW 48]: from when nothing is paid any more, why, what else is open, the remedies. */
export function stopLetter(
  { applicant, programme, receipt, day, remedies }: LetterGround,
  { from, reasons, hearing, isEdgeHousehold, because }: Stopped,
): LetterContent {
  return {
    title: letters['stop-decision'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你家的${programme.zh}（待遇编号 ${receipt}）于 ${day} 决定停发，自 ${from} 起不再发放。`,
        en: `On ${day} we decided to stop your ${programme.en.toLowerCase()} (award ${receipt}). Nothing is paid from ${from} on.`,
      },
      ...reasonsTold(reasons),
      ...(hearing ? [hearing] : []),
      ...(isEdgeHousehold
        ? [
            {
              zh: '你家同时记为低保边缘家庭，不用另行申请。医疗、教育、住房、就业等专项救助可以凭此申请。',
              en: 'Your household is recorded as an edge household; you need not apply for that. Medical, education, housing and employment assistance are open to it.',
            },
          ]
        : []),
      {
        zh: '遇到突发困难可以申请临时救助；家庭情况再有变化、符合条件时，可以重新申请。',
        en: 'In a sudden emergency you may apply for temporary aid; when the household qualifies again you may apply again.',
      },
    ],
    lines: [{ label: { zh: '停发月份', en: 'Stopped from' }, value: from }],
    because,
    sections: [remedies()],
  };
}
