import { type Actor, findAnswer, rememberAnswer, type Tx } from '@zhouji/database';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Office } from './office.ts';

/**
 * A command: one transaction, done once per Idempotency-Key. A repeat gets the answer of the first, another body under the same key is
 * refused. The answer is kept in the same transaction, so there is none without the work and no work without it.
 *
 * @throws Refusal KEY_REUSED, and whatever `work` throws
 */
export async function transactOnce<Answer>(
  { database, clock }: Office,
  who: Actor,
  request: FastifyRequest,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const key = request.headers['idempotency-key'];
  const at = clock.now();
  if (typeof key !== 'string') return database.transact(who, at, work);
  const asked = {
    key,
    account: who.account ?? '-',
    route: `${request.method} ${request.url.split('?')[0]}`,
    bodyHash: createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex'),
  };
  try {
    return await database.transact(who, at, async (tx) => {
      const answer = await work(tx);
      rememberAnswer(tx, asked, { status: 200, answer });
      return answer;
    });
  } catch (error) {
    // A repeat fails, on its key if on nothing else, and nothing of it stays. Asking only then spares every first request the question.
    const known = await database.transact(who, at, (tx) => findAnswer(tx, asked));
    if (known) return known.answer as Answer;
    throw error;
  }
}
