// Awards in payment by the thousand, with accounts: put down as rows, because thousands of applications are not what is tested.

import { query } from './database.ts';

/**
 * @param count of awards that give 100 yuan and a few fen a month from September 2026 on, each with an account
 * @param account gives the number of the account of the nth
 */
export async function putDownAwards(
  adminUrl: string,
  {
    count,
    township = '999901101',
    account = (n) => `62${String(n).padStart(14, '0')}`,
  }: { count: number; township?: string; account?: (n: number) => string },
): Promise<void> {
  await query(
    adminUrl,
    `with made as (
       insert into cases (id, receipt, programme, process, township, village, applicant_name, id_numbers, declarations, parameter_set, applied_at, last_step_at)
       select uuidv7(), 'DY26-' || upper(lpad(to_hex(n), 8, '0')), 'subsistence-allowance', 'subsistence-award', $1, $1 || '201', '示收款' || n, '{}', '{}', 'demo',
         '2026-08-20T02:00:00Z', '2026-08-20T02:00:00Z' from generate_series(1, $2::int) n
       returning id, applicant_name, substr(applicant_name, 4)::int as n
     ), amounts as (
       insert into award_amount (case_id, number, township, kind, from_month, monthly_fen, reason, by_name, at)
       select id, 1, $1, 'grant', '2026-09', 10000 + n % 997, '演示', '系统', '2026-08-20T02:00:00Z' from made
     )
     insert into pay_account (case_id, number, township, bank, account, holder, set_by_name, set_at)
     select m.id, 1, $1, '演示银行', a.account, m.applicant_name, '乙明理', '2026-08-20T02:00:00Z'
     from made m join unnest($3::text[]) with ordinality as a(account, n) on a.n = m.n`,
    [township, count, Array.from({ length: count }, (_, i) => account(i + 1))],
  );
}

/** Cases with an account and nothing to be listed, for payments that a test plans itself. */
export async function putDownPayees(
  adminUrl: string,
  { count, township = '999901101' }: { count: number; township?: string },
): Promise<void> {
  await query(
    adminUrl,
    `with made as (
       insert into cases (id, receipt, programme, process, township, village, applicant_name, id_numbers, declarations, parameter_set, applied_at, closed_at, ending, last_step_at)
       select uuidv7(), 'LS26-' || upper(lpad(to_hex(n), 8, '0')), 'subsistence-allowance', 'subsistence-allowance', $1, $1 || '201', '示收款' || n, '{}', '{}', 'demo',
         now(), now(), 'granted', now() from generate_series(1, $2::int) n
       returning id, applicant_name
     )
     insert into pay_account (case_id, number, township, bank, account, holder, set_by_name, set_at)
     select id, 1, $1, '演示银行', lpad((row_number() over (order by id))::text, 12, '6') || '1234', applicant_name, '乙明理', now() from made`,
    [township, count],
  );
}

/** A planned transfer for each of them. */
export async function planMany(adminUrl: string, { occasion }: { occasion: string }): Promise<void> {
  await query(
    adminUrl,
    `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, payee_name, payee_bank, payee_account, state, instruction_id, planned_by_name, planned_at)
     select uuidv7(), township, case_id, 'subsistence-allowance', 'money', $1, 1, 10000 + row_number() over (order by case_id), 'bank', 'assistance-fund', holder, bank, account,
       'planned', 'ZJ' || upper(left(encode(sha256(convert_to(case_id || '|money|' || $1 || '|1', 'UTF8')), 'hex'), 30)), '系统', now() from (select set_config('app.townships', '*', true)) fence, pay_account`,
    [occasion],
  );
}
