import type { Label } from './label.ts';

/** Who or what a lead comes from [LAW 39; OP2020 22; OP2023 3]. `isAutomatic`: nobody reported it, so nobody is told what came of it. */
export const leadSources = {
  'village-aide': { label: { zh: '村（社区）协理员', en: 'Village aide' } },
  'grid-worker': { label: { zh: '网格员', en: 'Grid worker' } },
  visit: { label: { zh: '走访排查', en: 'Routine visit' } },
  police: { label: { zh: '公安', en: 'Police' } },
  'city-management': { label: { zh: '城管', en: 'City management' } },
  hospital: { label: { zh: '医院', en: 'Hospital' } },
  school: { label: { zh: '学校', en: 'School' } },
  hotline: { label: { zh: '热线', en: 'Hotline' } },
  'disaster-report': { label: { zh: '灾情、疫情报告', en: 'Disaster or epidemic report' } },
  'data-alert': { label: { zh: '数据预警', en: 'Data alert' }, isAutomatic: true },
  public: { label: { zh: '群众反映', en: 'The public' } },
} as const satisfies Record<string, { label: Label; isAutomatic?: true }>;
export type LeadSource = keyof typeof leadSources;

/** Sources that somebody who reports can name; a match list names the other one. */
export const reportedSources = (Object.keys(leadSources) as LeadSource[]).filter((source) => !('isAutomatic' in leadSources[source]));

/**
 * What the quarterly match of registers points at [OP2023 3; N2022 3(3)]. `about`: somebody who may need help and does not
 * have it, or somebody who has it and may no longer qualify.
 */
export const alertKinds = {
  'poor-student': { label: { zh: '困难学生', en: 'Student in hardship' }, about: 'need' },
  unemployed: { label: { zh: '登记失业', en: 'Registered unemployed' }, about: 'need' },
  'seriously-ill': { label: { zh: '重病患者', en: 'Seriously ill' }, about: 'need' },
  'severely-disabled': { label: { zh: '重度残疾', en: 'Severely disabled' }, about: 'need' },
  'medical-spending': { label: { zh: '医疗支出较大', en: 'High medical spending' }, about: 'need' },
  'return-to-poverty': { label: { zh: '防止返贫监测', en: 'Anti-poverty-return monitoring' }, about: 'need' },
  death: { label: { zh: '死亡信息', en: 'Recorded death' }, about: 'award' },
  vehicle: { label: { zh: '机动车登记', en: 'Registered vehicle' }, about: 'award' },
  property: { label: { zh: '不动产登记', en: 'Registered property' }, about: 'award' },
  company: { label: { zh: '经营主体登记', en: 'Registered company' }, about: 'award' },
  deposit: { label: { zh: '存款', en: 'Deposits' }, about: 'award' },
} as const satisfies Record<string, { label: Label; about: 'need' | 'award' }>;
export type AlertKind = keyof typeof alertKinds;

/** What a lead shows, by the four ways of OP2023 3(4) in which an alert is dealt with; or that nobody is in need. */
export const leadFindings = {
  'not-delivered': { label: { zh: '政策没有落实', en: 'A policy has not reached them' } },
  'may-qualify': { label: { zh: '尚未纳入，可能符合条件', en: 'Not covered yet, and may qualify' } },
  complex: { label: { zh: '情况复杂', en: 'A complex case' } },
  'may-no-longer-qualify': { label: { zh: '可能不再符合条件', en: 'May no longer qualify' } },
  'no-need': { label: { zh: '没有救助需要', en: 'No need found' } },
} as const satisfies Record<string, { label: Label }>;
export type LeadFinding = keyof typeof leadFindings;

/** The findings that lead to help, or to the department whose policy it is. */
export const findingsOfNeed = ['not-delivered', 'may-qualify'] as const satisfies readonly LeadFinding[];

/** What a decision on the path finds; where it may be either of two, whoever decides says which. */
export function leadFindingOf(outcome: string, { found }: { found?: unknown } = {}): LeadFinding | null {
  if (outcome === 'discussion') return 'complex';
  if (outcome === 'award-check') return 'may-no-longer-qualify';
  if (outcome === 'no-need') return 'no-need';
  return findingsOfNeed.find((finding) => finding === found) ?? null;
}

/** How far a lead has come, as whoever reported it may know: nothing of the person. */
export const leadProgress = {
  received: { label: { zh: '已收到', en: 'Received' } },
  contacting: { label: { zh: '正在联系、走访', en: 'Somebody is getting in touch' } },
  deciding: { label: { zh: '正在研究怎么帮助', en: 'It is being decided how to help' } },
  helping: { label: { zh: '正在帮助', en: 'Help is on its way' } },
  done: { label: { zh: '已办结', en: 'Done' } },
} as const satisfies Record<string, { label: Label }>;
export type LeadProgress = keyof typeof leadProgress;

/** The progress of a lead, from the kinds of its open tasks. */
export function leadProgressOf({ tasks, isClosed }: { tasks: readonly string[]; isClosed: boolean }): LeadProgress {
  if (isClosed) return 'done';
  if (tasks.includes('lead-receipt')) return 'received';
  if (tasks.includes('lead-contact')) return 'contacting';
  if (tasks.includes('lead-path')) return 'deciding';
  return 'helping';
}
