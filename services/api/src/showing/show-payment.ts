import type { Actor, BatchRow, PaymentRow, ReconciliationRow } from '@zhouji/database';
import { fen, formatYuan, returnReasonOf } from '@zhouji/domain';
import type { PayBatch, Payment, Reconciliation } from '../answers/payment.ts';
import type { Place } from '../answers/words.ts';

type PlaceOf = (code: string) => Place;

/** A payment as it goes over the wire. */
export function paymentShown(row: PaymentRow, place: PlaceOf, caller: Actor): Payment {
  const {
    receipt,
    township,
    fen: amount,
    payeeName,
    giveUpReason,
    giveUpBy,
    giveUpByName,
    returnReason,
    batchId: _b,
    payListId: _l,
    ...rest
  } = row;
  return {
    ...rest,
    number: receipt,
    township: place(township),
    amount: yuan(amount),
    payee: payeeName,
    returnReason: returnReason === null ? null : returnReasonOf(returnReason),
    giveUp: giveUpReason === null ? null : { reason: giveUpReason, by: giveUpByName ?? '', isYours: giveUpBy === caller.account },
  };
}

export function batchShown(batch: BatchRow, place: PlaceOf, caller: Actor): PayBatch {
  const { township, sumFen, preparedBy, preparedByName, approvedByName, dissolvedByName, dissolvedAt, ...rest } = batch;
  return {
    ...rest,
    township: place(township),
    sum: yuan(sumFen),
    state: rest.approvedAt !== null ? 'approved' : dissolvedAt !== null ? 'dissolved' : 'prepared',
    preparedBy: preparedByName,
    isYours: preparedBy === caller.account,
    approvedBy: approvedByName,
    dissolvedBy: dissolvedByName,
  };
}

export function reconciliationShown({
  at,
  closedThrough,
  ourLines,
  bankLines,
  ourFen,
  bankFen,
  differences,
  differenceCount,
}: ReconciliationRow): Reconciliation {
  return {
    ...{ at, closedThrough, ourLines, bankLines, differenceCount },
    ourSum: yuan(ourFen),
    bankSum: yuan(bankFen),
    difference: yuan(ourFen - bankFen),
    differences: differences.map(({ instruction, why, ourFen: ours, bankFen: bank }) => ({
      instruction,
      why,
      ours: yuan(ours),
      bank: yuan(bank),
    })),
  };
}

/** Numbers that went through JSON, as whole fen again. */
export function yuan(amount: number): string {
  return formatYuan(fen(amount));
}
