import type { Label } from './label.ts';

/** What whoever objected to a notice is told [M57 19]: the result, and nothing of the household. */
export const objectionResults = {
  waiting: { zh: '你提出的异议正在核查。', en: 'Your objection is being looked into.' },
  closed: {
    zh: '该申请已经办结，没有再核查异议。',
    en: 'The application has ended, so the objection was not looked into any further.',
  },
  upheld: {
    zh: '经核查，你提出的异议成立，已据此重新提出意见。',
    en: 'Your objection was found to be right; a new opinion is formed on it.',
  },
  partly: {
    zh: '经核查，你提出的异议部分成立，已据此重新提出意见。',
    en: 'Your objection was found to be right in part; a new opinion is formed on it.',
  },
  rejected: {
    zh: '经核查，你提出的异议不成立。如有不同意见，可以拨打监督电话。',
    en: 'Your objection was not found to be right. If you do not agree, call the supervision number.',
  },
} as const satisfies Record<string, Label>;
