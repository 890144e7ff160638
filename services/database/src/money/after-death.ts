import { monthOf, type PlainDate, reasonsToHold } from '@zhouji/domain';
import { audit } from '../commands/audit.ts';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { plainName } from '../record/doer.ts';
import { enter } from '../record/enter.ts';
import { payeeAccountOf } from './payee-account.ts';

/** Somebody who has died, and who receives for the household from now on; nobody where no household is left. */
export interface DeathOfPayee {
  name: string;
  idNumber?: string;
  diedOn: PlainDate;
  heir?: { name: string; idNumber?: string };
}

interface Unsent {
  id: string;
  caseId: string;
  township: string;
  state: string;
  occasion: string;
  isOwn: boolean;
}

/**
 * No money leaves for somebody who has died. What the household was promised goes to whoever receives for it now; what a
 * person alone was promised is held, and finance decides on it as on any payment that somebody asks to give up: two people.
 * A month that the person has lived to see is owed [M57 32], and what the bank has already got goes its way.
 * The case is locked by the caller, who saves it.
 */
export async function settleAfterDeath(tx: Tx, frame: CaseFrame, { name, idNumber, diedOn, heir }: DeathOfPayee): Promise<void> {
  const unsent = await tx.rows<Unsent>(
    `select id, case_id as "caseId", township, state, occasion, case_id = $1 as "isOwn" from pay_intent i
     where (case_id = $1 and payee_name = $2 or payee_id_number = $3) and state in ('planned', 'approved', 'returned') and channel = 'bank' and give_up_at is null
       and not exists (select from pay_intent l where l.case_id = i.case_id and l.kind = i.kind and l.occasion = i.occasion and l.attempt > i.attempt)
     order by id for no key update`,
    [frame.id, name, idNumber ?? null],
  );
  const isOwed = ({ occasion }: Unsent) => occasion.includes('-') && occasion <= monthOf(diedOn);
  const [heirs, held] = [
    heir === undefined ? [] : unsent.filter(({ isOwn, state }) => isOwn && state === 'planned'),
    unsent.filter(({ isOwn, state }) => heir === undefined || !isOwn || state === 'approved').filter((one) => !isOwed(one)),
  ];
  if (heir && heirs.length > 0) await passTo(tx, frame, heir, heirs);
  if (held.length > 0) await hold(tx, held);
  if (heirs.length + held.length === 0) return;
  enter(tx, frame, { kind: 'payment.held', data: { held: held.length, passedOn: heirs.length }, byOffice: true });
}

/** They wait for an account in the name of whoever receives now, and leave the batch that somebody has seen with the old one. */
async function passTo(tx: Tx, frame: CaseFrame, heir: { name: string; idNumber?: string }, payments: readonly Unsent[]): Promise<void> {
  const entered = await payeeAccountOf(tx, frame.id);
  const account = entered && plainName(entered.holder) === plainName(heir.name) ? entered : undefined;
  await tx.rows(
    `update pay_intent set payee_name = $2, payee_id_number = $3, payee_bank = $4, payee_account = $5, batch_id = null where id = any ($1)`,
    [payments.map(({ id }) => id), heir.name, heir.idNumber ?? null, account?.bank ?? null, account?.account ?? null],
  );
}

/** Held at once, so that nothing is sent while two people of finance have not answered. */
async function hold(tx: Tx, payments: readonly Unsent[]): Promise<void> {
  await tx.rows(
    `update pay_intent set give_up_reason = $2, give_up_by = $3, give_up_by_name = $4, give_up_at = $5, batch_id = case when state = 'planned' then null else batch_id end
     where id = any ($1)`,
    [payments.map(({ id }) => id), reasonsToHold['payee-died'].zh, tx.who.account, tx.who.name, tx.at],
  );
  for (const { id, caseId, township } of payments) {
    audit(tx, { action: 'hold-payment', township, caseId, target: `payment:${id}`, data: { reason: 'payee-died' } });
    tx.writes.touch({ id: caseId, township });
  }
}
