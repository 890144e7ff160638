import type { Tx } from '../database.ts';
import type { Doer } from '../record/doer.ts';

/**
 * M57 25 — Plans a payment for each line of a list, to the account that is entered for the award or the application it
 * came from, where its holder is the recipient. A line without an account waits for one; one that is planned stays so.
 *
 * @param by who brings it onto the road later; left out: who made the list
 * @returns how many
 */
export async function planPayList(
  tx: Tx,
  { payListId, programme, by }: { payListId: string; programme: string; by?: Doer },
): Promise<number> {
  const planned = await tx.rows(
    `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, payee_name, payee_bank, payee_account, pay_list_id,
       state, instruction_id, planned_by, planned_by_name, planned_at)
     select uuidv7(), e.township, e.case_id, $2, 'money', e.month, 1, e.fen, 'bank', 'assistance-fund', e.recipient, a.bank, a.account, e.pay_list_id,
       'planned', 'ZJ' || upper(left(encode(sha256(convert_to(e.case_id || '|money|' || e.month || '|1', 'UTF8')), 'hex'), 30)), case when $4 then $5::uuid else l.made_by end, coalesce($6, l.made_by_name), $3
     from entitlement e
     join pay_list l on l.id = e.pay_list_id
     join cases c on c.id = e.case_id
     left join lateral (
       select p.bank, p.account, p.holder from pay_account p where p.case_id in (c.id, c.origin) order by (p.case_id = c.id) desc, p.number desc limit 1
     ) a on a.holder = e.recipient
     where e.pay_list_id = $1
       and not exists (select from pay_intent i where i.case_id = e.case_id and i.kind = 'money' and i.occasion = e.month)
     returning 1`,
    [payListId, programme, tx.at, by !== undefined, by?.account ?? null, by?.name ?? null],
  );
  return planned.length;
}
