import { type Label, letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** What is intended with an award, and why. */
export interface Intended {
  /** The amount in force and, where it is cut and not stopped, the one that is intended; yuan a month. */
  current: string;
  monthly?: string;
  reasons: { label: Label; source?: string }[];
  because: unknown;
}

/** 听取意见通知书 [LAW 48]: what is intended and why, and how the recipient can be heard before anything is decided. */
export function hearingLetter(
  { applicant, programme, receipt }: LetterGround,
  { current, monthly, reasons, because }: Intended,
): LetterContent {
  const intent: Label =
    monthly === undefined
      ? {
          zh: `经核查，拟停发你家的${programme.zh}（待遇编号 ${receipt}）。现在还没有作出决定。`,
          en: `After a review we intend to stop your ${programme.en.toLowerCase()} (award ${receipt}). Nothing has been decided yet.`,
        }
      : {
          zh: `经核查，拟将你家的${programme.zh}（待遇编号 ${receipt}）由每月 ${current} 元调整为 ${monthly} 元。现在还没有作出决定。`,
          en: `After a review we intend to change your ${programme.en.toLowerCase()} (award ${receipt}) from ${current} to ${monthly} yuan a month. Nothing has been decided yet.`,
        };
  return {
    title: letters.hearing.label,
    to: applicant,
    paragraphs: [
      intent,
      ...reasonsTold(reasons),
      {
        zh: '作出决定以前，我们要听取你的意见。你可以到窗口当面说，也可以打电话、视频或者书面说明，还可以带来证明材料。',
        en: 'Before we decide we want to hear you. Come to the window, call, talk to us by video or write; you can bring evidence.',
      },
      { zh: '听取意见期间，待遇照常发放。', en: 'Until it is decided you receive what you receive now.' },
    ],
    lines: amountLines(current, monthly ?? '0.00'),
    because,
  };
}

/** The reasons, numbered where there are several, each with its article. */
export function reasonsTold(reasons: { label: Label; source?: string }[]): Label[] {
  return reasons.map(({ label, source }, index) => ({
    zh: `理由${reasons.length > 1 ? index + 1 : ''}：${label.zh}${source ? `（${source}）` : ''}`,
    en: `Reason${reasons.length > 1 ? ` ${index + 1}` : ''}: ${label.en}${source ? ` (${source})` : ''}`,
  }));
}

/** The amount before and after, yuan a month. */
export function amountLines(current: string, monthly: string): { label: Label; value: string }[] {
  return [
    { label: { zh: '现月保障金额（元）', en: 'Yuan a month now' }, value: current },
    { label: { zh: '调整后月保障金额（元）', en: 'Yuan a month then' }, value: monthly },
  ];
}
