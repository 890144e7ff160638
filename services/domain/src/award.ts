import type { Label } from './label.ts';

/** Why an award has the amount that it has: how it was granted, what was decided since, or how the award ended. */
export const awardAmountKinds = {
  grant: { label: { zh: '确认', en: 'Granted' } },
  increase: { label: { zh: '增发', en: 'Increase' } },
  decrease: { label: { zh: '减发', en: 'Decrease' } },
  stop: { label: { zh: '停发', en: 'Stopped' } },
  deceased: { label: { zh: '人员死亡', en: 'All members deceased' } },
  'given-up': { label: { zh: '自愿放弃', en: 'Given up' } },
} as const satisfies Record<string, { label: Label }>;
export type AwardAmountKind = keyof typeof awardAmountKinds;

/** Where an award stands, as lists of awards show it. */
export const awardStates = {
  active: { label: { zh: '享受待遇', en: 'In payment' } },
  'gradual-exit': { label: { zh: '渐退期', en: 'Gradual exit' } },
  stopped: { label: { zh: '已停发', en: 'Stopped' } },
} as const satisfies Record<string, { label: Label }>;
export type AwardState = keyof typeof awardStates;

/** What of a household may have changed, as it is reported [M57 30]. */
export const changeKinds = {
  income: { label: { zh: '收入', en: 'Income' } },
  members: { label: { zh: '家庭人口', en: 'Members' } },
  residence: { label: { zh: '住址', en: 'Residence' } },
  assets: { label: { zh: '财产', en: 'Assets' } },
  other: { label: { zh: '其他', en: 'Something else' } },
} as const satisfies Record<string, { label: Label }>;
export type ChangeKind = keyof typeof changeKinds;

/** The columns of a payment list as the bank gets it, in their order; and what its last line is called. */
export const payListColumns = {
  number: { zh: '待遇编号', en: 'Award' },
  recipient: { zh: '姓名', en: 'Name' },
  village: { zh: '村（社区）', en: 'Village' },
  month: { zh: '月份', en: 'Month' },
  amount: { zh: '金额（元）', en: 'Yuan' },
} as const satisfies Record<string, Label>;
export const payListSum: Label = { zh: '合计', en: 'Sum' };

/** Why an award has its first amount: the application that it was granted on. */
export function grantedOn(receipt: string): Label {
  return { zh: `受理编号 ${receipt}`, en: `Receipt ${receipt}` };
}
