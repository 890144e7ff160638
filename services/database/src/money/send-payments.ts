import type { Fen, Instant } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** What the bank is told of a payment. */
export interface Instruction {
  instruction: string;
  fen: Fen;
  payee: { name: string; bank: string; account: string };
  /** The bank carries nothing out that reaches it later, so that a later statement proves what never arrived. */
  notAfter: Instant;
}

/** How long the bank may act on an instruction, and when it is asked first where it has not answered. */
export interface Pace {
  validMs?: number;
  askAfterMs?: number;
}

const usualPace = { validMs: 86_400_000, askAfterMs: 60_000 };

/**
 * Marks approved transfers as sent, and gives what is to be told to the bank. Commit before telling it: whatever dies
 * then, an instruction that may have left is never taken for one that has not. Nothing is ever given a second time.
 */
export async function claimToSend(tx: Tx, { most = 200, ...pace }: { most?: number } & Pace = {}): Promise<Instruction[]> {
  const { validMs, askAfterMs } = { ...usualPace, ...pace };
  return tx.rows<Instruction>(
    `update pay_intent i set state = 'sent', sent_at = $1, not_after = $1::timestamptz + $3 * interval '1 millisecond', next_at = $1::timestamptz + $4 * interval '1 millisecond'
     where i.id in (
       select id from pay_intent where state = 'approved' and channel = 'bank' and next_at <= $1 and give_up_at is null
       order by next_at, id limit $2 for no key update skip locked)
     returning i.instruction_id as instruction, i.fen::float8 as fen,
       json_build_object('name', i.payee_name, 'bank', i.payee_bank, 'account', i.payee_account) as payee, i.not_after as "notAfter"`,
    [tx.at, most, validMs, askAfterMs],
  );
}

/** The bank has not said what became of these: from now on they are asked about. */
export async function markUnknown(tx: Tx, instructions: readonly string[]): Promise<void> {
  await tx.rows(`update pay_intent set state = 'unknown', next_at = $2 where instruction_id = any ($1) and state = 'sent'`, [
    instructions,
    tx.at,
  ]);
}

/**
 * Gives the instructions about which the bank is to be asked now: sent without an answer, unknown, or contradicted. Each is
 * asked about again after a while that grows to an hour.
 */
export async function claimToAsk(tx: Tx, { most = 500, ...pace }: { most?: number } & Pace = {}): Promise<string[]> {
  const { askAfterMs } = { ...usualPace, ...pace };
  const rows = await tx.rows<{ instruction: string }>(
    `update pay_intent i set asks = asks + 1, state = case when state = 'sent' then 'unknown' else state end,
       next_at = $1::timestamptz + least($3 / 4 * power(2, least(asks, 8)) * interval '1 millisecond', interval '1 hour')
     where i.id in (
       select id from pay_intent where next_at <= $1 and state <> 'approved' order by next_at, id limit $2 for no key update skip locked)
     returning i.instruction_id as instruction`,
    [tx.at, most, askAfterMs],
  );
  return rows.map(({ instruction }) => instruction);
}
