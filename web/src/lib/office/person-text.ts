import type { CaseSummary, TaskOfCase } from '#lib/api/shapes.ts';
import { machineNames, outcomeLabel, tasks } from '@zhouji/domain';
import type { Words } from '#lib/messages/words.ts';

/** The name of a step: its kind, and its round when it is not the first. */
export function stepName({ kind, round }: { kind: TaskOfCase['kind']; round: number }, { t, label }: Words): string {
  return round > 1 ? t('task.round', { task: label(tasks[kind].label), round }) : label(tasks[kind].label);
}

/** What a step came to. */
export function outcomeName({ kind, outcome }: { kind: string; outcome: string | null }, { t, label }: Words): string {
  return outcome === null ? t('task.open') : label(outcomeLabel(kind, outcome));
}

/** Who did something, in the reader's language; the office itself where nobody did. */
export function doerName(by: string | null | undefined, { t }: Words): string {
  return !by || by === machineNames.office ? t('value.nobody') : by;
}

/** Where a case is read: some processes have pages of their own. */
export function homeOf({ id, process }: Pick<CaseSummary, 'id' | 'process'>): string {
  return `/office/${homes[process] ?? 'cases'}/${id}`;
}

const homes: Partial<Record<CaseSummary['process'], string>> = {
  'subsistence-award': 'awards',
  'case-discussion': 'discussions',
  referral: 'referrals',
  lead: 'leads',
  'work-order': 'hotline/orders',
};
