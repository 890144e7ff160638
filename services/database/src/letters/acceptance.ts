import { letters, type Mode } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 受理通知书 [M57 10, 22]. */
export function acceptanceLetter(
  { applicant, programme, receipt, office, county, day }: LetterGround,
  { mode, dueOn }: { mode: Mode; dueOn: string | undefined },
): LetterContent {
  const decider = mode === 'county' ? { zh: county, en: county } : { zh: office, en: office };
  return {
    title: letters.acceptance.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）材料齐全，已于 ${day} 受理。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) is complete and was accepted on ${day}.`,
      },
      {
        zh: '接下来三个工作日内启动入户调查和经济状况核对，调查人员会到你家中走访。',
        en: 'The household survey and the verification of means begin within three working days; our staff will visit your home.',
      },
      ...(dueOn ? [{ zh: `由${decider.zh}在 ${dueOn} 以前作出审核确认决定。`, en: `${decider.en} decides by ${dueOn}.` }] : []),
    ],
  };
}
