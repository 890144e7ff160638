import { type Consent, consentWays, letters, type Passed, passedThings } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 转介函 [LAW 64; OP2020 23]: what is asked of another department, with what it needs to know and nothing else. */
export function referralLetter(
  { receipt, office }: LetterGround,
  {
    receiver,
    what,
    passed,
    consent,
    isMeasure,
    acknowledgeBy,
  }: {
    receiver: string;
    what: string;
    passed: readonly Passed[];
    consent: Consent | null;
    isMeasure: boolean;
    acknowledgeBy: string | undefined;
  },
): LetterContent {
  return {
    title: letters.referral.label,
    to: receiver,
    paragraphs: [
      isMeasure
        ? {
            zh: `一事一议会议决定由你单位办理下列事项（编号 ${receipt}）。`,
            en: `A discussion has decided that you carry out the following (number ${receipt}).`,
          }
        : {
            zh: `${office}请你单位办理下列事项（编号 ${receipt}）。`,
            en: `${office} asks you to handle the following (number ${receipt}).`,
          },
      { zh: `事项：${what}`, en: `What is asked: ${what}` },
      ...(acknowledgeBy === undefined ? [] : [{ zh: `请在 ${acknowledgeBy} 前签收。`, en: `Please acknowledge it by ${acknowledgeBy}.` }]),
      {
        zh: '随函信息只用于办理本事项，不得用于其他目的，也不得再提供给别人。',
        en: 'What is passed on serves this matter alone. Use it for nothing else and give it to nobody.',
      },
    ],
    lines: passed.map(({ thing, value }) => ({ label: passedThings[thing].label, value })),
    ...(consent
      ? {
          sections: [
            {
              heading: { zh: '提供信息的依据', en: 'Why it may be passed on' },
              lines: [
                { label: { zh: '同意人', en: 'Agreed by' }, value: consent.by },
                { label: { zh: '方式', en: 'How' }, value: consentWays[consent.how].label.zh },
                { label: { zh: '日期', en: 'On' }, value: consent.on },
              ],
            },
          ],
        }
      : {}),
  };
}

/** 转介结果告知书 [LAW 64]: whoever asked for help is told what came of it. */
export function referralResultLetter(
  { applicant, receipt }: LetterGround,
  { receiver, what, answer, finding }: { receiver: string; what: string; answer: { zh: string; en: string }; finding: string },
): LetterContent {
  return {
    title: letters['referral-result'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你的事项（编号 ${receipt}）已转给${receiver}办理，现在有了答复。`,
        en: `What you asked for (number ${receipt}) was passed on to ${receiver}. There is an answer.`,
      },
      { zh: `事项：${what}`, en: `What was asked: ${what}` },
      { zh: `答复：${answer.zh}。${finding}`, en: `Answer: ${answer.en}. ${finding}` },
      {
        zh: '如果还有困难，可以随时到乡镇窗口，或者拨打救助热线。',
        en: 'If you still need help, come to the window of the township at any time, or call the hotline.',
      },
    ],
  };
}
