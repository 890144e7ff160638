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
  'switch-emergency': { label: { zh: '启动和结束应急状态', en: 'Switch the emergency mode' } },
  'manage-calendar': { label: { zh: '维护工作日历', en: 'Keep the calendar of working days' } },
  'review-award': { label: { zh: '定期核查', en: 'Review of awards' } },
  'hear-recipient': { label: { zh: '听取意见', en: 'Hearing of recipients' } },
  pay: { label: { zh: '发放', en: 'Payment lists' } },
  'approve-payment': { label: { zh: '发放复核', en: 'Approve payments' } },
  'keep-reserve-fund': { label: { zh: '备用金管理', en: 'Keep the reserve fund' } },
  'set-payee-account': { label: { zh: '登记收款账户', en: 'Enter the account of a payee' } },
  triage: { label: { zh: '先行救助分诊', en: 'Triage of urgent help' } },
  'decide-relief': { label: { zh: '先行救助审批', en: 'Decision on quick relief' } },
  // What follows on a relief beside the single decision: whoever only stands in for the leader in that has no part in it.
  'oversee-relief': { label: { zh: '先行救助事后管理', en: 'Oversight of quick relief' } },
  'keep-relief-roster': { label: { zh: '安排先行救助值班', en: 'Roster of who decides on relief' } },
  'hand-over-relief': { label: { zh: '发放救助款物', en: 'Hand-over of relief' } },
  'complete-file': { label: { zh: '补齐手续和跟进', en: 'Completion of relief files' } },
  'request-discussion': { label: { zh: '提请一事一议', en: 'Ask for a discussion' } },
  'pre-check-discussion': { label: { zh: '一事一议预审', en: 'Pre-check of discussions' } },
  'record-meeting': { label: { zh: '记录会议', en: 'Record of meetings' } },
  'sign-minutes': { label: { zh: '签发会议纪要', en: 'Sign minutes' } },
  'return-visit': { label: { zh: '回访', en: 'Return visits' } },
  refer: { label: { zh: '转介', en: 'Referrals' } },
  'answer-referral': { label: { zh: '办理转介', en: 'Answer referrals' } },
  'take-contacts': { label: { zh: '热线接听派单', en: 'Hotline' } },
  'settle-returns': { label: { zh: '裁定退单争议', en: 'Disputed returns' } },
  'answer-work-order': { label: { zh: '办理工单', en: 'Work orders' } },
  'examine-report': { label: { zh: '核查举报', en: 'Reports of wrongdoing' } },
  'report-lead': { label: { zh: '报告线索', en: 'Report leads' } },
  'follow-lead': { label: { zh: '办理线索', en: 'Follow leads' } },
  'import-alerts': { label: { zh: '导入比对名单', en: 'Import match lists' } },
} as const satisfies Record<string, { label: Label }>;
export type Duty = keyof typeof duties;

/** Role × duty × level of area. What a role does not list, it may not do. */
export const roles = {
  citizen: { label: { zh: '申请人', en: 'Citizen' }, level: 'village', duties: [] },
  'village-aide': {
    label: { zh: '村级协理员', en: 'Village aide' },
    level: 'village',
    duties: ['report-lead', 'help-apply', 'post-notice'],
  },
  caseworker: {
    label: { zh: '乡镇经办人员', en: 'Township caseworker' },
    level: 'township',
    duties: [
      'report-lead',
      'follow-lead',
      'accept',
      'survey',
      'form-opinion',
      'handle-objection',
      'help-apply',
      'post-notice',
      'review-award',
      'set-payee-account',
      'hear-recipient',
      'return-visit',
      'refer',
      'triage',
      'hand-over-relief',
      'complete-file',
      'answer-work-order',
      'read-cases',
    ],
  },
  reviewer: {
    label: { zh: '乡镇审核人', en: 'Township reviewer' },
    level: 'township',
    duties: ['report-lead', 'form-opinion', 'handle-objection', 'read-cases'],
  },
  leader: {
    label: { zh: '乡镇负责人', en: 'Township leader' },
    level: 'township',
    duties: ['report-lead', 'confirm', 'request-discussion', 'decide-relief', 'oversee-relief', 'keep-relief-roster', 'read-cases'],
  },
  'verification-officer': { label: { zh: '核对机构人员', en: 'Verification officer' }, level: 'county', duties: ['verify', 'read-cases'] },
  'county-officer': {
    label: { zh: '县级民政经办', en: 'County officer' },
    level: 'county',
    duties: ['import-alerts', 'county-visit', 'pre-check-discussion', 'record-meeting', 'refer', 'examine-report', 'read-cases'],
  },
  'county-leader': {
    label: { zh: '县级民政负责人', en: 'County leader' },
    level: 'county',
    duties: [
      'county-confirm',
      'sign-minutes',
      'set-confirmation-mode',
      'switch-emergency',
      'manage-calendar',
      'keep-reserve-fund',
      'keep-relief-roster',
      'read-cases',
    ],
  },
  'hotline-agent': { label: { zh: '热线话务员', en: 'Hotline agent' }, level: 'county', duties: ['report-lead', 'take-contacts'] },
  'hotline-lead': {
    label: { zh: '热线班长', en: 'Hotline lead' },
    level: 'county',
    duties: ['take-contacts', 'settle-returns'],
  },
  'finance-officer': { label: { zh: '发放岗', en: 'Finance officer' }, level: 'county', duties: ['pay', 'approve-payment'] },
  // Sees what is addressed to the department of the account, and nothing of the case but what was passed on.
  'department-officer': { label: { zh: '部门经办人员', en: "Department's officer" }, level: 'county', duties: ['answer-referral'] },
  inspector: { label: { zh: '督查人员', en: 'Inspector' }, level: 'county', duties: ['examine-report', 'read-cases', 'read-audit'] },
} as const satisfies Record<string, { label: Label; level: AreaLevel; duties: readonly Duty[] }>;
export type Role = keyof typeof roles;

/** Whether the role holds the duty. */
export function holds(role: Role, duty: Duty): boolean {
  return (roles[role].duties as readonly Duty[]).includes(duty);
}
