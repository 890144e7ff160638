import type { Fen, Instant, PayChannel, PayState } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A payment as whoever receives it may know it: the newest attempt, the account by its last four digits. */
export interface HeldPayment {
  /** A month `YYYY-MM`, or the number of an instalment. */
  occasion: string;
  fen: Fen;
  channel: PayChannel;
  what: string | null;
  state: PayState;
  bank: string | null;
  lastFour: string | null;
  sentAt: Instant | null;
  settledAt: Instant | null;
  returnReason: string | null;
  isHeld: boolean;
}

/** What was planned and paid in these cases, newest first, at most 36. */
export async function paymentsForHolder(tx: Tx, caseIds: readonly string[]): Promise<HeldPayment[]> {
  return tx.rows<HeldPayment>(
    `select * from (
       select distinct on (i.case_id, i.kind, i.occasion) i.occasion, i.fen::float8 as fen, i.channel, i.what, i.state, i.payee_bank as bank,
         right(i.payee_account, 4) as "lastFour", i.sent_at as "sentAt", i.settled_at as "settledAt", i.return_reason as "returnReason",
         i.give_up_at is not null as "isHeld", i.planned_at as "plannedAt"
       from pay_intent i where i.case_id = any ($1) order by i.case_id, i.kind, i.occasion, i.attempt desc
     ) p order by "plannedAt" desc, occasion desc limit 36`,
    [caseIds],
  );
}
