import { dayOf, type Instant, type Month, monthAfter, type PlainDate } from '@zhouji/domain';
import type { CaseFrame } from './case-frame.ts';

/**
 * When the gradual exit began that the review of a round has found, or finds at `at`: with the finding. Whoever was reviewed
 * in the middle of one and goes on leaving gets no longer by it, nor does whoever was sent back to be reviewed again
 * [N2022 1(3)].
 */
export function exitBegan(frame: CaseFrame, round: number, at: Instant): Instant {
  return exitBefore(frame, round) ?? outcomeOf(frame, 'review', round)?.givenAt ?? at;
}

/** The last day of the gradual exit that runs; undefined where none does. */
export function exitEndsOn(frame: CaseFrame): PlainDate | undefined {
  return frame.clocks.findLast(({ kind, stoppedAt }) => kind === 'exit-end' && !stoppedAt)?.dueOn;
}

/**
 * N2022 1(3); M57 32–33 — Nothing is paid from the month after the decision to stop; where somebody leaves gradually, not
 * before the month after the one in which the exit ends. The months of the exit are those after the finding, so a decision
 * within its limit leaves as many as the exit has, and no more.
 */
export function stopsFrom(frame: CaseFrame, round: number, decidedOn: PlainDate): Month {
  const next = monthAfter(decidedOn);
  const endsOn = outcomeOf(frame, 'review', round)?.outcome === 'gradual-exit' ? exitEndsOn(frame) : undefined;
  const afterExit = endsOn && monthAfter(endsOn);
  return afterExit && afterExit > next ? afterExit : next;
}

/** The beginning of an exit that goes on; undefined where something else has come in between. */
function exitBefore(frame: CaseFrame, round: number): Instant | undefined {
  const found = outcomeOf(frame, 'review', round - 1);
  const decision = outcomeOf(frame, 'change-decision', round - 1)?.outcome;
  const isLeaving = found?.outcome === 'gradual-exit';
  if (!found?.givenAt || !(decision === 'returned' || (isLeaving && decision === undefined))) return undefined;
  return exitBefore(frame, round - 1) ?? (isLeaving ? found.givenAt : undefined);
}

function outcomeOf(frame: CaseFrame, kind: 'review' | 'change-decision', round: number) {
  return frame.tasks.find((task) => task.kind === kind && task.round === round && task.outcome !== null);
}

/** The day that the ledger names as the first of the exit, from which its limit is worked out again. */
export function exitFrom(frame: CaseFrame, round: number, at: Instant): PlainDate {
  return dayOf(exitBegan(frame, round, at));
}
