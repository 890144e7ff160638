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
  'relief-order': { label: { zh: '安排发放', en: 'Order of the relief' }, outcomes: ['bank', 'by-hand', 'both'] },
  'relief-receipt': { label: { zh: '签收单', en: 'Hand-over receipt' }, outcomes: ['done'] },
  'relief-refusal': { label: { zh: '不予先行救助告知', en: 'Refusal of the relief' }, outcomes: ['done'] },
  'relief-hand-over': { label: { zh: '移交有关部门', en: 'Hand-over to another body' }, outcomes: ['done'] },
  'ordinary-path': { label: { zh: '转为一般程序', en: 'Passed on to the ordinary path' }, outcomes: ['done'] },
  'issue-minutes': { label: { zh: '印发会议纪要', en: 'Issue of the minutes' }, outcomes: ['done'] },
  'open-measures': { label: { zh: '交办各部门', en: 'Measures handed to the departments' }, outcomes: ['opened', 'none'] },
  'discussion-result': { label: { zh: '告知一事一议结果', en: 'Telling the family the result' }, outcomes: ['done'] },
  'discussion-order': { label: { zh: '安排支付', en: 'Order of the payment' }, outcomes: ['done', 'by-hand'] },
  'discussion-stage': {
    label: { zh: '分期安排', en: 'The next stage' },
    outcomes: ['now', 'on-day', 'on-condition', 'none'],
  },
  'send-referral': { label: { zh: '发出转介', en: 'Sending of the referral' }, outcomes: ['asked', 'measure'] },
  'hand-referral-on': { label: { zh: '转给另一单位', en: 'Handing on to another receiver' }, outcomes: ['done'] },
  'referral-result': { label: { zh: '告知转介结果', en: 'Telling the person what came of it' }, outcomes: ['done'] },
  'known-group': { label: { zh: '核对已认定身份', en: 'Check as what the household is known' }, outcomes: ['known', 'unknown'] },
  'same-reason': { label: { zh: '核对同一事由', en: 'Check of the reason' }, outcomes: ['new', 'again'] },
  ceiling: { label: { zh: '确定审批机关', en: 'Who decides on the amount' }, outcomes: ['delegated', 'county'] },
  'aid-grant': { label: { zh: '救助决定', en: 'Decision, letter and instalments' }, outcomes: ['filed', 'decided'] },
  'aid-stage': { label: { zh: '下一期安排', en: 'The next instalment' }, outcomes: ['now', 'on-day', 'none'] },
  'aid-order': { label: { zh: '安排发放', en: 'Order of the instalment' }, outcomes: ['done'] },
  'order-opening': {
    label: { zh: '登记工单', en: 'Opening of the order' },
    outcomes: ['to-dispatch', 'handed-on', 'named-report', 'unnamed-report'],
  },
  'order-sending': {
    label: { zh: '交承办单位', en: 'Sent to who must answer' },
    outcomes: ['enquiry', 'help', 'complaint', 'ordinary'],
  },
  'order-answer': { label: { zh: '答复归档', en: 'Answer on file' }, outcomes: ['to-call', 'nobody-to-call'] },
  'order-hand-on': { label: { zh: '转派另一乡镇', en: 'Handed on to another township' }, outcomes: ['done'] },
  'lead-hand-over': { label: { zh: '转送有权乡镇', en: 'Hand-over to the right township' }, outcomes: ['done'] },
  'lead-draft': { label: { zh: '准备申请', en: 'Prepared application' }, outcomes: ['done'] },
  'lead-relief': { label: { zh: '启动先行救助', en: 'Opening of a quick relief' }, outcomes: ['done'] },
  'lead-referral': { label: { zh: '转有关部门', en: 'Referral to a department' }, outcomes: ['done'] },
  'lead-discussion': { label: { zh: '提请一事一议', en: 'Request for a discussion' }, outcomes: ['done'] },
  'lead-award-check': { label: { zh: '启动待遇核查', en: 'Check of the award' }, outcomes: ['done'] },
  'feedback-check': { label: { zh: '是否需要反馈', en: 'Whether somebody is to be told' }, outcomes: ['owed', 'nobody'] },
} as const satisfies Record<string, { label: Label; outcomes: readonly string[] }>;
export type ActKind = keyof typeof acts;
export type ActOutcome<K extends ActKind> = (typeof acts)[K]['outcomes'][number];
