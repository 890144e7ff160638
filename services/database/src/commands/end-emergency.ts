import { lastDayOf, type PlainDate, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { declaredEmergencies } from '../emergencies.ts';
import { isUuid } from '../record/lock-case.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';
import { lockEmergencies } from './declare-emergency.ts';

/**
 * Ends an emergency earlier than it was declared: it reigns to the end of `lastDay`, which is today or later, so nothing
 * that was done under it is taken back. One that has not begun yet may be ended before its first day. The same once more
 * changes nothing.
 *
 * @throws Refusal NOT_FOUND (none of this county), EMERGENCY_OVER (it has ended, or ends then or earlier), EMERGENCY_DAYS
 */
export async function endEmergency(
  tx: Tx,
  { county, id, lastDay, reason }: { county: string; id: string; lastDay: PlainDate; reason: string },
): Promise<void> {
  await lockEmergencies(tx);
  const declared = isUuid.test(id) ? (await declaredEmergencies(tx.rows, { county })).find((one) => one.id === id) : undefined;
  if (!declared) return refuse('NOT_FOUND', { emergency: id });
  if (declared.ended?.lastDay === lastDay && declared.ended.reason === reason) return;
  const until = lastDayOf(declared);
  if (until < tx.day || lastDay >= until) refuse('EMERGENCY_OVER', { until, today: tx.day });
  if (lastDay < tx.day) refuse('EMERGENCY_DAYS', { from: lastDay, until, today: tx.day });
  await tx.rows(
    `insert into emergency_end (id, seq, emergency_id, last_day, reason, set_by, set_by_name, set_at)
     values ($1, nextval('emergency_seq'), $2, $3, $4, $5, $6, $7)`,
    [newId(), id, lastDay, reason, tx.who.account, tx.who.name, tx.at],
  );
  audit(tx, { action: 'end-emergency', target: `emergency:${id}`, data: { lastDay } });
}
