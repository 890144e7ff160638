import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface RememberedAnswer {
  status: number;
  answer: unknown;
}

interface Request {
  key: string;
  /** Who asked; `-` for somebody without an account. */
  account: string;
  route: string;
  bodyHash: string;
}

/** The answer that this request was given before; undefined when it is new. @throws Refusal KEY_REUSED when the key came with other content */
export async function findAnswer(tx: Tx, { key, account, route, bodyHash }: Request): Promise<RememberedAnswer | undefined> {
  const [row] = await tx.rows<{ route: string; body_hash: string; status: number; answer: unknown }>(
    'select route, body_hash, status, answer from idempotency where key = $1 and account = $2',
    [key, account],
  );
  if (!row) return undefined;
  if (row.route !== route || row.body_hash !== bodyHash) return refuse('KEY_REUSED');
  return { status: row.status, answer: row.answer };
}

/**
 * Keeps an answer with what it answers: it is written with the rest, so it costs no round trip, and of two that run at
 * once the second is undone as a whole by the key of the table. Whoever fails asks {@link findAnswer} whether an answer is there.
 */
export function rememberAnswer(tx: Tx, request: Request, { status, answer }: RememberedAnswer): void {
  tx.writes.add('answer', { ...request, status, answer, at: tx.at });
}
