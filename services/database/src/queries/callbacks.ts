import { callbackRulesOf, holds, type Instant, missedLevel, type MissedLevel, type Role } from '@zhouji/domain';
import { hotlineParameters } from '../commands/hotline/hotline-parameters.ts';
import { openHotline } from '../commands/hotline/open-hotline.ts';
import type { Tx } from '../database.ts';
import type { CallbackAttempt } from '../entities/callback.ts';

export interface CallbackLine {
  id: string;
  contact: string;
  owner: string;
  isMine: boolean;
  name: string | null;
  phone: string;
  slotAt: Instant;
  nextAt: Instant | null;
  attempts: CallbackAttempt[];
  state: 'booked' | 'kept' | 'given-up';
  what: string;
  number: string | null;
  caseId: string | null;
  /** Its time has passed, and nobody has tried: who is warned of it. */
  missed: MissedLevel | null;
}

/** Whom to call back, those whose turn it is first: by their slot, and by when it was booked where slots are alike. */
export async function callbacksOf(tx: Tx, { state = 'booked' }: { state?: 'booked' | 'done' } = {}): Promise<CallbackLine[]> {
  const county = await openHotline(tx);
  const rules = callbackRulesOf(await hotlineParameters(tx, county), tx.day);
  const lines = await tx.rows<CallbackLine>(
    `select b.id, b.contact_id as contact, b.owner_name as owner, b.owner is not distinct from $1::uuid as "isMine", b.name, b.phone, b.slot_at as "slotAt",
       b.next_at as "nextAt", b.attempts, b.state, k."call" ->> 'what' as what, c.receipt as number, k.case_id as "caseId"
     from callback b join contact k on k.id = b.contact_id left join cases c on c.id = k.case_id
     where (b.state = 'booked') = $2
     order by case when $2 then b.next_at end, case when not $2 then b.slot_at end desc, b.booked_at, b.id limit 200`,
    [tx.who.account, state === 'booked'],
  );
  return lines.map((line) => ({
    ...line,
    missed: line.state === 'booked' && line.nextAt !== null ? missedLevel(line.nextAt, tx.at, rules) : null,
  }));
}

/** The callbacks whose time has passed that the caller is warned of: their own, and to the lead of the hotline those that came up. */
export async function missedCallbacksOf(tx: Tx): Promise<CallbackLine[]> {
  const isLead = holds(tx.who.role as Role, 'settle-returns');
  return (await callbacksOf(tx)).filter(({ missed, isMine }) => missed !== null && (isMine || (isLead && missed === 'lead')));
}
