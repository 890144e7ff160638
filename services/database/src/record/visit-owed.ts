import type { CaseFrame } from './case-frame.ts';
import type { Step } from './step.ts';

/**
 * The county visit that is owed although the check of its round found nothing: a relative was registered, or somebody
 * complained, while the decision was waiting already [M57 11, 20]. It is opened beside the decision.
 */
export function visitOwed({ hasRelatives, hasComplaint, tasks, acts }: CaseFrame): Step[] {
  const deciding = tasks.findLast(({ kind, closedAt }) => kind === 'confirm' && closedAt === null);
  if (!deciding || !(hasRelatives || hasComplaint)) return [];
  const wasChecked = acts.some(({ kind, round, outcome }) => kind === 'visit-check' && round === deciding.round && outcome === 'none');
  return wasChecked ? [{ step: 'task', kind: 'county-visit', round: deciding.round }] : [];
}

/** Whether the decision that is open has to wait for such a visit. */
export function hasVisitOwed(frame: CaseFrame): boolean {
  const [visit] = visitOwed(frame);
  return (
    visit !== undefined &&
    !frame.tasks.some(({ kind, round, outcome }) => kind === visit.kind && round === visit.round && outcome === 'done')
  );
}
