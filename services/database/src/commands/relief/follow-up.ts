import { Refusal } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { requestDiscussion } from '../discussion/request-discussion.ts';

/** So long a request may be. What was found in the follow-up goes before what was told on the telephone. */
const MOST_CHARACTERS = 2000;

/**
 * TA2018 2(3), 2(4); OP2020 15 — Where the follow-up shows major hardship, the township's leader finds the request for a
 * discussion, with what the relief tells. A discussion of the family that runs already has it.
 */
export async function followUpWithDiscussion(tx: Tx, frame: CaseFrame, finding: string): Promise<void> {
  const { call } = await reliefOf(tx, frame.id);
  const told = `${finding}\n${frame.receipt}：${call.what}`;
  try {
    await requestDiscussion(tx, { origin: frame.id, because: cut(told) });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'DISCUSSION_RUNNING')) throw error;
  }
}

/** No more than a request can hold, and no sign halved. */
function cut(text: string): string {
  const head = text.slice(0, MOST_CHARACTERS);
  return head.isWellFormed() ? head : head.slice(0, -1);
}
