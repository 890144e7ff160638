import { letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 协助核查函 [M57 5, 15]: to the civil affairs of the place where members are registered. It names whom it asks about and no means. */
export function helpRequestLetter(
  { programme, receipt, office, day }: LetterGround,
  { place, members }: { place: string; members: readonly string[] },
): LetterContent {
  const names = members.join('、');
  return {
    title: letters['help-request'].label,
    to: `${place}民政部门`,
    paragraphs: [
      {
        zh: `我单位于 ${day} 受理了一户家庭的${programme.zh}申请（受理编号 ${receipt}）。${names}的户籍在你处，请协助核查。`,
        en: `On ${day} we accepted an application for the ${programme.en.toLowerCase()} (receipt ${receipt}). ${names} are registered with you; please help us to verify.`,
      },
      {
        zh: '请函复：一、以上人员是否正在你处享受最低生活保障、特困供养等救助；二、你处掌握的与申请有关的情况。',
        en: 'Please answer whether these persons receive the subsistence allowance, extreme-poverty support or other assistance with you, and what you know that bears on the application.',
      },
      { zh: office, en: office },
    ],
  };
}
