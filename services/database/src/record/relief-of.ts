import { type CallForHelp, type Fen, type Instant, type PlainDate, type ReliefChannel, type ReliefFund, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A quick relief as it stands. Amounts in fen. */
export interface ReliefRow {
  caseId: string;
  township: string;
  loggedAt: Instant;
  call: CallForHelp;
  keys: string[];
  name: string | null;
  idNumber: string | null;
  /** The same people were relieved not long before. */
  isRepeat: boolean;
  persons: number | null;
  /** All the money, by whichever way. */
  amountFen: Fen | null;
  /** What of it goes by hand beside a transfer. */
  cashFen: Fen | null;
  goods: string | null;
  goodsFen: Fen | null;
  channel: ReliefChannel | null;
  fund: ReliefFund | null;
  payeeName: string | null;
  grantedAt: Instant | null;
  grantedByName: string | null;
  /** When the first of it was there. */
  relievedAt: Instant | null;
  /** Null while the urgency goes on, or nobody has been helped yet. */
  urgencyEndedOn: PlainDate | null;
  recoveryFen: Fen | null;
  recoveryReason: string | null;
  recoveryAt: Instant | null;
  recoveryByName: string | null;
  recoveredFen: Fen;
}

/** The relief of a case; undefined when the case is none, or lies outside the fence. */
export async function findRelief(tx: Tx, caseId: string): Promise<ReliefRow | undefined> {
  const [row] = await tx.rows<ReliefRow>(
    `select case_id as "caseId", township, logged_at as "loggedAt", call, keys, name, id_number as "idNumber", is_repeat as "isRepeat", persons, amount_fen as "amountFen", cash_fen as "cashFen", goods,
       goods_fen as "goodsFen", channel, fund, payee_name as "payeeName", granted_at as "grantedAt", granted_by_name as "grantedByName",
       relieved_at as "relievedAt", urgency_ended_on as "urgencyEndedOn", recovery_fen as "recoveryFen", recovery_reason as "recoveryReason", recovery_at as "recoveryAt",
       recovery_by_name as "recoveryByName", recovered_fen as "recoveredFen"
     from relief where case_id = $1`,
    [caseId],
  );
  return row;
}

/** The relief of a case. @throws Refusal NOT_FOUND when the case is none, or lies outside the fence */
export async function reliefOf(tx: Tx, caseId: string): Promise<ReliefRow> {
  return (await findRelief(tx, caseId)) ?? refuse('NOT_FOUND');
}
