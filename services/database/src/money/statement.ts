import { type Instant, type MoneyDifference } from '@zhouji/domain';
import { randomInt } from 'node:crypto';
import { getMeta } from '../commands/meta.ts';
import type { Tx } from '../database.ts';
import { takeAnswers } from './take-answers.ts';

/** A line of the bank's own ledger: money that went out for an instruction, or came back. */
export interface StatementLine {
  number: number;
  instruction: string;
  reference: string;
  kind: 'payment' | 'return';
  fen: number;
  reason?: string | null;
  bookedAt: Instant;
}

/** The bank's account that pays: set by the operator, or made up once for a bank that is simulated. */
export async function payerOf(tx: Tx, given?: string): Promise<string> {
  if (given) return given;
  const known = await getMeta<string>(tx, 'payer');
  if (known) return known;
  const payer = `99${String(randomInt(10 ** 12)).padStart(14, '0')}`;
  await tx.rows(`insert into meta (key, value) values ('payer', to_jsonb($1::text)) on conflict (key) do nothing`, [payer]);
  return (await getMeta<string>(tx, 'payer')) ?? payer;
}

/** Up to which number the statement of an account has been read. */
export async function statementReadTo(tx: Tx, payer: string): Promise<number> {
  const [row] = await tx.rows<{ last: number }>(`select coalesce(max(number), 0)::float8 as last from bank_entry where payer = $1`, [
    payer,
  ]);
  return row?.last ?? 0;
}

/** Keeps lines of the statement, each once, and lets each count as what the bank says of its instruction. */
export async function keepStatement(tx: Tx, { payer, lines }: { payer: string; lines: readonly StatementLine[] }): Promise<number> {
  if (lines.length === 0) return 0;
  const fresh = await tx.rows<{ number: number }>(
    `insert into bank_entry (payer, number, instruction_id, bank_reference, kind, fen, reason, booked_at, read_at)
     select $2, n.number, n.instruction, n.reference, n.kind, n.fen, n.reason, n."bookedAt", $3
     from jsonb_to_recordset($1::jsonb) as n(number bigint, instruction text, reference text, kind text, fen bigint, reason text, "bookedAt" timestamptz)
     on conflict do nothing returning number::float8 as number`,
    [JSON.stringify(lines), payer, tx.at],
  );
  const numbers = new Set(fresh.map(({ number }) => number));
  const taken = lines.filter(({ number }) => numbers.has(number)).sort((one, other) => one.number - other.number);
  await takeAnswers(
    tx,
    taken.map(({ instruction, reference, kind, fen, reason }) => ({
      ...{ instruction, reference, fen, reason: reason ?? null },
      result: kind === 'payment' ? ('paid' as const) : ('returned' as const),
    })),
    'statement',
  );
  return taken.length;
}

/**
 * What the bank can never have got: its statement is closed beyond the time until which it would have acted, and has no
 * line. Only this proves it; such a payment may be tried anew.
 */
export async function settleNotReceived(tx: Tx, { closedThrough }: { closedThrough: Instant }): Promise<number> {
  const missing = await tx.rows<{ instruction: string; fen: number }>(
    `select i.instruction_id as instruction, i.fen::float8 as fen from pay_intent i
     where i.state in ('sent', 'unknown') and i.not_after < $1 and not exists (select from bank_entry e where e.instruction_id = i.instruction_id)
     order by i.id limit 2000`,
    [closedThrough],
  );
  await takeAnswers(
    tx,
    missing.map(({ instruction, fen }) => ({ instruction, fen, reference: null, result: 'not-received' as const, reason: 'not-received' })),
    'statement',
  );
  return missing.length;
}

/** A line in which our ledger and the bank's differ. */
export interface Difference {
  instruction: string;
  why: MoneyDifference;
  ourFen: number;
  bankFen: number;
}

