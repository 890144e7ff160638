import type { Fen, Instant, PayChannel, PaySource, PayState, Programme } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A payment as lists show it; the account by its last four digits. */
export interface PaymentRow {
  id: string;
  caseId: string;
  receipt: string;
  township: string;
  programme: Programme;
  kind: 'money' | 'cash' | 'goods';
  occasion: string;
  attempt: number;
  fen: Fen;
  channel: PayChannel;
  source: PaySource;
  what: string | null;
  payeeName: string;
  bank: string | null;
  lastFour: string | null;
  state: PayState;
  batchId: string | null;
  payListId: string | null;
  instruction: string;
  plannedAt: Instant;
  sentAt: Instant | null;
  settledAt: Instant | null;
  returnReason: string | null;
  isDisputed: boolean;
  asks: number;
  giveUpReason: string | null;
  giveUpBy: string | null;
  giveUpByName: string | null;
  hasLaterAttempt: boolean;
  /** An account that differs from the one of this attempt is entered by now. */
  hasNewAccount: boolean;
}

export interface PaymentFilter {
  states?: readonly PayState[];
  batchId?: string;
  payListId?: string;
  caseId?: string;
  /** Only those that nobody has tried anew. */
  open?: boolean;
  /** Only those that somebody asks to give up, or only the others. */
  isGivingUp?: boolean;
  /** Only transfers for which no account is entered. */
  isWithoutAccount?: boolean;
  most?: number;
}

/** Payments of the caller's townships, the oldest first. */
export async function paymentsOf(
  tx: Tx,
  { states, batchId, payListId, caseId, open = false, isGivingUp, isWithoutAccount = false, most = 500 }: PaymentFilter,
): Promise<PaymentRow[]> {
  return tx.rows<PaymentRow>(
    `select * from (
       select i.id, i.case_id as "caseId", c.receipt, i.township, i.programme, i.kind, i.occasion, i.attempt, i.fen::float8 as fen, i.channel, i.source, i.what,
         i.payee_name as "payeeName", i.payee_bank as bank, right(i.payee_account, 4) as "lastFour", i.state, i.batch_id as "batchId", i.pay_list_id as "payListId",
         i.instruction_id as instruction, i.planned_at as "plannedAt", i.sent_at as "sentAt", i.settled_at as "settledAt", i.return_reason as "returnReason",
         i.is_disputed as "isDisputed", i.asks, i.give_up_reason as "giveUpReason", i.give_up_by as "giveUpBy", i.give_up_by_name as "giveUpByName",
         exists (select from pay_intent l where l.case_id = i.case_id and l.kind = i.kind and l.occasion = i.occasion and l.attempt > i.attempt) as "hasLaterAttempt",
         coalesce((select a.account <> i.payee_account and a.holder = i.payee_name from pay_account a where a.case_id in (c.id, c.origin)
           order by (a.case_id = c.id) desc, a.number desc limit 1), false) as "hasNewAccount"
       from pay_intent i join cases c on c.id = i.case_id
       where ($1::text[] is null or i.state = any ($1)) and ($2::uuid is null or i.batch_id = $2) and ($3::uuid is null or i.pay_list_id = $3) and ($4::uuid is null or i.case_id = $4)
         and ($7::boolean is null or (i.give_up_at is not null) = $7) and (not $8 or (i.channel = 'bank' and i.payee_account is null))
     ) p
     where not $5 or not "hasLaterAttempt"
     order by "plannedAt", id limit $6`,
    [states ?? null, batchId ?? null, payListId ?? null, caseId ?? null, open, most, isGivingUp ?? null, isWithoutAccount],
  );
}

/** How many payments are in each state, and their sum, by township; `ready` are those that a batch can take. */
export interface PaymentCounts {
  township: string;
  state: PayState | 'ready' | 'without-account';
  count: number;
  fen: Fen;
}

export async function paymentCounts(tx: Tx): Promise<PaymentCounts[]> {
  return tx.rows<PaymentCounts>(
    `select township, state, count(*)::int as count, sum(fen)::float8 as fen from (
       select i.township, i.fen, case
         when i.state = 'planned' and i.batch_id is null and i.channel = 'bank' and i.give_up_at is null then case when i.payee_account is null then 'without-account' else 'ready' end
         else i.state end as state
       from pay_intent i
       where i.state <> 'returned' or not exists (select from pay_intent l where l.case_id = i.case_id and l.kind = i.kind and l.occasion = i.occasion and l.attempt > i.attempt)
     ) s group by township, state order by township, state`,
  );
}

/** What stands in each account of the two-sided books, by township. */
export async function balancesOf(tx: Tx): Promise<{ township: string; account: string; fen: Fen }[]> {
  return tx.rows(`select township, account, sum(fen)::float8 as fen from money_line group by township, account order by township, account`);
}

/** Answers in the name of the bank that were not believed or did not fit, newest first, at most 100. They name nobody. */
export async function refusedAnswers(
  tx: Tx,
): Promise<{ receivedAt: Instant; via: string; verdict: string; instruction: string | null; result: string | null }[]> {
  return tx.rows(
    `select received_at as "receivedAt", via, verdict, instruction_id as instruction, result from bank_answer
     where verdict not in ('taken', 'repeated', 'noted') order by id desc limit 100`,
  );
}
