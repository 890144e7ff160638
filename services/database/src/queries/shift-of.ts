import { type Instant, refuse } from '@zhouji/domain';
import { hotlineRoles } from '../commands/hotline/hand-over-shift.ts';
import { openHotline } from '../commands/hotline/open-hotline.ts';
import type { Tx } from '../database.ts';

/** A hand-over as it was written down. */
export interface HandoverLine {
  id: string;
  from: string;
  to: string;
  by: string;
  note: string;
  callbacks: number;
  drafts: number;
  orders: number;
  at: Instant;
  takenAt: Instant | null;
  /** It came to the caller. */
  isMine: boolean;
}

/** What of a shift is open, to whom it may go, and the newest hand-overs. */
export interface Shift {
  /** Of the caller. */
  account: string;
  open: { callbacks: number; drafts: number; orders: number };
  colleagues: { account: string; name: string; isLead: boolean }[];
  handovers: HandoverLine[];
}

/** The caller's shift. @throws Refusal NOT_YOUR_DUTY */
export async function shiftOf(tx: Tx): Promise<Shift> {
  const county = await openHotline(tx);
  await tx.rows(`select set_config('app.account', $1, true)`, [tx.who.account]);
  const [open] = await tx.rows<Shift['open']>(
    `select (select count(*)::int from callback where owner = $1 and state = 'booked') as callbacks,
       (select count(*)::int from contact_draft where account = $1) as drafts,
       (select count(*)::int from contact k join cases c on c.id = k.case_id
        where coalesce(k.kept_by, k.taken_by) = $1 and c.process = 'work-order' and c.closed_at is null and k.class <> 'report') as orders`,
    [tx.who.account],
  );
  const colleagues = await tx.rows<Shift['colleagues'][number]>(
    `select id as account, name, role = 'hotline-lead' as "isLead" from account
     where id <> $1 and disabled_at is null and left(area, 6) = $2 and role = any ($3::text[]) order by name, id`,
    [tx.who.account, county, hotlineRoles],
  );
  const handovers = await tx.rows<HandoverLine>(
    `select id, from_name as "from", to_name as "to", by_name as "by", note, callbacks, drafts, orders, at, taken_at as "takenAt",
       to_account = $1 as "isMine" from shift_handover order by at desc, id desc limit 30`,
    [tx.who.account],
  );
  return {
    account: tx.who.account ?? refuse('NOT_YOUR_DUTY'),
    open: open ?? { callbacks: 0, drafts: 0, orders: 0 },
    colleagues,
    handovers,
  };
}

/** What came to the caller and was not taken yet. @throws Refusal NOT_YOUR_DUTY */
export async function shiftsToTake(tx: Tx): Promise<HandoverLine[]> {
  await openHotline(tx);
  return tx.rows<HandoverLine>(
    `select id, from_name as "from", to_name as "to", by_name as "by", note, callbacks, drafts, orders, at, taken_at as "takenAt", true as "isMine"
     from shift_handover where to_account = $1 and taken_at is null order by at`,
    [tx.who.account],
  );
}
