import type { Label } from './label.ts';

/**
 * The letters that the office issues in a case, and the forms that it prints for one.
 *
 * - `isDecision`: signed by whoever decides, so by the county where the county confirms; anything else by the township.
 * - `isInternal`: between offices; the family is not sent it.
 * - `isForm`: printed when somebody asks for it, served to nobody and no decision.
 * - `isPublic`: hangs where everybody reads it, so it bears no receipt number.
 * - `supersededBy`: the kinds after which, in the same case or in what lives on after it, this one no longer stands.
 */
export const letters = {
  supplement: { label: { zh: '补正（一次性告知）通知书', en: 'Supplement notice' } },
  acceptance: { label: { zh: '受理通知书', en: 'Acceptance notice' } },
  'non-acceptance': { label: { zh: '不予受理告知书', en: 'Notice of non-acceptance' } },
  difference: { label: { zh: '核对结果告知书', en: 'Notice of the verification result' } },
  confirmation: {
    label: { zh: '审核确认决定书', en: 'Confirmation' },
    isDecision: true,
    supersededBy: ['change-decision', 'stop-decision'],
  },
  refusal: { label: { zh: '不予确认决定书', en: 'Refusal' }, isDecision: true },
  recognition: { label: { zh: '认定通知书', en: 'Recognition' }, isDecision: true, supersededBy: ['recognition-end'] },
  'recognition-reminder': { label: { zh: '认定到期提醒', en: 'Reminder before a recognition ends' } },
  'recognition-end': { label: { zh: '认定终止告知书', en: 'End of a recognition' } },
  extension: { label: { zh: '延长办理期限告知书', en: 'Notice of a longer time limit' }, supersededBy: ['extension'] },
  authorisation: {
    label: { zh: '家庭经济状况核对授权书', en: 'Verification authorisation' },
    isForm: true,
    supersededBy: ['authorisation'],
  },
  'hearing-record': { label: { zh: '听取意见笔录', en: 'Record of the hearing' }, isForm: true },
  'survey-form': { label: { zh: '入户调查表', en: 'Household survey form' }, isForm: true },
  'notice-poster': { label: { zh: '公示单', en: 'Public notice' }, isForm: true, isPublic: true, supersededBy: ['notice-poster'] },
  'publication-poster': {
    label: { zh: '公布单', en: 'Published decision' },
    isForm: true,
    isPublic: true,
    supersededBy: ['publication-poster'],
  },
  'non-cooperation-warning': { label: { zh: '配合调查告知书', en: 'Warning to co-operate' } },
  termination: { label: { zh: '终止审核确认程序告知书', en: 'Notice of termination' } },
  transfer: { label: { zh: '转办告知书', en: 'Notice of transfer' } },
  hearing: { label: { zh: '听取意见通知书', en: 'Invitation to be heard' } },
  'review-result': { label: { zh: '核查结果告知书', en: 'Result of the review' } },
  'gradual-exit': { label: { zh: '渐退告知书', en: 'Notice of the gradual exit' } },
  'change-decision': {
    label: { zh: '待遇调整决定书', en: 'Decision on the amount' },
    isDecision: true,
    supersededBy: ['change-decision', 'stop-decision'],
  },
  'stop-decision': { label: { zh: '停发决定书', en: 'Decision to stop' }, isDecision: true },
  'relief-decision': { label: { zh: '先行救助决定书', en: 'Decision on quick relief' }, isDecision: true },
  'relief-receipt': { label: { zh: '救助款物签收单', en: 'Receipt of the relief' } },
  'relief-refusal': { label: { zh: '不予先行救助决定书', en: 'Refusal of quick relief' }, isDecision: true },
  'relief-hand-over': { label: { zh: '移交告知书', en: 'Notice of the hand-over' } },
  'relief-recovery': { label: { zh: '责令退回决定书', en: 'Demand to repay' }, isDecision: true },
  'aid-decision': { label: { zh: '临时救助决定书', en: 'Decision on temporary aid' }, isDecision: true },
  'help-request': { label: { zh: '协助核查函', en: 'Request to another place for help' } },
  minutes: { label: { zh: '一事一议会议纪要', en: 'Minutes of the discussion' }, isInternal: true, isDecision: true },
  'discussion-result': { label: { zh: '一事一议结果告知书', en: 'Result of the discussion' }, isDecision: true },
  referral: { label: { zh: '转介函', en: 'Referral' }, isInternal: true },
  'referral-result': { label: { zh: '转介结果告知书', en: 'What came of the referral' } },
} as const satisfies Record<string, LetterSort>;
export type LetterKind = keyof typeof letters;

interface LetterSort {
  label: Label;
  isDecision?: true;
  isForm?: true;
  isInternal?: true;
  isPublic?: true;
  supersededBy?: readonly string[];
}

/** The row of a kind, with the optional columns readable for all kinds alike. */
export function letterSort(kind: LetterKind): LetterSort {
  return letters[kind];
}

/** Whether the applicant reads it: every letter that is not between offices, and of the forms the one that the household signs. */
export function mayApplicantRead(kind: LetterKind): boolean {
  return (!letterSort(kind).isForm && !letterSort(kind).isInternal) || kind === 'authorisation';
}

/** Whether the text names a kind of letter. */
export function isLetterKind(text: string): text is LetterKind {
  return Object.hasOwn(letters, text);
}

/** Whether a letter no longer stands, after letters of these kinds that came later. */
export function isSuperseded(kind: LetterKind, later: readonly string[]): boolean {
  return (letterSort(kind).supersededBy ?? []).some((other) => later.includes(other));
}
