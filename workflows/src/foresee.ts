import type { Ending, Settled, Statute, Step } from './process.ts';
import { walk } from './walk.ts';

export interface Foreseen {
  /** What the statute waits for; nothing once it has ended. */
  wanted: Step[];
  ending?: Ending;
  /** Steps that the statute asks for and the record has gone past, with the outcome that stands for them. */
  passed: Settled[];
}

export interface ForeseeOptions {
  /** The outcome that stands for a step which the record lacks and has gone past; undefined when the step lies ahead. */
  passed?: (step: Step, settled: readonly Settled[]) => string | undefined;
}

/**
 * Runs a statute over a record in memory and says what is wanted next. Nothing is opened and nothing is remembered.
 *
 * @throws whatever the statute throws
 */
export async function foresee(statute: Statute, settled: readonly Settled[], options: ForeseeOptions = {}): Promise<Foreseen> {
  const passed: Settled[] = [];
  const process = walk(statute, {
    passed: (step) => {
      const outcome = options.passed?.(step, settled);
      if (outcome !== undefined) passed.push({ ...step, outcome });
      return outcome;
    },
  });
  await process.settle(settled);
  const ending = process.ending();
  return ending === undefined ? { wanted: process.wanted(), passed } : { wanted: [], ending, passed };
}
