import {
  type AnswerVerdict,
  answerVerdicts,
  type BankRoad,
  bankRoads,
  type MoneyAccount,
  moneyAccounts,
  type MoneyDifference,
  moneyDifferences,
  type PayChannel,
  payChannels,
  type PaySource,
  paySources,
  type PayState,
  payStates,
  type ReturnReason,
  returnReasons,
} from '@zhouji/domain';
import Type from 'typebox';
import { Amount, closed, Id, Moment, Nullable, Place, Programme } from './words.ts';

export const PayStateWord = Type.Enum(Object.keys(payStates) as PayState[]);

/** A payment; of the account no more than its last four digits. */
export const Payment = Type.Object(
  {
    id: Id,
    caseId: Id,
    number: Type.String(),
    township: Place,
    programme: Programme,
    kind: Type.Enum(['money', 'cash', 'goods'] as const),
    /** The month that it is for, or the number of its stage. */
    occasion: Type.String(),
    attempt: Type.Integer(),
    amount: Amount,
    channel: Type.Enum(Object.keys(payChannels) as PayChannel[]),
    source: Type.Enum(Object.keys(paySources) as PaySource[]),
    what: Nullable(Type.String()),
    payee: Type.String(),
    bank: Nullable(Type.String()),
    lastFour: Nullable(Type.String()),
    state: PayStateWord,
    instruction: Type.String(),
    plannedAt: Moment,
    sentAt: Nullable(Moment),
    settledAt: Nullable(Moment),
    returnReason: Nullable(Type.Enum(Object.keys(returnReasons) as ReturnReason[])),
    /** The bank has contradicted itself and is asked again. */
    isDisputed: Type.Boolean(),
    /** How often the bank has been asked. */
    asks: Type.Integer(),
    giveUp: Nullable(Type.Object({ reason: Type.String(), by: Type.String(), isYours: Type.Boolean() }, closed)),
    hasLaterAttempt: Type.Boolean(),
    /** Another account than that of this attempt is entered by now. */
    hasNewAccount: Type.Boolean(),
  },
  closed,
);
export type Payment = Type.Static<typeof Payment>;

export const PayBatch = Type.Object(
  {
    id: Id,
    number: Type.String(),
    township: Place,
    lines: Type.Integer(),
    sum: Amount,
    state: Type.Enum(['prepared', 'approved', 'dissolved'] as const),
    preparedBy: Type.String(),
    preparedAt: Moment,
    /** Whether the caller has prepared it: then somebody else approves it. */
    isYours: Type.Boolean(),
    approvedBy: Nullable(Type.String()),
    approvedAt: Nullable(Moment),
    dissolvedBy: Nullable(Type.String()),
    dissolvedBecause: Nullable(Type.String()),
  },
  closed,
);
export type PayBatch = Type.Static<typeof PayBatch>;

const DifferenceLine = Type.Object(
  { instruction: Type.String(), why: Type.Enum(Object.keys(moneyDifferences) as MoneyDifference[]), ours: Amount, bank: Amount },
  closed,
);

/** A page of the lines in which the two ledgers differ. */
export const Differences = Type.Object({ items: Type.Array(DifferenceLine), count: Type.Integer(), next: Nullable(Type.String()) }, closed);
export type Differences = Type.Static<typeof Differences>;

export const Reconciliation = Type.Object(
  {
    at: Moment,
    closedThrough: Moment,
    ourLines: Type.Integer(),
    ourSum: Amount,
    bankLines: Type.Integer(),
    bankSum: Amount,
    difference: Amount,
    /** The first of them; all stand on pages of their own. */
    differences: Type.Array(DifferenceLine),
    differenceCount: Type.Integer(),
  },
  closed,
);
export type Reconciliation = Type.Static<typeof Reconciliation>;

/** Everything of the page of payments. */
export const PaymentsOverview = Type.Object(
  {
    counts: Type.Array(
      Type.Object(
        {
          township: Place,
          state: Type.Enum([...(Object.keys(payStates) as PayState[]), 'ready', 'without-account'] as const),
          count: Type.Integer(),
          sum: Amount,
        },
        closed,
      ),
    ),
    batches: Type.Array(PayBatch),
    /** Returned and not tried anew, unknown, and where two people are to agree that a payment is given up. */
    returned: Type.Array(Payment),
    unknown: Type.Array(Payment),
    givingUp: Type.Array(Payment),
    withoutAccount: Type.Array(Payment),
    reconciliation: Nullable(Reconciliation),
    refused: Type.Array(
      Type.Object(
        {
          at: Moment,
          via: Type.Enum(Object.keys(bankRoads) as BankRoad[]),
          verdict: Type.Enum(Object.keys(answerVerdicts) as AnswerVerdict[]),
          instruction: Nullable(Type.String()),
        },
        closed,
      ),
    ),
    books: Type.Array(Type.Object({ account: Type.Enum(Object.keys(moneyAccounts) as MoneyAccount[]), sum: Amount }, closed)),
  },
  closed,
);
export type PaymentsOverview = Type.Static<typeof PaymentsOverview>;

export const ReserveFunds = Type.Object(
  {
    year: Type.Integer(),
    /** One for each township of the caller's area, in the present year. */
    funds: Type.Array(Type.Object({ township: Place, year: Type.Integer(), balance: Amount }, closed)),
    moves: Type.Array(
      Type.Object(
        {
          township: Place,
          kind: Type.Enum(['top-up', 'draw', 'put-back'] as const),
          amount: Amount,
          balance: Amount,
          source: Nullable(Type.String()),
          number: Nullable(Type.String()),
          by: Type.String(),
          at: Moment,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ReserveFunds = Type.Static<typeof ReserveFunds>;
