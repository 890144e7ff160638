import { type AwardAmount, fen, type Fen, type Month, monthOf, monthsToPay, type Programme, refuse } from '@zhouji/domain';
import { systemActor } from '../../actor.ts';
import type { Tx } from '../../database.ts';
import { planPayList } from '../../money/plan-pay-list.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';

export interface WantedPayList {
  township: string;
  programme: Programme;
  month: Month;
}

/**
 * M57 25 — Puts down what a township pays under a programme for a month: of each award what is due for that month, and
 * for earlier ones that were decided after their list. A list is made once; what changes later goes into the next.
 *
 * @returns the list; null when there is nothing to pay, or when it was made before
 * @throws Refusal PAY_LIST_TOO_EARLY for a month that has not begun
 */
export async function makePayList(tx: Tx, { township, programme, month }: WantedPayList): Promise<{ id: string } | null> {
  if (month > monthOf(tx.day)) refuse('PAY_LIST_TOO_EARLY', { month });
  // Two that make lists of the same awards wait for each other: a month goes on one list only.
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 25))', [`${township} ${programme}`]);
  const made = await tx.rows('select 1 from pay_list where township = $1 and programme = $2 and month = $3', [township, programme, month]);
  if (made.length > 0) return null;
  const lines = await linesFor(tx, { township, programme, month });
  if (lines.length === 0) return null;
  const id = newId();
  const sum = lines.reduce((total, line) => total + line.fen, 0);
  await tx.rows(
    `insert into pay_list (id, township, programme, month, lines, sum_fen, made_by, made_by_name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, township, programme, month, lines.length, sum, tx.who.account, tx.who.account === null ? systemActor.name : tx.who.name, tx.at],
  );
  await tx.rows(
    `insert into entitlement (case_id, month, township, fen, recipient, pay_list_id)
     select r."caseId", r.month, $1, r.fen, r.recipient, $2
     from jsonb_to_recordset($3::jsonb) as r("caseId" uuid, month text, fen bigint, recipient text)`,
    [township, id, JSON.stringify(lines)],
  );
  await planPayList(tx, { payListId: id, programme });
  audit(tx, { action: 'make-pay-list', township, target: `pay-list:${id}`, data: { month, programme, lines: lines.length } });
  return { id };
}

interface Line {
  caseId: string;
  recipient: string;
  month: Month;
  fen: Fen;
}

async function linesFor(tx: Tx, { township, programme, month }: WantedPayList): Promise<Line[]> {
  const awards = await tx.rows<{ caseId: string; recipient: string; amounts: { from: Month; monthly: number }[]; listed: Month[] }>(
    `select a.id as "caseId", a.applicant_name as recipient,
       coalesce((select json_agg(json_build_object('from', m.from_month, 'monthly', m.monthly_fen) order by m.number) from award_amount m where m.case_id = a.id), '[]') as amounts,
       array(select e.month from entitlement e where e.case_id = a.id) as listed
     from cases a
     where a.process = 'subsistence-award' and a.township = $1 and a.programme = $2
       and (a.closed_at is null or not exists (
         select from entitlement e where e.case_id = a.id and e.month >= to_char(a.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM')))
     order by a.id`,
    [township, programme],
  );
  return awards.flatMap(({ caseId, recipient, amounts, listed }) => {
    const decided: AwardAmount[] = amounts.map(({ from, monthly }) => ({ from, monthly: fen(monthly) }));
    return monthsToPay(decided, { upTo: month, listed: new Set(listed) }).map((due) => ({ caseId, recipient, ...due }));
  });
}
