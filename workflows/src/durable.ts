/**
 * The durable runner: a case's process in Temporal. Whenever it wakes it asks the world one question, `look`, and sleeps
 * again until it is nudged or the next instant comes. It is level-triggered: a nudge carries nothing, so it may be lost,
 * doubled or late; a process that starts from nothing runs through the record that its first look brings.
 *
 * A statute that throws fails the workflow's task, never the workflow: the case stands until the code is cured, and goes on.
 */
import { condition, continueAsNew, defineSignal, proxyLocalActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { Seen, World } from './activities.ts';
import { keyOf, type Statute } from './process.ts';
import { type Walk, walk } from './walk.ts';

/** "Something happened in this case, look." */
export const nudge = defineSignal('nudge');

/** What a process is started with; everything else it finds in the record. */
export interface Carried {
  caseId: string;
}

const LEAST_SLEEP_MS = 1000;

/** Temporal keeps a stack trace of each promise, so turns are dear here. Should they be too few, the wait below ends at once. */
const TURNS = 5;

// Local: inside the workflow task, without a round trip to the server. Waits beyond a second become timers, so that a
// night without a database fits into the history; without the threshold they would keep the workflow task open.
const { look } = proxyLocalActivities<World>({
  startToCloseTimeout: '10 s',
  localRetryThreshold: '1 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** The workflow that carries a case through its statute; gives how the case ended. */
export function durably(statute: Statute): (carried: Carried) => Promise<string> {
  return async function carry({ caseId }) {
    let nudged = false;
    // Before the first await: a signal may come before anything else runs.
    setHandler(nudge, () => void (nudged = true));
    // An alarm that was set stays set, so that no nudge has to take one back in the moment in which it rings: one that
    // comes too early costs a look.
    const alarms = new Set<number>();
    const wakeAt = async (instant: number) => {
      if (alarms.has(instant)) return;
      alarms.add(instant);
      await sleep(Math.max(LEAST_SLEEP_MS, instant - Date.now()));
      alarms.delete(instant);
      nudged = true;
    };
    const process = walk(statute, { turns: TURNS });
    await process.settle([]);

    for (;;) {
      nudged = false;
      const question = questionOf(process);
      const at = Date.now();
      const seen = await look({ caseId, ...question, at });
      if (seen.exit !== undefined && seen.wakeIn === undefined) return seen.exit;
      if (seen.exit === undefined) await process.settle(seen.outcomes);
      const asksMore = () => seen.exit === undefined && isUnanswered(questionOf(process), question, seen);
      if (asksMore()) continue;

      if (workflowInfo().continueAsNewSuggested) await continueAsNew({ caseId });
      if (seen.wakeIn !== undefined) void wakeAt(at + seen.wakeIn);
      await condition(() => nudged || asksMore());
    }
  };
}

type Question = Pick<Parameters<World['look']>[0], 'wanted' | 'ended'>;

function questionOf(process: Walk): Question {
  const ended = process.ending();
  return ended === undefined ? { wanted: process.wanted() } : { wanted: [], ended };
}

/** Whether the statute asks for more than it asked before, and nobody who looked ahead has opened it. */
function isUnanswered(now: Question, before: Question, { open }: Seen): boolean {
  if (now.ended !== before.ended) return true;
  const known = new Set([...before.wanted.map(keyOf), ...open]);
  return now.wanted.some((step) => !known.has(keyOf(step)));
}
