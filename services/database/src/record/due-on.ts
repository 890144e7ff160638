import {
  addWorkingDays,
  type ClockKind,
  dayOf,
  figure,
  lengthIdOf,
  type PlainDate,
  Refusal,
  stageLimits,
  type TaskKind,
  taskRow,
} from '@zhouji/domain';
import type { CaseFrame } from './case-frame.ts';
import type { Ground } from './enter.ts';

/** The day by which a task that was opened on a day is due: the end of its clock, or of its stage where the place has divided the days and that comes first. */
export function taskDueOn(tx: Pick<Ground, 'place'>, frame: CaseFrame, kind: TaskKind, openedOn: PlainDate): PlainDate | null {
  const row = taskRow(kind);
  const byClock = dueOnOf(frame, (frame.mode === 'county' && row.dueInCountyMode) || row.due, row.orDue);
  const byStage = stageDueOn(tx, frame, kind);
  // What comes round again after the limit of its stage has the time that the law leaves.
  return byStage !== undefined && byStage >= openedOn && (byClock === null || byStage < byClock) ? byStage : byClock;
}

/** Open tasks are due when the limit that they go by is. */
export function followLimits(tx: Pick<Ground, 'place' | 'writes'>, frame: CaseFrame): void {
  for (const task of frame.tasks) {
    if (task.closedAt) continue;
    const dueOn = taskDueOn(tx, frame, task.kind, dayOf(task.openedAt));
    if (task.dueOn === dueOn) continue;
    task.dueOn = dueOn;
    task.version += 1;
    tx.writes.change('task', 'taskChange', task);
  }
}

/** The clock by whose end something is due: the one that runs, of two the one that ends first, else, where it was stopped already, that of the decision. */
function dueOnOf(frame: CaseFrame, kind: ClockKind | null, other?: ClockKind): PlainDate | null {
  if (kind === null) return null;
  const running = (wanted: ClockKind) => frame.clocks.findLast((clock) => clock.kind === wanted && !clock.stoppedAt)?.dueOn;
  const [first] = [running(kind), other && running(other)].filter((dueOn) => dueOn !== undefined).toSorted();
  return first ?? running('decision') ?? null;
}

/**
 * N2022 4(1) — The day by which the stage of a task is to be done: of the ordinary days where the township confirms. In the
 * special cases and in county mode the days are others, and nobody has divided them.
 *
 * @returns undefined where no stage has a limit
 */
function stageDueOn({ place }: Pick<Ground, 'place'>, frame: CaseFrame, kind: TaskKind): PlainDate | undefined {
  const stage = stageLimits[kind];
  const decision = frame.clocks.find((clock) => clock.kind === 'decision' && !clock.stoppedAt);
  if (!stage || !decision || decision.extendedReason || frame.mode !== 'delegated' || !frame.acceptedAt) return undefined;
  if (lengthIdOf(frame.process, 'decision', 'delegated') !== 'total.delegated') return undefined;
  const acceptedOn = dayOf(frame.acceptedAt);
  try {
    const parameters = place.parametersOf(frame.parameterSet);
    if (!figure(parameters, 'stage.setsDueDays', acceptedOn).value) return undefined;
    return addWorkingDays(place.calendar, acceptedOn, figure(parameters, stage, acceptedOn).value as number);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
