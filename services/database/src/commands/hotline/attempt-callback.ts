import { callbackRulesOf, type Instant, nextAttemptAt, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CallbackAttempt } from '../../entities/callback.ts';
import { audit } from '../audit.ts';
import { hotlineParameters } from './hotline-parameters.ts';
import { openHotline } from './open-hotline.ts';

/**
 * What came of calling somebody back. Who was not reached is called again after the pause, so often as the place says.
 *
 * @throws Refusal NOT_FOUND, CALLBACK_OVER, CALLBACK_PAUSE (too soon after the last attempt)
 */
export async function attemptCallback(
  tx: Tx,
  { id, reached, note }: { id: string; reached: boolean; note?: string },
): Promise<{ state: 'booked' | 'kept' | 'given-up'; nextAt: Instant | null; attempts: number }> {
  const county = await openHotline(tx);
  const [found] = await tx.rows<{ state: string; attempts: CallbackAttempt[]; nextAt: Instant | null }>(
    'select state, attempts, next_at as "nextAt" from callback where id = $1::uuid for update',
    [id],
  );
  if (!found) return refuse('NOT_FOUND');
  if (found.state !== 'booked') return refuse('CALLBACK_OVER', { state: found.state });
  // The first attempt may come before its slot: somebody has time, and the caller is there. The pause is for who did not answer.
  const hasTried = found.attempts.length > 0;
  if (hasTried && found.nextAt && Date.parse(found.nextAt) > Date.parse(tx.at)) return refuse('CALLBACK_PAUSE', { nextAt: found.nextAt });
  const attempts = [...found.attempts, { at: tx.at, by: tx.who.name, reached, ...(note === undefined ? {} : { note }) }];
  const nextAt = reached ? null : nextAttemptAt(tx.at, attempts.length, callbackRulesOf(await hotlineParameters(tx, county), tx.day));
  const state = reached ? 'kept' : nextAt === null ? 'given-up' : 'booked';
  await tx.rows('update callback set attempts = $2::jsonb, state = $3, next_at = $4 where id = $1', [
    id,
    JSON.stringify(attempts),
    state,
    nextAt,
  ]);
  audit(tx, { action: 'attempt-callback', target: `callback:${id}`, data: { reached } });
  return { state, nextAt, attempts: attempts.length };
}
