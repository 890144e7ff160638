import type { Label } from './label.ts';

/** What people read for an outcome: `<kind>.<code>` where a code means different things, else the code. */
export const outcomeLabels: Record<string, Label> = {
  accepted: { zh: '受理', en: 'Accept' },
  supplement: { zh: '一次性告知补正', en: 'Ask for what is missing' },
  'not-accepted': { zh: '不予受理', en: 'Do not accept' },
  transferred: { zh: '转送有权乡镇', en: 'Hand over to the right township' },
  supplied: { zh: '已补齐', en: 'Supplied' },
  'not-supplied': { zh: '未补齐', en: 'Not supplied' },
  'survey.done': { zh: '调查完成', en: 'Survey done' },
  done: { zh: '完成', en: 'Done' },
  'nobody-home': { zh: '家中无人', en: 'Nobody home' },
  refused: { zh: '拒绝调查', en: 'Survey refused' },
  consistent: { zh: '与申报一致', en: 'Consistent' },
  differs: { zh: '与申报不一致', en: 'Differs' },
  'not-found': { zh: '查无此人', en: 'Person not found' },
  eligible: { zh: '符合条件', en: 'Eligible' },
  'not-eligible': { zh: '不符合条件', en: 'Not eligible' },
  upheld: { zh: '异议成立', en: 'Upheld' },
  'not-upheld': { zh: '异议不成立', en: 'Not upheld' },
  partly: { zh: '部分成立', en: 'Partly upheld' },
  rejected: { zh: '不成立', en: 'Rejected' },
  confirmed: { zh: '确认', en: 'Confirm' },
  'not-confirmed': { zh: '不予确认', en: 'Do not confirm' },
  returned: { zh: '退回重新调查', en: 'Return for more work' },
  'no-objection': { zh: '无异议', en: 'No objection' },
  objection: { zh: '有异议', en: 'Objection' },
  'facts-changed': { zh: '家庭情况有变，重新提出意见', en: 'The household changed: a new opinion' },
  delegated: { zh: '乡镇确认', en: 'The township confirms' },
  county: { zh: '县级确认', en: 'The county confirms' },
  posted: { zh: '已张贴', en: 'Posted' },
  'not-needed': { zh: '无需再次公示', en: 'Not needed again' },
  visit: { zh: '有备案近亲属或者投诉，须县级入户', en: 'Relatives registered or a complaint: the county visits' },
  unchanged: { zh: '无明显变化', en: 'No clear change' },
  increase: { zh: '增发', en: 'Increase' },
  decrease: { zh: '减发', en: 'Decrease' },
  stop: { zh: '停发', en: 'Stop' },
  'gradual-exit': { zh: '渐退', en: 'Gradual exit' },
  heard: { zh: '已听取意见', en: 'Heard' },
  declined: { zh: '放弃陈述', en: 'Did not want to be heard' },
  unreachable: { zh: '无法联系', en: 'Could not be reached' },
  due: { zh: '到期', en: 'Due' },
  over: { zh: '期满', en: 'Over' },
  'called-early': { zh: '提前核查', en: 'Called early' },
  'edge-household': { zh: '停发，记为低保边缘家庭', en: 'Stopped, recorded as an edge household' },
  none: { zh: '无备案近亲属和投诉', en: 'No relatives registered and no complaint' },
};

/** Why the office takes a step back by itself, as it stands with the step. */
export const officeReasons = {
  'member-died': {
    zh: '家庭成员死亡，家庭情况有变化，重新提出初审意见。',
    en: 'A member has died and the household has changed; a new opinion is formed.',
  },
  'household-changed': { zh: '家庭情况有变化，重新核查。', en: 'The household has changed and is reviewed again.' },
} as const satisfies Record<string, Label>;

/** The words for an outcome of a kind. */
export function outcomeLabel(kind: string, code: string): Label {
  return outcomeLabels[`${kind}.${code}`] ?? outcomeLabels[code] ?? { zh: code, en: code };
}
