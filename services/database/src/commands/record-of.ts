import { type CaseEnding, type ProcessName, type Programme, type Stage, stageOf } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { lockCase } from '../record/lock-case.ts';
import { settledOf } from '../record/settled-of.ts';
import type { Settled, Step } from '../record/step.ts';

export interface OpenTask {
  id: string;
  kind: string;
  round: number;
  duty: string;
  dueOn: string | null;
  version: number;
}

export interface Recorded {
  programme: Programme;
  process: ProcessName;
  township: string;
  receipt: string;
  settled: Settled[];
  open: Step[];
  openTasks: OpenTask[];
  stage: Stage;
  ending?: CaseEnding;
  /** How the case has left; absent while it is open. */
  exit?: string;
}

/** What is recorded of a case, which is what its statute is a function of. Locks the case. @throws Refusal NOT_FOUND */
export async function recordOf(tx: Tx, caseId: string): Promise<Recorded> {
  const frame = await lockCase(tx, { caseId });
  const openTasks = frame.tasks.filter(({ closedAt }) => !closedAt);
  const openPeriods = frame.periods.filter(({ outcome }) => outcome === null);
  return {
    programme: frame.programme,
    process: frame.process,
    township: frame.township,
    receipt: frame.receipt,
    settled: settledOf(frame),
    open: [
      ...openTasks.map(({ kind, round }) => ({ step: 'task' as const, kind, round })),
      ...openPeriods.map(({ kind, round }) => ({ step: 'period' as const, kind, round })),
    ],
    openTasks: openTasks.map(({ id, kind, round, duty, dueOn, version }) => ({ id, kind, round, duty, dueOn, version })),
    stage: stageOf({
      tasks: openTasks.map(({ kind }) => kind),
      periods: openPeriods.map(({ kind }) => kind),
      isClosed: frame.closedAt !== null,
    }),
    ...(frame.ending ? { ending: frame.ending, exit: frame.ending } : {}),
  };
}
