import { letters, monthOf, type PlainDate } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 核查结果告知书 [M57 31]: the amount stays. */
export function reviewResultLetter({ applicant, programme, receipt, day }: LetterGround, { monthly }: { monthly: string }): LetterContent {
  return {
    title: letters['review-result'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你家的${programme.zh}（待遇编号 ${receipt}）已于 ${day} 完成核查，待遇不变，每月仍发放 ${monthly} 元。`,
        en: `The review of your ${programme.en.toLowerCase()} (award ${receipt}) was done on ${day}. Nothing changes: you still receive ${monthly} yuan a month.`,
      },
      {
        zh: '家庭人口、收入、财产发生变化时，要及时告知我们。',
        en: 'Tell us soon when members, income or assets of the household change.',
      },
    ],
    lines: [{ label: { zh: '月保障金额（元）', en: 'Yuan a month' }, value: monthly }],
  };
}

/** 渐退告知书 [N2022 1(3); M57 33]: the amount is paid on for a while although work has lifted the household over the standard. */
export function gradualExitLetter(
  { applicant, programme, receipt }: LetterGround,
  { monthly, endsOn, because }: { monthly: string; endsOn: PlainDate; because: unknown },
): LetterContent {
  const lastMonth = monthOf(endsOn);
  return {
    title: letters['gradual-exit'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `经核查，你家因就业增收，人均收入已不低于当地标准。${programme.zh}（待遇编号 ${receipt}）进入渐退期，至 ${endsOn} 止；到 ${lastMonth} 为止，每月仍发放 ${monthly} 元。`,
        en: `The review found that new work has lifted your household to the local standard or over it. Your ${programme.en.toLowerCase()} (award ${receipt}) goes on during a gradual exit until ${endsOn}: up to ${lastMonth} you still receive ${monthly} yuan a month.`,
      },
      {
        zh: '渐退期满以前，我们先听取你的意见，再作出停发决定。工作或收入又有变化时，要及时告知我们。',
        en: 'Before it ends we hear you, and then decide to stop. Tell us soon when work or income change again.',
      },
    ],
    lines: [
      { label: { zh: '月保障金额（元）', en: 'Yuan a month' }, value: monthly },
      { label: { zh: '渐退期至', en: 'Gradual exit until' }, value: endsOn },
    ],
    because,
  };
}
