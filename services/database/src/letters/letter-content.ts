import type { Label, LetterKind, LetterSection } from '@zhouji/domain';

export type { LetterContent } from '@zhouji/domain';

/** What every letter is made from. */
export interface LetterGround {
  applicant: string;
  programme: Label;
  receipt: string;
  /** The township's government, or its street office. */
  office: string;
  /** Who signs this letter: the office, or the county's bureau where it decides. */
  signer: string;
  county: string;
  day: string;
  /** What can be done against a decision. @throws Refusal PARAMETER_UNKNOWN */
  remedies: () => LetterSection;
}

/** The letters in a letter's number, by its kind: the first sounds of its name. */
export const letterCodes: Record<LetterKind, string> = {
  supplement: 'BZ',
  acceptance: 'SL',
  'non-acceptance': 'BS',
  'non-cooperation-warning': 'PH',
  termination: 'ZZ',
  transfer: 'ZB',
  difference: 'HD',
  confirmation: 'QR',
  refusal: 'BQ',
  recognition: 'RD',
  'recognition-reminder': 'TX',
  'recognition-end': 'RZ',
  extension: 'YQ',
  authorisation: 'SQ',
  'hearing-record': 'TB',
  'survey-form': 'DC',
  'notice-poster': 'GS',
  'publication-poster': 'GB',
  'aid-decision': 'LJ',
  'help-request': 'XC',
  minutes: 'JY',
  'discussion-result': 'YJ',
  referral: 'ZJ',
  'referral-result': 'ZG',
  hearing: 'TQ',
  'review-result': 'HC',
  'gradual-exit': 'JT',
  'change-decision': 'TZ',
  'stop-decision': 'TF',
  'relief-decision': 'XJ',
  'relief-receipt': 'QS',
  'relief-refusal': 'BJ',
  'relief-hand-over': 'YJ',
  'relief-recovery': 'TH',
};
