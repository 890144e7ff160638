import { holds, refuse, type Role } from '@zhouji/domain';
import type { Tx } from '../../database.ts';

const COUNTY = 6;

/**
 * Opens the fence of the hotline's own rows for the rest of the transaction: calls, callbacks and what is known by number.
 * It is the county's, whoever takes the call.
 *
 * @returns the county
 * @throws Refusal NOT_YOUR_DUTY
 */
export async function openHotline(tx: Tx): Promise<string> {
  const { role, area } = tx.who;
  if (role === 'public' || role === 'system' || area === null || !holds(role satisfies Role, 'take-contacts'))
    return refuse('NOT_YOUR_DUTY');
  const county = area.slice(0, COUNTY);
  await tx.rows(`select set_config('app.hotline', $1, true)`, [county]);
  return county;
}
