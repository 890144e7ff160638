import { holds, refuse, type Role, roles } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { isUuid } from '../../record/lock-case.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';
import { openHotline } from './open-hotline.ts';

/** What went over, by number. */
export interface HandedOver {
  id: string;
  to: string;
  callbacks: number;
  drafts: number;
  orders: number;
}

/** The roles that take contacts: to one of them a shift goes over. */
export const hotlineRoles = (Object.keys(roles) as Role[]).filter((role) => holds(role, 'take-contacts'));

/**
 * Who goes off duty hands on what is open: promised callbacks, calls that were typed and not logged, and orders that nobody
 * has answered yet. All of it goes or none. The hotline lead does it for somebody who is not there any more.
 *
 * @param from left out: whoever hands over
 * @throws Refusal NOT_YOUR_DUTY (another's shift, and not the lead), HANDOVER_NOWHERE
 */
export async function handOverShift(tx: Tx, { to, from, note }: { to: string; from?: string; note: string }): Promise<HandedOver> {
  const county = await openHotline(tx);
  const { who } = tx;
  const whose = from ?? who.account ?? refuse('NOT_YOUR_DUTY');
  if (whose !== who.account && !holds(who.role as Role, 'settle-returns')) refuse('NOT_YOUR_DUTY');
  if (whose === to) refuse('HANDOVER_NOWHERE');
  const [leaving, coming] = [await nameAt(tx, county, whose), await nameAt(tx, county, to, { isAtWork: true })];
  const callbacks = await tx.rows(`update callback set owner = $2, owner_name = $3 where owner = $1 and state = 'booked' returning id`, [
    ...[whose, to, coming],
  ]);
  // Both accounts' drafts, for this one statement.
  await tx.rows(`select set_config('app.account', $1, true)`, [`${whose},${to}`]);
  const drafts = await tx.rows('update contact_draft set account = $2 where account = $1 returning id', [whose, to]);
  await tx.rows(`select set_config('app.account', $1, true)`, [who.account]);
  const orders = await tx.rows(
    `update contact k set kept_by = $2, kept_by_name = $3 from cases c
     where coalesce(k.kept_by, k.taken_by) = $1 and c.id = k.case_id and c.process = 'work-order' and c.closed_at is null and k.class <> 'report' returning k.id`,
    [whose, to, coming],
  );
  const told = { id: newId(), to: coming, callbacks: callbacks.length, drafts: drafts.length, orders: orders.length };
  await tx.rows(
    `insert into shift_handover (id, county, from_account, from_name, to_account, to_name, "by", by_name, note, callbacks, drafts, orders, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [told.id, county, whose, leaving, to, coming, who.account, who.name, note, told.callbacks, told.drafts, told.orders, tx.at],
  );
  audit(tx, { action: 'hand-over-shift', target: `shift:${told.id}`, data: { from: whose, to } });
  return told;
}

/** Whoever comes on duty says that they know. Said again it stays as it was. @throws Refusal NOT_FOUND of one that went to somebody else */
export async function takeShift(tx: Tx, id: string): Promise<{ id: string }> {
  await openHotline(tx);
  if (!isUuid.test(id)) return refuse('NOT_FOUND');
  const [found] = await tx.rows(
    'update shift_handover set taken_at = coalesce(taken_at, $3) where id = $1 and to_account = $2 returning id',
    [id, tx.who.account, tx.at],
  );
  if (!found) return refuse('NOT_FOUND');
  audit(tx, { action: 'take-shift', target: `shift:${id}` });
  return { id };
}

async function nameAt(tx: Tx, county: string, account: string, { isAtWork = false } = {}): Promise<string> {
  const [found] = isUuid.test(account)
    ? await tx.rows<{ name: string }>(
        'select name from account where id = $1::uuid and left(area, 6) = $2 and role = any ($3::text[]) and (disabled_at is null or not $4)',
        [account, county, hotlineRoles, isAtWork],
      )
    : [];
  return found?.name ?? refuse('HANDOVER_NOWHERE');
}
