import type { Label } from './label.ts';

/**
 * What the office does without a person deciding. An act is carried out once per case, kind and round, in the same
 * transaction as its record; what it found is its outcome.
 */
export const acts = {
  'supplement-notice': { label: { zh: '一次性告知补正', en: 'One-time supplement notice' }, outcomes: ['done'] },
  acceptance: { label: { zh: '受理告知', en: 'Acceptance' }, outcomes: ['delegated', 'county'] },
  'difference-notice': { label: { zh: '告知核对差异', en: 'Notice of the difference found' }, outcomes: ['done'] },
  posting: { label: { zh: '张贴公示', en: 'Posting of the notice' }, outcomes: ['posted', 'not-needed'] },
  'visit-check': { label: { zh: '近亲属备案核查', en: 'Check for registered relatives' }, outcomes: ['visit', 'none'] },
  'hand-over': { label: { zh: '报送县级', en: 'Hand-over to the county' }, outcomes: ['done'] },
  grant: { label: { zh: '确认并公布', en: 'Award, letter and publication' }, outcomes: ['done'] },
  refusal: { label: { zh: '不予确认决定', en: 'Refusal' }, outcomes: ['done'] },
  'non-acceptance': { label: { zh: '不予受理告知', en: 'Notice of non-acceptance' }, outcomes: ['done'] },
} as const satisfies Record<string, { label: Label; outcomes: readonly string[] }>;
export type ActKind = keyof typeof acts;
export type ActOutcome<K extends ActKind> = (typeof acts)[K]['outcomes'][number];
