import { type Label, letters, programmes, type RecognitionEnd, recognitionEnds } from '@zhouji/domain';
import type { RecognitionRecord } from '../record/case-frame.ts';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 认定通知书 [LAW 21, 22; RIGID 7, 10]: as what the household is recognised, for how long, and what is open to it. */
export function recognitionLetter(
  { applicant, programme, receipt, signer, day, remedies }: LetterGround,
  { recognition, because }: { recognition: RecognitionRecord; because: unknown },
): LetterContent {
  return {
    title: letters.recognition.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你家申请认定${programme.zh}（受理编号 ${receipt}），已于 ${day} 认定。`,
        en: `Your household applied to be recognised (${programme.en.toLowerCase()}, receipt ${receipt}) and is recognised as of ${day}.`,
      },
      termOf(recognition),
      {
        zh: '认定以后不按月发放保障金。家庭遇到困难可以申请临时救助；医疗、教育、住房、就业方面的救助，凭这份通知书到窗口一并咨询。',
        en: 'No monthly money goes with it. In hardship you may apply for temporary aid; ask at the window, with this letter, for medical, education, housing and employment assistance.',
      },
      ...(recognition.programme === 'edge-household' ? [alone] : []),
      {
        zh: '家庭人口、收入、财产发生变化时，要及时告知我们。',
        en: 'Tell us soon when members, income or assets of the household change.',
      },
      ...(remedies().paragraphs ?? []),
      { zh: signer, en: signer },
    ],
    lines: [
      { label: { zh: '认定日期', en: 'Recognised on' }, value: recognition.fromDay },
      recognition.untilDay === null
        ? { label: { zh: '核查日期', en: 'To be reviewed by' }, value: recognition.reviewDay ?? '' }
        : { label: { zh: '有效期至', en: 'Until' }, value: recognition.untilDay },
    ],
    because,
  };
}

/** M57 8 — Who may enter the allowance alone. */
const alone: Label = {
  zh: '家中有重度残疾人或者重病患者，本人收入低于低保标准的，可以单独申请最低生活保障，家庭情况不用再报一遍。',
  en: 'A member who is severely disabled or seriously ill, with own income below the standard, may apply for the subsistence allowance alone; what is known of the household need not be stated again.',
};

function termOf({ untilDay, reviewDay }: RecognitionRecord): Label {
  if (untilDay === null) return { zh: `${reviewDay} 以前我们会核查一次家庭情况。`, en: `We look at the household again by ${reviewDay}.` };
  return {
    zh: `有效期至 ${untilDay}。期满还有困难的，可以重新申请；没有变化的材料不用再交。`,
    en: `The recognition holds until ${untilDay}. If the hardship goes on you may apply again then; papers that have not changed need not be handed in again.`,
  };
}

/** 认定到期提醒 [RIGID 10; M57 31]. */
export function recognitionReminder({ applicant, office }: LetterGround, recognition: RecognitionRecord): LetterContent {
  const { programme, untilDay, reviewDay } = recognition;
  const { label } = programmes[programme];
  return {
    title: letters['recognition-reminder'].label,
    to: applicant,
    paragraphs: [
      untilDay === null
        ? {
            zh: `你家的${label.zh}认定要在 ${reviewDay} 以前核查。现在就可以重新申请，认定在核查完成以前一直有效。`,
            en: `Your recognition (${label.en.toLowerCase()}) is to be reviewed by ${reviewDay}. You can apply anew now; the recognition stands until the review is done.`,
          }
        : {
            zh: `你家的${label.zh}认定 ${untilDay} 到期。还有困难的，现在就可以重新申请，早申请可以不中断。`,
            en: `Your recognition (${label.en.toLowerCase()}) ends on ${untilDay}. If the hardship goes on, apply anew now, so that there is no gap.`,
          },
      {
        zh: '没有变化的材料不用再交。到窗口、网上或者请村里帮忙都可以申请。',
        en: 'Papers that have not changed need not be handed in again. Apply at the window, online, or with the help of the village.',
      },
      { zh: office, en: office },
    ],
  };
}

/** 认定终止告知书: why the recognition stands no more, and what can be asked for. */
export function recognitionEndLetter(
  { applicant, office, day }: LetterGround,
  { programme }: RecognitionRecord,
  reason: RecognitionEnd,
): LetterContent {
  const { label } = programmes[programme];
  const why = recognitionEnds[reason];
  return {
    title: letters['recognition-end'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你家的${label.zh}认定已于 ${day} 终止。原因：${why.zh}。`,
        en: `Your recognition (${label.en.toLowerCase()}) ended on ${day}. Reason: ${why.en}.`,
      },
      ...(reason === 'other-programme'
        ? []
        : [
            {
              zh: '家庭还有困难的，可以随时重新申请；遇到突发困难可以申请临时救助。',
              en: 'If the hardship goes on you may apply anew at any time; in a sudden emergency you may apply for temporary aid.',
            },
          ]),
      { zh: office, en: office },
    ],
  };
}