/** Our ledger beside the bank's, as of the moment up to which the bank's is closed. */
export interface ReconciliationRow {
  at: Instant;
  payer: string;
  closedThrough: Instant;
  ourLines: number;
  ourFen: number;
  bankLines: number;
  bankFen: number;
  /** The first of them, where there are many. */
  differences: Difference[];
  differenceCount: number;
}

/**
 * Compares what we have as paid by the bank with what its statement says went out and stayed out, line by line. What was
 * told to us after the statement was closed stands on the next one. Kept when it differs from the last.
 */
export async function reconcile(tx: Tx, { payer, closedThrough }: { payer: string; closedThrough: Instant }): Promise<ReconciliationRow> {
  const [sums] = await tx.rows<Omit<ReconciliationRow, 'at' | 'payer' | 'closedThrough' | 'differenceCount'>>(
    `with bank as (
       select instruction_id, sum(case kind when 'payment' then fen else -fen end)::bigint as fen from bank_entry where payer = $1 group by instruction_id
     ), ours as (
       select instruction_id, case when state = 'paid' then fen else 0 end as fen, state, settled_at from pay_intent where channel = 'bank' and sent_at is not null
     ), both_sides as (
       select coalesce(o.instruction_id, b.instruction_id) as instruction, o.instruction_id is null as is_foreign, coalesce(o.fen, 0) as our_fen, coalesce(b.fen, 0) as bank_fen
       from ours o full join bank b on b.instruction_id = o.instruction_id
       where not (b.instruction_id is null and o.state = 'paid' and o.settled_at > $2)
     )
     select count(*) filter (where our_fen > 0)::int as "ourLines", coalesce(sum(our_fen), 0)::float8 as "ourFen",
       count(*) filter (where bank_fen > 0)::int as "bankLines", coalesce(sum(bank_fen), 0)::float8 as "bankFen",
       coalesce(jsonb_agg(jsonb_build_object('instruction', instruction, 'ourFen', our_fen, 'bankFen', bank_fen, 'why',
         case when is_foreign then 'instruction-unknown' when bank_fen = 0 then 'not-at-bank' when our_fen = 0 then 'not-with-us' else 'amount-differs' end)
         order by instruction) filter (where our_fen <> bank_fen), '[]') as differences
     from both_sides`,
    [payer, closedThrough],
  );
  const found = sums ?? { ourLines: 0, ourFen: 0, bankLines: 0, bankFen: 0, differences: [] };
  const last = await lastReconciliation(tx, { most: 0 });
  const isSame =
    last?.payer === payer &&
    last.ourFen === found.ourFen &&
    last.bankFen === found.bankFen &&
    last.differenceCount === found.differences.length;
  if (!isSame || last.closedThrough.slice(0, 10) !== closedThrough.slice(0, 10))
    await tx.rows(
      `insert into reconciliation (at, payer, closed_through, our_lines, our_fen, bank_lines, bank_fen, differences) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
      [tx.at, payer, closedThrough, found.ourLines, found.ourFen, found.bankLines, found.bankFen, JSON.stringify(found.differences)],
    );
  return { at: tx.at, payer, closedThrough, ...found, differenceCount: found.differences.length };
}

/** The newest comparison, with its differences from a place on, so many of them; undefined before the first. */
export async function lastReconciliation(
  tx: Tx,
  { from = 0, most }: { from?: number; most: number },
): Promise<ReconciliationRow | undefined> {
  const [row] = await tx.rows<ReconciliationRow>(
    `select at, payer, closed_through as "closedThrough", our_lines as "ourLines", our_fen::float8 as "ourFen", bank_lines as "bankLines", bank_fen::float8 as "bankFen",
       jsonb_array_length(differences) as "differenceCount",
       coalesce((select jsonb_agg(d.line order by d.number) from jsonb_array_elements(differences) with ordinality as d(line, number)
         where d.number > $1 and d.number <= $1 + $2), '[]') as differences
     from reconciliation order by id desc limit 1`,
    [from, most],
  );
  return row;
}
