import type { Label } from './label.ts';

/**
 * The departments that help a family together: they sit in the county's coordination mechanism [LAW 4], and cases are
 * referred to them [LAW 64; OP2020 23]. A receiver is the office of one of them in one county, or a charity there.
 */
export const departments = {
  'civil-affairs': { label: { zh: '民政', en: 'Civil affairs' } },
  finance: { label: { zh: '财政', en: 'Finance' } },
  education: { label: { zh: '教育', en: 'Education' } },
  'human-resources': { label: { zh: '人力资源和社会保障', en: 'Human resources and social security' } },
  housing: { label: { zh: '住房和城乡建设', en: 'Housing' } },
  agriculture: { label: { zh: '农业农村', en: 'Agriculture' } },
  health: { label: { zh: '卫生健康', en: 'Health' } },
  // LAW 49, 52 — To whom people are handed over whom they must help: at night, and at once.
  'public-security': { label: { zh: '公安', en: 'Police' } },
  'rescue-station': { label: { zh: '救助管理机构', en: 'Rescue station' } },
  'child-protection': { label: { zh: '未成年人救助保护', en: 'Child protection' } },
  'emergency-management': { label: { zh: '应急管理', en: 'Emergency management' } },
  'medical-insurance': { label: { zh: '医疗保障', en: 'Medical insurance' } },
  audit: { label: { zh: '审计', en: 'Audit' } },
  'disabled-federation': { label: { zh: '残联', en: "Disabled persons' federation" } },
  charity: { label: { zh: '慈善组织', en: 'Charity' } },
} as const satisfies Record<string, { label: Label }>;
export type Department = keyof typeof departments;
export const departmentNames = Object.keys(departments) as Department[];

/** Whether the text names a department. */
export function isDepartment(text: string): text is Department {
  return Object.hasOwn(departments, text);
}
