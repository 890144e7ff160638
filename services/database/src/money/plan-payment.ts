import { hash } from 'node:crypto';
import { type Fen, formatYuan, mostPaid, type PayChannel, type PaySource, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { type Doer, isSamePerson, plainName } from '../record/doer.ts';
import { newId } from '../uuid.ts';
import { payeeAccountOf } from './payee-account.ts';
import { fundYearOf, requireReserve } from './reserve-fund.ts';

/** A payment that a case asks for. */
export interface PlannedPayment {
  /** The number of the stage, from 1; or the month `YYYY-MM` that it is for. */
  stage: number | string;
  fen: Fen;
  channel: PayChannel;
  /** `account` and `bank` left out: those entered for the case, by `setPayeeAccount`, now or before the batch. */
  payee: { name: string; idNumber?: string; account?: string; bank?: string; holder?: string };
  from: PaySource;
  /** What is given, where it is goods; or a note. */
  what?: string;
  /** The second person whose decision is the approval. Left out: finance approves it in a batch. */
  approvedBy?: Doer;
  /** Cash that goes beside a transfer of the same stage: a payment of its own. */
  isBeside?: boolean;
  /** Who has proposed it. Left out: whoever acts; with `approvedBy`, whoever gave the last outcome of the case before. */
  plannedBy?: Doer;
}

/**
 * Plans a payment of a case; the money is committed at once, out of the reserve fund under its lock. A case, stage (or
 * month) and kind has one that lives: planned again with the same amount it is the same, with another it is refused.
 * The case is locked by the caller.
 *
 * @returns the id of the intent
 * @throws Refusal PAYMENT_AMOUNT, PAYMENT_PLANNED, PAYEE_NOT_HOLDER, PAYEE_ACCOUNT_MISSING (approved transfers), SAME_PERSON,
 *   RESERVE_FUND_EXHAUSTED
 */
export async function planPayment(tx: Tx, frame: CaseFrame, planned: PlannedPayment): Promise<string> {
  requireAmount(planned.fen);
  const { channel, from, approvedBy } = planned;
  const kind = channel === 'goods' ? 'goods' : planned.isBeside ? 'cash' : 'money';
  const occasion = String(planned.stage);
  const { alike, attempt } = await findAlike(tx, { caseId: frame.id, kind, occasion });
  if (alike) {
    if (alike.fen === planned.fen && alike.channel === channel && alike.source === from) return alike.id;
    refuse('PAYMENT_PLANNED', { stage: occasion, state: alike.state });
  }
  const plannedBy = planned.plannedBy ?? plannerOf(tx, frame, approvedBy);
  if (approvedBy && (approvedBy.account === null || plannedBy.account === null || isSamePerson(plannedBy, approvedBy)))
    refuse('SAME_PERSON');
  const account = channel === 'bank' ? await accountFor(tx, frame, planned.payee) : undefined;
  if (channel === 'bank' && approvedBy && !account) refuse('PAYEE_ACCOUNT_MISSING');
  const fundYear = from === 'reserve-fund' ? fundYearOf(tx.day) : null;
  if (fundYear !== null) await requireReserve(tx, { township: frame.township, year: fundYear, amount: planned.fen });
  const id = newId();
  await tx.rows(
    `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, fund_year, what, payee_name, payee_id_number,
       payee_bank, payee_account, state, instruction_id, planned_by, planned_by_name, planned_at, approved_by, approved_by_name, approved_at, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [
      ...[id, frame.township, frame.id, frame.programme, kind, occasion, attempt, planned.fen, channel, from, fundYear],
      ...[planned.what ?? null, planned.payee.name, planned.payee.idNumber ?? null, account?.bank ?? null, account?.account ?? null],
      ...[approvedBy ? 'approved' : 'planned', instructionIdOf({ caseId: frame.id, kind, occasion, attempt })],
      ...[plannedBy.account, plannedBy.name, tx.at],
      ...(approvedBy ? [approvedBy.account, approvedBy.name, tx.at, channel === 'bank' ? tx.at : null] : [null, null, null, null]),
    ],
  );
  tx.writes.touch(frame);
  return id;
}

/** By what the bank knows an instruction: the same for the same payment and attempt, and telling nothing of the person. */
export function instructionIdOf(of: { caseId: string; kind: string; occasion: string; attempt: number }): string {
  return `ZJ${hash('sha256', [of.caseId, of.kind, of.occasion, of.attempt].join('|')).slice(0, 30).toUpperCase()}`;
}

/** @throws Refusal PAYMENT_AMOUNT for nothing, less than nothing, parts of a fen, and more than one payment can be */
export function requireAmount(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > mostPaid)
    refuse('PAYMENT_AMOUNT', { amount: Number.isSafeInteger(amount) ? formatYuan(amount as Fen) : String(amount) });
}

async function findAlike(
  tx: Tx,
  { caseId, kind, occasion }: { caseId: string; kind: string; occasion: string },
): Promise<{ alike: { id: string; fen: number; channel: string; source: string; state: string } | undefined; attempt: number }> {
  const rows = await tx.rows<{ id: string; fen: number; channel: string; source: string; state: string; attempt: number }>(
    `select id, fen::float8 as fen, channel, source, state, attempt from pay_intent where case_id = $1 and kind = $2 and occasion = $3 order by attempt desc`,
    [caseId, kind, occasion],
  );
  const isOver = (state: string) => state === 'returned' || state === 'cancelled';
  return { alike: rows.find(({ state }) => !isOver(state)), attempt: (rows[0]?.attempt ?? 0) + 1 };
}

/** Whoever has brought the payment forward: the last of the case who is not the one who approves it. */
function plannerOf(tx: Tx, frame: CaseFrame, approvedBy: Doer | undefined): Doer {
  const here: Doer = { account: tx.who.account, name: tx.who.name };
  if (!approvedBy) return here;
  const before = frame.tasks
    .filter(({ outcome, givenBy }) => outcome !== null && givenBy !== null && givenBy !== approvedBy.account)
    .sort((one, other) => Date.parse(one.givenAt ?? '') - Date.parse(other.givenAt ?? ''))
    .at(-1);
  return before ? { account: before.givenBy, name: before.givenByName ?? '' } : here;
}

/** @throws Refusal PAYEE_NOT_HOLDER */
async function accountFor(
  tx: Tx,
  frame: CaseFrame,
  payee: PlannedPayment['payee'],
): Promise<{ bank: string; account: string } | undefined> {
  if (payee.account !== undefined) {
    if (payee.holder !== undefined && plainName(payee.holder) !== plainName(payee.name)) refuse('PAYEE_NOT_HOLDER');
    return { bank: payee.bank ?? '', account: payee.account };
  }
  const entered = await payeeAccountOf(tx, frame.id);
  // That of somebody who received before: the payment waits for one of the payee's own.
  return entered && plainName(entered.holder) === plainName(payee.name) ? entered : undefined;
}
