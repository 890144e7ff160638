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
 * Keeps an answer with what it answers, in the transaction that did it. Two that run at once wait for each other here, and
 * the second is undone: ask {@link findAnswer} again.
 */
export async function rememberAnswer(tx: Tx, { key, account, route, bodyHash }: Request, { status, answer }: RememberedAnswer): Promise<boolean> {
  const written = await tx.rows(
    `insert into idempotency (key, account, route, body_hash, status, answer, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [key, account, route, bodyHash, status, JSON.stringify(answer), tx.at],
  );
  return written.length > 0;
}
