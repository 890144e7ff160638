import { letters } from '@zhouji/domain';
import { type LetterContent, type LetterGround } from './letter-content.ts';

/** 配合调查告知书 [M57 9, 29; LAW 40]: what was not done, and what follows if it goes on. */
export function nonCooperationWarning({ applicant, programme, receipt, office }: LetterGround, reason: string): LetterContent {
  return {
    title: letters['non-cooperation-warning'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `我们在办理你的${programme.zh}申请（受理编号 ${receipt}）时，需要你家配合，但没有得到配合。`,
        en: `To go on with your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) we need your household's co-operation, and did not get it.`,
      },
      { zh: `情况：${reason}`, en: `What happened: ${reason}` },
      {
        zh: `请尽快与${office}联系，约定入户时间，或者补签授权。有困难可以说明，我们会帮助。`,
        en: `Contact ${office} soon to arrange a visit or to sign the authorisation. If something stands in the way, tell us; we help.`,
      },
      {
        zh: '没有正当理由仍不配合的，将终止办理。',
        en: 'If the household still does not co-operate without good reason, the procedure will be ended.',
      },
    ],
  };
}

/** 终止审核确认程序告知书 [M57 29]: the procedure ends; nothing is said about whether the household is entitled. */
export function terminationLetter({ applicant, programme, receipt, day, remedies }: LetterGround, reason: string): LetterContent {
  return {
    title: letters.termination.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你的${programme.zh}申请（受理编号 ${receipt}）经告知后仍未得到配合，已于 ${day} 终止办理。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) was ended on ${day}, because the household did not co-operate after it was told.`,
      },
      { zh: `情况：${reason}`, en: `What happened: ${reason}` },
      {
        zh: '这不是对你家是否符合条件的决定。愿意配合时，可以马上重新申请。',
        en: 'This does not say whether your household is entitled. You may apply again at once when you are ready to co-operate.',
      },
    ],
    sections: [remedies()],
  };
}
