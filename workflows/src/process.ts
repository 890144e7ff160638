import type { ActKind, ActOutcome, CaseEnding, OutcomeCode, PeriodKind, PeriodOutcome, TaskKind } from '@zhouji/domain';

/**
 * The four words that a statute knows. It is a function of the record: given what is recorded of a case, it says what
 * is wanted next. Whoever runs it (`durable.ts`, `foresee.ts`) decides how the waiting is done.
 *
 * A step is keyed by case, kind and round; asking for the same one twice is asking once.
 */
export interface Process {
  /** Somebody's to do. Gives the outcome code. */
  task<K extends TaskKind>(kind: K, round?: number): Promise<OutcomeCode<K>>;
  /** Must pass. Gives how it ended. */
  period<K extends PeriodKind>(kind: K, round?: number): Promise<PeriodOutcome<K>>;
  /** The office does it by itself. Gives what it found. */
  act<K extends ActKind>(kind: K, round?: number): Promise<ActOutcome<K>>;
  /** Waits for all of them; they are open side by side. */
  together(...steps: Promise<unknown>[]): Promise<void>;
}

/** How a statute ends; the side exits (withdrawn, terminated, deceased) are not its affair. */
export type Ending = Extract<
  CaseEnding,
  | 'granted'
  | 'refused'
  | 'not-accepted'
  | 'transferred'
  | 'stopped'
  | 'helped'
  | 'no-need'
  | 'relieved'
  | 'handed-over'
  | 'passed-on'
  | 'carried-out'
  | 'answered'
>;

/** A process of the law, in the order of the law. */
export type Statute = (process: Process) => Promise<Ending>;

/** What a step is. `step` names its table in the domain. */
export interface Step {
  step: 'task' | 'period' | 'act';
  kind: string;
  round: number;
}

/** A step with how it ended. */
export interface Settled extends Step {
  outcome: string;
}

/** The key of a step within its case. */
export function keyOf({ step, kind, round }: Step): string {
  return `${step}:${kind}:${round}`;
}

/**
 * Lets the statute run on until it waits. A statute only waits for steps, so a bounded number of turns of the microtask
 * queue carries it from one step to the next; no timer and no host function is needed, and Temporal replays it exactly.
 */
export async function drain(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}
