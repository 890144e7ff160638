import type { Label } from './label.ts';

/**
 * What the office does without a person deciding. An act is carried out once per case, kind and round, in the same
 * transaction as its record; what it found is its outcome.
 */
export const acts = {
  transfer: { label: { zh: '转送有权乡镇', en: 'Transfer to the right township' }, outcomes: ['done'] },
  'supplement-notice': { label: { zh: '一次性告知补正', en: 'One-time supplement notice' }, outcomes: ['done'] },
  acceptance: { label: { zh: '受理告知', en: 'Acceptance' }, outcomes: ['delegated', 'county'] },
  'difference-notice': { label: { zh: '告知核对差异', en: 'Notice of the difference found' }, outcomes: ['done'] },
  posting: { label: { zh: '张贴公示', en: 'Posting of the notice' }, outcomes: ['posted', 'not-needed'] },
  'visit-check': { label: { zh: '县级入户情形核查', en: 'Check whether the county must visit' }, outcomes: ['visit', 'none'] },
  'hand-over': { label: { zh: '报送县级', en: 'Hand-over to the county' }, outcomes: ['done'] },
  grant: { label: { zh: '确认并公布', en: 'Award, letter and publication' }, outcomes: ['done'] },
  recognise: { label: { zh: '认定', en: 'Recognition and letter' }, outcomes: ['done'] },
  refusal: { label: { zh: '不予确认决定', en: 'Refusal' }, outcomes: ['done'] },
  'hearing-invitation': { label: { zh: '通知听取意见', en: 'Invitation to be heard' }, outcomes: ['done'] },
  'unchanged-notice': { label: { zh: '告知待遇不变', en: 'Notice that nothing changes' }, outcomes: ['done'] },
  'gradual-exit-notice': { label: { zh: '告知渐退', en: 'Notice of the gradual exit' }, outcomes: ['done'] },
  'amount-change': { label: { zh: '待遇调整决定', en: 'Decision on the amount' }, outcomes: ['done'] },
  'award-stop': { label: { zh: '停发决定', en: 'Decision to stop' }, outcomes: ['done', 'edge-household'] },
  'non-acceptance': { label: { zh: '不予受理告知', en: 'Notice of non-acceptance' }, outcomes: ['done'] },
} as const satisfies Record<string, { label: Label; outcomes: readonly string[] }>;
export type ActKind = keyof typeof acts;
export type ActOutcome<K extends ActKind> = (typeof acts)[K]['outcomes'][number];
