import { payChannels, type PayChannel } from '@zhouji/domain';
import Type from 'typebox';
import { Amount, closed, Day, Nullable } from './words.ts';

/** How far a payment has come, as whoever receives it understands it. */
export const heldStates = ['coming', 'needs-account', 'with-bank', 'paid', 'handed-over', 'returned', 'held', 'given-up'] as const;
export type HeldState = (typeof heldStates)[number];

/** A payment for whoever holds the receipt: the day of its state, and the account by its last four digits. */
export const TrackedPayment = Type.Object(
  {
    /** A month, or the number of an instalment. */
    occasion: Type.String(),
    amount: Amount,
    channel: Type.Enum(Object.keys(payChannels) as PayChannel[]),
    what: Nullable(Type.String()),
    state: Type.Enum(heldStates),
    on: Nullable(Day),
    account: Nullable(Type.String()),
    /** Why the bank sent it back. */
    reason: Nullable(Type.String()),
  },
  closed,
);
export type TrackedPayment = Type.Static<typeof TrackedPayment>;
