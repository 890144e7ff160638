import { letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 转办告知书 [M57 5; LAW 64]: who has the application now, and its number there. The day of the application stays. */
export function transferLetter(
  { applicant, programme, receipt, day }: LetterGround,
  { township, newReceipt, appliedOn, reason }: { township: string; newReceipt: string; appliedOn: string; reason: string },
): LetterContent {
  return {
    title: letters.transfer.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你的${programme.zh}申请（受理编号 ${receipt}）应当由${township}办理，已于 ${day} 连同全部材料转交${township}。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) is for ${township} to handle. It was passed on there on ${day} with everything that you handed in.`,
      },
      { zh: `理由：${reason}`, en: `Reason: ${reason}` },
      {
        zh: '不需要你重新申请，也不需要重新交材料。今后用新的受理编号查询。',
        en: 'You need not apply again or hand anything in again. Use the new receipt from now on.',
      },
    ],
    lines: [
      { label: { zh: '新的受理编号', en: 'New receipt' }, value: newReceipt },
      { label: { zh: '现由何处办理', en: 'Handled by' }, value: township },
      { label: { zh: '申请日期（不变）', en: 'Day of the application, as before' }, value: appliedOn },
    ],
  };
}
