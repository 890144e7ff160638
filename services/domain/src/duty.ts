import type { AreaLevel } from './area.ts';
import type { Label } from './label.ts';

/** What somebody may be asked to do. A task names one duty; a role holds several. */
export const duties = {
  accept: { label: { zh: '受理', en: 'Intake' } },
  survey: { label: { zh: '入户调查', en: 'Household survey' } },
  verify: { label: { zh: '经济状况核对', en: 'Verification' } },
  'form-opinion': { label: { zh: '初审', en: 'Preliminary opinion' } },
  'handle-objection': { label: { zh: '异议处理', en: 'Objections' } },
  confirm: { label: { zh: '审核确认', en: 'Confirmation' } },
  'county-visit': { label: { zh: '县级入户核查', en: 'County visit' } },
  'county-confirm': { label: { zh: '县级审核确认', en: 'County confirmation' } },
  'read-cases': { label: { zh: '查看办件', en: 'Read cases' } },
  'read-audit': { label: { zh: '查看审计', en: 'Read the audit trail' } },
  'help-apply': { label: { zh: '协助申请', en: 'Help people apply' } },
  'post-notice': { label: { zh: '张贴公示', en: 'Post notices' } },
  'set-confirmation-mode': { label: { zh: '设定审核确认方式', en: 'Set who confirms' } },
  'manage-calendar': { label: { zh: '维护工作日历', en: 'Keep the calendar of working days' } },
  'review-award': { label: { zh: '定期核查', en: 'Review of awards' } },
  'hear-recipient': { label: { zh: '听取意见', en: 'Hearing of recipients' } },
  pay: { label: { zh: '发放', en: 'Payment lists' } },
} as const satisfies Record<string, { label: Label }>;
export type Duty = keyof typeof duties;

/** Role × duty × level of area. What a role does not list, it may not do. */
export const roles = {
  citizen: { label: { zh: '申请人', en: 'Citizen' }, level: 'village', duties: [] },
  'village-aide': { label: { zh: '村级协理员', en: 'Village aide' }, level: 'village', duties: ['help-apply', 'post-notice'] },
  caseworker: {
    label: { zh: '乡镇经办人员', en: 'Township caseworker' },
    level: 'township',
    duties: [
      'accept',
      'survey',
      'form-opinion',
      'handle-objection',
      'help-apply',
      'post-notice',
      'review-award',
      'hear-recipient',
      'read-cases',
    ],
  },
  reviewer: {
    label: { zh: '乡镇审核人', en: 'Township reviewer' },
    level: 'township',
    duties: ['form-opinion', 'handle-objection', 'read-cases'],
  },
  leader: { label: { zh: '乡镇负责人', en: 'Township leader' }, level: 'township', duties: ['confirm', 'read-cases'] },
  'verification-officer': { label: { zh: '核对机构人员', en: 'Verification officer' }, level: 'county', duties: ['verify', 'read-cases'] },
  'county-officer': { label: { zh: '县级民政经办', en: 'County officer' }, level: 'county', duties: ['county-visit', 'read-cases'] },
  'county-leader': {
    label: { zh: '县级民政负责人', en: 'County leader' },
    level: 'county',
    duties: ['county-confirm', 'set-confirmation-mode', 'manage-calendar', 'read-cases'],
  },
  'hotline-agent': { label: { zh: '热线话务员', en: 'Hotline agent' }, level: 'county', duties: [] },
  'finance-officer': { label: { zh: '发放岗', en: 'Finance officer' }, level: 'county', duties: ['pay'] },
  inspector: { label: { zh: '督查人员', en: 'Inspector' }, level: 'county', duties: ['read-cases', 'read-audit'] },
} as const satisfies Record<string, { label: Label; level: AreaLevel; duties: readonly Duty[] }>;
export type Role = keyof typeof roles;

/** Whether the role holds the duty. */
export function holds(role: Role, duty: Duty): boolean {
  return (roles[role].duties as readonly Duty[]).includes(duty);
}
