import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { recordHandOver } from '../../money/hand-over.ts';
import { saveCase } from '../../record/save-case.ts';
import { giveUpHandOver, keepGivenUp, releaseGivenUp } from '../relief/give-up-hand-over.ts';

/**
 * What an outcome of a discussion brings with it besides its own entry. LAW 50 — A request that is filed as urgent, or found to
 * be by the county, is counted in hours from then on.
 *
 * @throws Refusal PAYMENT_STATE
 */
export async function afterDiscussionOutcome(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Record<string, unknown>): Promise<void> {
  const step = `${task.kind}.${task.outcome}`;
  if ((step === 'request-discussion.registered' && data['isUrgent'] === true) || step === 'pre-check.urgent-agenda')
    countWhole(tx, frame, task.round);
  if (task.kind === 'stage-hand-over' || task.kind === 'stage-release') await afterStage(tx, frame, step, data);
}

/** TA2018 2(4) — What was handed over is in the books as given; what was given up goes back, when a second person has said so. */
async function afterStage(tx: Tx, frame: CaseFrame, step: string, data: Record<string, unknown>): Promise<void> {
  const stage = frame.acts.findLast(({ kind, outcome }) => kind === 'discussion-order' && outcome === 'by-hand')?.round;
  if (stage === undefined) throw new Error('a stage is handed over that nobody has ordered');
  if (step === 'stage-hand-over.handed-over')
    await recordHandOver(tx, frame, {
      stage,
      receivedBy: String(data['receivedBy']),
      proof: data['proof'] === 'photo' ? 'photo' : 'signature',
      witness: String(data['witness']),
    });
  if (step === 'stage-hand-over.not-possible') await giveUpHandOver(tx, frame, { stage, reason: String(data['reason']) });
  if (step === 'stage-release.again') await keepGivenUp(tx, frame, stage);
  if (step === 'stage-release.given-up') await releaseGivenUp(tx, frame);
}

/** Starts the hours of an urgent discussion. Where they run already they are not begun anew. */
export function countWhole(tx: Tx, frame: CaseFrame, round: number): void {
  if (isCountedWhole(frame)) return;
  enter(tx, frame, { kind: 'discussion.urgent', round });
  saveCase(tx, frame);
}

/** Whether the discussion is one that cannot wait, and is not decided yet. */
export function isCountedWhole({ clocks }: Pick<CaseFrame, 'clocks'>): boolean {
  return clocks.some(({ kind, stoppedAt }) => kind === 'urgent-discussion' && !stoppedAt);
}
