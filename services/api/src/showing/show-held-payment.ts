import type { HeldPayment } from '@zhouji/database';
import { dayOf, formatYuan, maskAccount, returnReasonOf, returnReasons } from '@zhouji/domain';
import type { HeldState, TrackedPayment } from '../answers/tracked-payment.ts';
import type { Language } from '../language.ts';

/** A payment as whoever receives it reads it. */
export function heldPaymentShown(payment: HeldPayment, language: Language): TrackedPayment {
  const { occasion, fen, channel, what, bank, lastFour, sentAt, settledAt, returnReason } = payment;
  const state = heldStateOf(payment);
  const at = state === 'with-bank' ? sentAt : state === 'coming' || state === 'needs-account' || state === 'held' ? null : settledAt;
  return {
    ...{ occasion, amount: formatYuan(fen), channel, what, state, on: at === null ? null : dayOf(at) },
    account: channel !== 'bank' || lastFour === null ? null : `${bank ?? ''} ${maskAccount(lastFour)}`.trim(),
    reason: state === 'returned' ? returnReasons[returnReasonOf(returnReason)].label[language] : null,
  };
}

/** What nobody knows yet is with the bank; what somebody asks to give up is held. */
function heldStateOf({ state, channel, lastFour, isHeld }: HeldPayment): HeldState {
  if (state === 'cancelled') return 'given-up';
  if (state === 'paid') return channel === 'bank' ? 'paid' : 'handed-over';
  if (isHeld) return 'held';
  if (state === 'returned') return 'returned';
  if (state === 'sent' || state === 'unknown') return 'with-bank';
  return channel === 'bank' && lastFour === null ? 'needs-account' : 'coming';
}
