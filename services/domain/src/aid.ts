import type { HardshipKind } from './household.ts';
import type { Label } from './label.ts';

/** What people read for the reason of temporary aid [TA2018 2(1)]. */
export const hardshipLabels = {
  illness: { zh: '因病', en: 'Illness' },
  education: { zh: '因学', en: 'Education' },
  disability: { zh: '因残', en: 'Disability' },
  accident: { zh: '意外事故', en: 'Accident' },
  disaster: { zh: '灾害、火灾', en: 'Disaster or fire' },
  other: { zh: '其他困难', en: 'Another hardship' },
} as const satisfies Record<HardshipKind, Label>;

/** What a household is told of an instalment. */
export const aidStageStates = {
  waiting: { label: { zh: '未到日期', en: 'Its day has not come' } },
  'under-way': { label: { zh: '发放中', en: 'On its way' } },
  paid: { label: { zh: '已发放', en: 'Paid' } },
  'not-paid': { label: { zh: '不再发放', en: 'Not paid' } },
} as const satisfies Record<string, { label: Label }>;
export type AidStageState = keyof typeof aidStageStates;
