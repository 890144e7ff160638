import type { Label } from './label.ts';

/** The letters that the office issues in a case. */
export const letters = {
  supplement: { label: { zh: '补正（一次性告知）通知书', en: 'Supplement notice' } },
  acceptance: { label: { zh: '受理通知书', en: 'Acceptance notice' } },
  'non-acceptance': { label: { zh: '不予受理告知书', en: 'Notice of non-acceptance' } },
  difference: { label: { zh: '核对结果告知书', en: 'Notice of the verification result' } },
  confirmation: { label: { zh: '审核确认决定书', en: 'Confirmation' } },
  refusal: { label: { zh: '不予确认决定书', en: 'Refusal' } },
} as const satisfies Record<string, { label: Label }>;
export type LetterKind = keyof typeof letters;
