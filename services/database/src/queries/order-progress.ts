import {
  type CaseEnding,
  type ContactClass,
  type ExplainedGround,
  type Instant,
  type NotOursGround,
  type Stage,
  stageOf,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** Where a matter stands, for the person who has its number and code. */
export interface OrderProgress {
  number: string;
  class: ContactClass;
  township: string;
  loggedAt: Instant;
  closedAt: Instant | null;
  stage: Stage;
  ending: CaseEnding | null;
  reply: string | null;
  /** Why the matter cannot be done, where that is what the reply explains. */
  why: ExplainedGround | null;
  ground: NotOursGround | null;
  reason: string | null;
  /** The number under which it goes on. */
  goingOn: string | null;
}

/** Undefined when number and code do not go together, whichever of the two is wrong. */
export async function orderProgress(tx: Tx, { number, code }: { number: string; code: string }): Promise<OrderProgress | undefined> {
  const [found] = await tx.rows<Omit<OrderProgress, 'stage' | 'loggedAt' | 'closedAt' | 'goingOn'> & Row>(
    'select * from progress_of_order($1, $2)',
    [number, code],
  );
  if (!found) return undefined;
  const { tasks, logged_at: loggedAt, closed_at: closedAt, going_on: goingOn, ...progress } = found;
  return { ...progress, loggedAt, closedAt, goingOn, stage: stageOf({ tasks, periods: [], isClosed: closedAt !== null }) };
}

interface Row {
  tasks: string[];
  logged_at: Instant;
  closed_at: Instant | null;
  going_on: string | null;
}
