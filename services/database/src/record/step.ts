/** What a step of a process is; `step` names its table in the domain. */
export interface Step {
  step: 'task' | 'period' | 'act';
  kind: string;
  round: number;
}

/** A step with how it ended. */
export interface Settled extends Step {
  outcome: string;
}

/** What a look saw. */
export interface Seen {
  /** Every step of the case that has ended, in no order. */
  outcomes: Settled[];
  /** How the case has left: its ending; absent while it is open. */
  exit?: string;
  /** Milliseconds until something falls due, at least 1,000; absent when only a nudge can bring news. */
  wakeIn?: number;
  /** How many steps this look opened and ended: 0 and 0 when it found nothing to do. */
  opened: number;
  settled: number;
}
