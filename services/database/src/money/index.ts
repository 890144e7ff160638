/** Paying: everybody pays through these functions, and nobody in another way. */
export { answerGivingUp, askToGiveUp, retryPayment } from './after-return.ts';
export { approveBatch, batchNow, type BatchRow, batchesOf, dissolveBatch, getBatch, prepareBatch } from './batches.ts';
export { checkPayments, type MoneyCheck } from './check-payments.ts';
export { type HandOver, recordHandOver } from './hand-over.ts';
export {
  balancesOf,
  paymentCounts,
  type PaymentCounts,
  type PaymentFilter,
  type PaymentRow,
  paymentsOf,
  refusedAnswers,
} from './payments-of.ts';
export { instructionIdOf, type PlannedPayment, planPayment } from './plan-payment.ts';
export { payeeAccountOf, setPayeeAccount } from './payee-account.ts';
export {
  fundYearOf,
  reserveFundOf,
  reserveFunds,
  type ReserveFundState,
  type ReserveMoveRow,
  reserveMoves,
  topUpReserve,
} from './reserve-fund.ts';
export { claimToAsk, claimToSend, type Instruction, markUnknown, type Pace } from './send-payments.ts';
export {
  type Difference,
  keepStatement,
  lastReconciliation,
  payerOf,
  reconcile,
  type ReconciliationRow,
  settleNotReceived,
  type StatementLine,
  statementReadTo,
} from './statement.ts';
export { type GivenAnswer, keepRefusedAnswers, takeAnswers } from './take-answers.ts';
