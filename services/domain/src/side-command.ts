import { type Duty, holds, type Role } from './duty.ts';
import type { Label } from './label.ts';

/** What of a case decides which side commands are open in it. */
export interface SideGround {
  isClosed: boolean;
  /** An application, or what lives on after its decision. */
  isApplication: boolean;
  /** A notice hangs, and its days are not over. */
  onNotice: boolean;
  /** The limit of the decision runs and has not been lengthened. */
  isExtendable: boolean;
  /** Whoever asks is a close relative of the household [M57 11]. */
  isRecused?: boolean;
  /** Money may be paid in it. */
  paysOut?: boolean;
  /** About nobody's household: what belongs to applications and awards is not open in it. */
  isEvent?: boolean;
}

/**
 * What people can do in a case besides giving a task its outcome.
 *
 * - `duties`: any of them is enough. `byApplicant`: also whoever applied.
 * - `when`: while it can be done; a closed case takes none of them.
 * - `isReport`: it tells what somebody knows, so whoever is recused may do it as well.
 */
export const sideCommands = {
  withdraw: { label: { zh: '撤回申请', en: 'Withdraw' }, duties: ['accept'], byApplicant: true, when: 'isApplication' },
  object: {
    label: { zh: '登记公示异议', en: 'Take down an objection' },
    duties: ['accept', 'handle-objection'],
    byApplicant: false,
    when: 'onNotice',
    isReport: true,
  },
  complain: {
    label: { zh: '登记投诉举报', en: 'Take down a complaint' },
    duties: ['accept', 'handle-objection', 'county-visit'],
    byApplicant: false,
    when: 'isApplication',
    isReport: true,
  },
  extend: {
    label: { zh: '延长审核确认期限', en: 'Lengthen the time limit' },
    duties: ['confirm', 'county-confirm'],
    byApplicant: false,
    when: 'isExtendable',
  },
  'report-death': {
    label: { zh: '登记成员死亡', en: 'Report a death' },
    duties: ['accept'],
    byApplicant: false,
    when: 'always',
    isReport: true,
  },
  'refuse-to-cooperate': {
    label: { zh: '登记拒不配合', en: 'Record a refusal to co-operate' },
    duties: ['accept'],
    byApplicant: false,
    when: 'isApplication',
  },
  'report-change': {
    label: { zh: '登记家庭情况变化', en: 'Report a change' },
    duties: ['review-award'],
    byApplicant: true,
    when: 'isAward',
    isReport: true,
  },
  'record-work-refusal': {
    label: { zh: '登记拒绝工作', en: 'Record refused work' },
    duties: ['review-award'],
    byApplicant: false,
    when: 'isAward',
  },
  'give-up': { label: { zh: '放弃待遇', en: 'Give the award up' }, duties: ['review-award'], byApplicant: true, when: 'isAward' },
  // M57 25 — Through a bank, to the household's own account.
  'set-payee-account': {
    label: { zh: '登记收款账户', en: 'Enter the account of the payee' },
    duties: ['set-payee-account'],
    byApplicant: false,
    when: 'paysOut',
  },
  transfer: {
    label: { zh: '转送有权乡镇', en: 'Pass on to the right township' },
    duties: ['accept'],
    byApplicant: false,
    when: 'isApplication',
  },
} as const satisfies Record<
  string,
  {
    label: Label;
    duties: readonly Duty[];
    byApplicant: boolean;
    when: 'always' | 'isApplication' | 'isAward' | 'onNotice' | 'isExtendable' | 'paysOut';
    isReport?: true;
  }
>;
export type SideCommand = keyof typeof sideCommands;

/** The side commands that somebody may give in a case now. `role` is null for who has no account. */
export function sideCommandsFor(role: Role | null, { isApplicant, ...ground }: SideGround & { isApplicant: boolean }): SideCommand[] {
  if (ground.isClosed) return [];
  return (Object.keys(sideCommands) as SideCommand[]).filter((command) => {
    const { duties, byApplicant, when } = sideCommands[command];
    if (ground.isRecused && !('isReport' in sideCommands[command])) return false;
    if (ground.isEvent && when !== 'paysOut') return false;
    const may = (byApplicant && isApplicant) || (role !== null && duties.some((duty) => holds(role, duty)));
    return may && (when === 'always' || (when === 'isAward' ? !ground.isApplication : ground[when]));
  });
}
