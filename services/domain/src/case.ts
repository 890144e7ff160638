import type { Label } from './label.ts';

/** How a case ends. The first four are endings of the statute; the rest leave by the side door, from any step. */
export const endings = {
  granted: { label: { zh: '确认', en: 'Granted' } },
  refused: { label: { zh: '不予确认', en: 'Refused' } },
  'not-accepted': { label: { zh: '不予受理', en: 'Not accepted' } },
  transferred: { label: { zh: '转出', en: 'Transferred' } },
  withdrawn: { label: { zh: '撤回', en: 'Withdrawn' } },
  terminated: { label: { zh: '终止', en: 'Terminated' } },
  deceased: { label: { zh: '申请人死亡', en: 'Applicant deceased' } },
  stopped: { label: { zh: '停发', en: 'Stopped' } },
  'given-up': { label: { zh: '自愿放弃', en: 'Given up' } },
  relieved: { label: { zh: '已先行救助', en: 'Relieved' } },
  'handed-over': { label: { zh: '已移交有关部门', en: 'Handed over to another body' } },
  'passed-on': { label: { zh: '已转其他途径办理', en: 'Passed on' } },
  'carried-out': { label: { zh: '已落实', en: 'Carried out' } },
  answered: { label: { zh: '已答复', en: 'Answered' } },
  helped: { label: { zh: '已帮扶', en: 'Helped' } },
  'no-need': { label: { zh: '未发现救助需要', en: 'No need found' } },
} as const satisfies Record<string, { label: Label }>;
export type CaseEnding = keyof typeof endings;

/** The endings by which a case leaves before anything is decided: no limit of it is met or missed any more. */
export const sideExits = ['transferred', 'withdrawn', 'terminated', 'deceased', 'given-up'] as const satisfies readonly CaseEnding[];
export type SideExit = (typeof sideExits)[number];

/** What people read of where an open case stands; derived from what is open, never stored. */
export const stages = {
  received: { label: { zh: '已收件', en: 'Received' } },
  'to-supplement': { label: { zh: '待补正', en: 'Waiting for papers' } },
  surveying: { label: { zh: '调查中', en: 'Survey and verification' } },
  reviewing: { label: { zh: '初审中', en: 'Opinion being formed' } },
  'on-notice': { label: { zh: '公示中', en: 'On public notice' } },
  objection: { label: { zh: '异议处理中', en: 'Objection being looked into' } },
  confirming: { label: { zh: '待确认', en: 'Awaiting confirmation' } },
  active: { label: { zh: '享受待遇', en: 'In payment' } },
  'under-review': { label: { zh: '核查中', en: 'Under review' } },
  'gradual-exit': { label: { zh: '渐退期', en: 'Gradual exit' } },
  relieving: { label: { zh: '先行救助中', en: 'Being relieved' } },
  'completing-file': { label: { zh: '补齐手续、跟进中', en: 'File and follow-up' } },
  'in-discussion': { label: { zh: '一事一议中', en: 'In discussion' } },
  'being-carried-out': { label: { zh: '落实中', en: 'Being carried out' } },
  referred: { label: { zh: '已转介，等待答复', en: 'Referred, waiting for an answer' } },
  dispatching: { label: { zh: '待派单', en: 'To be dispatched' } },
  answering: { label: { zh: '办理中', en: 'Being answered' } },
  'in-dispute': { label: { zh: '退单争议', en: 'Return in dispute' } },
  'being-checked': { label: { zh: '举报核查中', en: 'Report being checked' } },
  'to-call': { label: { zh: '待回访', en: 'Follow-up call' } },
  'following-up': { label: { zh: '线索跟进中', en: 'Being followed up' } },
  paying: { label: { zh: '待发放', en: 'To be paid' } },
  closed: { label: { zh: '已办结', en: 'Closed' } },
} as const satisfies Record<string, { label: Label }>;
export type Stage = keyof typeof stages;

/** The stages that an application can be in, in the order of its way. */
export const applicationStages = [
  'received',
  'to-supplement',
  'surveying',
  'reviewing',
  'on-notice',
  'objection',
  'confirming',
  'paying',
  'closed',
] as const satisfies readonly Stage[];

const discussionTasks = ['request-discussion', 'pre-check', 'meeting', 'minutes'] as const;
const referralTasks = ['acknowledge-referral', 'answer-referral', 'measure', 'close-referral'] as const;

const orderStages = [
  ['dispatch', 'dispatching'],
  ['answer', 'answering'],
  ['return-decision', 'in-dispute'],
  ['report-check', 'being-checked'],
  ['report-answer', 'being-checked'],
  ['follow-up-call', 'to-call'],
] as const;

/** The stage of a case, from the kinds of task and period that are open in it. */
export function stageOf(open: { tasks: readonly string[]; periods: readonly string[]; isClosed: boolean }): Stage {
  if (open.isClosed) return 'closed';
  if (open.tasks.some((kind) => kind === 'review' || kind === 'hearing' || kind === 'change-decision')) return 'under-review';
  if (open.periods.includes('gradual-exit')) return 'gradual-exit';
  if (open.periods.includes('review-interval')) return 'active';
  if (open.tasks.includes('supplement')) return 'to-supplement';
  if (open.tasks.some((kind) => kind.startsWith('lead-'))) return open.tasks.includes('lead-receipt') ? 'received' : 'following-up';
  if (open.tasks.includes('intake')) return 'received';
  if (
    open.tasks.some(
      (kind) =>
        kind === 'survey' || kind === 'verification' || kind === 'recheck' || kind === 'spending-check' || kind === 'special-ground',
    )
  )
    return 'surveying';
  if (open.tasks.includes('opinion')) return 'reviewing';
  if (open.tasks.includes('objection')) return 'objection';
  if (open.periods.includes('notice')) return 'on-notice';
  if (open.tasks.some((kind) => kind === 'confirm' || kind === 'county-visit')) return 'confirming';
  if (open.tasks.some((kind) => kind === 'relief' || kind === 'payout')) return 'relieving';
  if (open.tasks.some((kind) => kind === 'paperwork' || kind === 'follow-up')) return 'completing-file';
  if (open.tasks.some((kind) => (discussionTasks as readonly string[]).includes(kind))) return 'in-discussion';
  if (open.tasks.some((kind) => (referralTasks as readonly string[]).includes(kind))) return 'referred';
  if (open.tasks.some((kind) => kind.startsWith('stage-') || kind === 'return-visit') || open.periods.includes('stage-day'))
    return 'being-carried-out';
  for (const [kind, stage] of orderStages) if (open.tasks.includes(kind)) return stage;
  if (open.periods.some((kind) => kind === 'payment' || kind === 'instalment')) return 'paying';
  return 'received';
}
