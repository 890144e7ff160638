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
  closed: { label: { zh: '已办结', en: 'Closed' } },
} as const satisfies Record<string, { label: Label }>;
export type Stage = keyof typeof stages;

/** The stage of a case, from the kinds of task and period that are open in it. */
export function stageOf(open: { tasks: readonly string[]; periods: readonly string[]; isClosed: boolean }): Stage {
  if (open.isClosed) return 'closed';
  if (open.tasks.some((kind) => kind === 'review' || kind === 'hearing' || kind === 'change-decision')) return 'under-review';
  if (open.periods.includes('gradual-exit')) return 'gradual-exit';
  if (open.periods.includes('review-interval')) return 'active';
  if (open.tasks.includes('supplement')) return 'to-supplement';
  if (open.tasks.includes('intake')) return 'received';
  if (open.tasks.some((kind) => kind === 'survey' || kind === 'verification' || kind === 'recheck')) return 'surveying';
  if (open.tasks.includes('opinion')) return 'reviewing';
  if (open.tasks.includes('objection')) return 'objection';
  if (open.periods.includes('notice')) return 'on-notice';
  if (open.tasks.some((kind) => kind === 'confirm' || kind === 'county-visit')) return 'confirming';
  return 'received';
}
