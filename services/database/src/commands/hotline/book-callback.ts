import { callbackRulesOf, type Instant, refuse, requireSlot } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';
import { hotlineParameters } from './hotline-parameters.ts';
import { openHotline } from './open-hotline.ts';

/**
 * Promises somebody a call, by whoever promises it. Never in the past, nor outside the hours of the place.
 *
 * @throws Refusal NOT_YOUR_DUTY, NOT_FOUND, CALLBACK_NOT_THEN
 */
export async function bookCallback(
  tx: Tx,
  { contact, at, phone, name }: { contact: string; at: Instant; phone?: string; name?: string },
): Promise<{ id: string }> {
  const county = await openHotline(tx);
  requireSlot(at, tx.at, callbackRulesOf(await hotlineParameters(tx, county), tx.day));
  const id = newId();
  const [booked] = await tx.rows(
    `insert into callback (id, county, contact_id, owner, owner_name, name, phone, slot_at, next_at, attempts, state, booked_at)
     select $1, $2, c.id, $3, $4, coalesce($5, c.caller_name), coalesce($6, c.caller_phone), $7, $7, '[]', 'booked', $8
     from contact c where c.id = $9::uuid and coalesce($6, c.caller_phone) is not null returning id`,
    [id, county, tx.who.account, tx.who.name, name ?? null, phone ?? null, at, tx.at, contact],
  );
  if (!booked) return refuse('NOT_FOUND');
  audit(tx, { action: 'book-callback', target: `callback:${id}` });
  return { id };
}
