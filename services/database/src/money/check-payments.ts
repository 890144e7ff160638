import type { Tx } from '../database.ts';

/** A sentence that must hold of all money, and how many rows break it. */
export interface MoneyCheck {
  what: string;
  broken: number;
}

/** Everything that must hold of payments at any moment, whatever died when. Reads all townships. */
export async function checkPayments(tx: Tx): Promise<MoneyCheck[]> {
  const checks: MoneyCheck[] = [];
  for (const [what, sql] of sentences) {
    const [row] = await tx.rows<{ broken: number }>(`select count(*)::int as broken from (${sql}) broken`);
    checks.push({ what, broken: row?.broken ?? -1 });
  }
  return checks;
}

const sentences: readonly [string, string][] = [
  [
    'each occasion of a case is paid at most once',
    `select case_id from pay_intent where state = 'paid' group by case_id, kind, occasion having count(*) > 1`,
  ],
  [
    'no second attempt runs beside another',
    `select case_id from pay_intent where state not in ('returned', 'cancelled') group by case_id, kind, occasion having count(*) > 1`,
  ],
  ['every posting balances', 'select posting_id from money_line group by posting_id having sum(fen) <> 0 or count(*) < 2'],
  [
    'every payment has its posting',
    `select i.id from pay_intent i where not exists (select from money_posting p where p.intent_id = i.id)`,
  ],
  [
    'what is paid by bank is what the books say',
    `select 1 where (select coalesce(sum(fen), 0) from pay_intent where state = 'paid' and channel = 'bank')
       <> (select coalesce(sum(fen), 0) from money_line where account = 'paid-bank')`,
  ],
  [
    'what is on its way is what the books say',
    `select 1 where (select coalesce(sum(fen), 0) from pay_intent where state in ('sent', 'unknown'))
       <> (select coalesce(sum(fen), 0) from money_line where account = 'in-transit')`,
  ],
  [
    'each reserve fund is the sum of its movements, and not negative',
    `select f.township from reserve_fund f where f.balance_fen < 0 or f.balance_fen <>
       (select coalesce(sum(m.fen), 0) from reserve_move m where m.township = f.township and m.year = f.year)`,
  ],
  [
    'two people stand behind every payment',
    `select i.id from pay_intent i left join pay_batch b on b.id = i.batch_id
     where i.state not in ('planned', 'cancelled') and (i.approved_by is null or i.approved_by = coalesce(b.prepared_by, i.planned_by))`,
  ],
  [
    'the statement has no instruction twice',
    `select payer from bank_entry group by payer, instruction_id having sum(case kind when 'payment' then 1 else -1 end) > 1`,
  ],
  [
    'what the statement has read as paid is paid with us',
    `select e.instruction_id from bank_entry e join pay_intent i on i.instruction_id = e.instruction_id
     group by e.instruction_id, i.state, i.fen having sum(case e.kind when 'payment' then e.fen else -e.fen end) <> case when i.state = 'paid' then i.fen else 0 end`,
  ],
];
