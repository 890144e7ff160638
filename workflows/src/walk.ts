import { drain, type Ending, keyOf, type Process, type Settled, type Statute, type Step } from './process.ts';

/** A statute on its way through a record. Both runners walk; they differ in how they wait. */
export interface Walk {
  /** What is asked for and not settled, in the order in which it was asked. */
  wanted(): Step[];
  /** How the statute ended, once it has. */
  ending(): Ending | undefined;
  /**
   * Takes what is recorded, all of it or what is new, and lets the statute run on until it waits. What was settled before stays.
   *
   * @throws whatever the statute threw
   */
  settle(outcomes: readonly Settled[]): Promise<void>;
}

export interface WalkOptions {
  /** The outcome that stands for a step which nobody recorded and the record has gone past. */
  passed?: (step: Step) => string | undefined;
  /** Turns of the microtask queue that carry the statute from one step to the next: about three for each nested `together`. */
  turns?: number;
}

/** Begins a statute. Nothing of it runs before the first `settle`. */
export function walk(statute: Statute, { passed, turns = 64 }: WalkOptions = {}): Walk {
  const record = new Map<string, string>();
  const asked = new Map<string, { step: Step; answer: Promise<string>; give: (outcome: string) => void; isSettled: boolean }>();
  let ended: { as: Ending } | { by: unknown } | undefined;
  let begun = false;

  const process: Process = {
    task: (kind, round = 1) => ask({ step: 'task', kind, round }),
    period: (kind, round = 1) => ask({ step: 'period', kind, round }),
    act: (kind, round = 1) => ask({ step: 'act', kind, round }),
    together: async (...steps) => void (await Promise.all(steps)),
  };

  /** Which outcomes a kind has is known to the tables of the domain, not here: the caller's types name them. */
  function ask(step: Step): Promise<never> {
    const key = keyOf(step);
    const known = asked.get(key);
    if (known) return known.answer as Promise<never>;
    const { promise: answer, resolve: give } = Promise.withResolvers<string>();
    const question = { step, answer, give, isSettled: false };
    asked.set(key, question);
    const outcome = record.get(key) ?? passed?.(step);
    if (outcome !== undefined) settleOne(question, outcome);
    return answer as Promise<never>;
  }

  function settleOne(question: { give: (outcome: string) => void; isSettled: boolean }, outcome: string): void {
    question.isSettled = true;
    question.give(outcome);
  }

  function begin(): void {
    begun = true;
    statute(process).then(
      (as) => (ended = { as }),
      (by: unknown) => (ended = { by }),
    );
  }

  return {
    wanted: () => [...asked.values()].filter(({ isSettled }) => !isSettled).map(({ step }) => step),
    ending: () => (ended && 'as' in ended ? ended.as : undefined),
    async settle(outcomes) {
      let moves = !begun;
      for (const settled of outcomes) {
        const key = keyOf(settled);
        if (record.has(key)) continue;
        record.set(key, settled.outcome);
        const question = asked.get(key);
        if (!question || question.isSettled) continue;
        settleOne(question, settled.outcome);
        moves = true;
      }
      if (!begun) begin();
      for (let before = -1; moves && before !== asked.size;) {
        before = asked.size;
        await drain(turns);
      }
      if (ended && 'by' in ended) throw ended.by;
    },
  };
}
