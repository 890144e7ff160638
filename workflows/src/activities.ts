import type { Ending, Settled, Step } from './process.ts';

/** What a durable process asks of the world. */
export interface World {
  /**
   * The one question of a wake, one idempotent transaction: opens what is wanted and not open yet, carries out acts,
   * ends periods and rings clocks that are due at `at` (milliseconds of the Temporal server), and tells what is recorded.
   * `ended` closes the case when the statute has come to its end.
   */
  look(question: { caseId: string; wanted: Step[]; at: number; ended?: Ending }): Promise<Seen>;
}

/** What a look saw. */
export interface Seen {
  /** Every step of the case that has ended, in no order. */
  outcomes: Settled[];
  /** Keys of the steps that are open, after this look has opened what was wanted. */
  open: string[];
  /** The case has left: closed, or taken out by a side exit. A limit may still run, such as that for serving the letter. */
  exit?: string;
  /** Milliseconds until something falls due; absent when only a nudge can bring news. At least 1,000. */
  wakeIn?: number;
}
