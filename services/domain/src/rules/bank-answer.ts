/** What an answer of the bank does to a payment. The bank may say things twice, late, out of order, and against itself. */
import type { AnswerVerdict, BankResult, BankRoad, PayState } from '../payment.ts';

export interface AskedIntent {
  state: PayState;
  fen: number;
  bankReference: string | null;
}

export interface BankAnswer {
  result: BankResult;
  /** The bank's own number of what it did; null where it did nothing. */
  reference: string | null;
  fen: number;
}

/** What becomes of an answer, and of the intent: `becomes` a new state, or `asks` the bank about it now. */
export interface Ruling {
  verdict: AnswerVerdict;
  becomes?: 'paid' | 'returned';
  asks?: true;
  /** The bank has said it otherwise before, and now has told what is so. */
  settles?: true;
}

/**
 * Rules on an answer. *Paid* is taken from wherever it comes, signed; *returned* frees the way for another attempt, so it
 * counts only as the answer to what we sent or asked, or from the statement: a message on its own has us ask. What goes
 * against what is known changes nothing but has us ask. Money that came back after it was paid is taken from an answer
 * or the statement alone.
 */
export function rulingOn(intent: AskedIntent | null, answer: BankAnswer, via: BankRoad): Ruling {
  if (intent === null) return { verdict: 'unknown-instruction' };
  const isOpen = intent.state === 'sent' || intent.state === 'unknown';
  // Only a statement that is closed for the time in which the bank may act proves that it never got something.
  if (answer.result === 'not-received' && via === 'statement' && isOpen) return { verdict: 'taken', becomes: 'returned', settles: true };
  if (answer.result === 'pending' || answer.result === 'not-received') return { verdict: 'noted' };
  if (answer.fen !== intent.fen) return { verdict: 'amount-differs', asks: true };
  const isSure = via !== 'callback';
  switch (intent.state) {
    case 'sent':
    case 'unknown':
      if (answer.result === 'paid') return { verdict: 'taken', becomes: 'paid', ...(isSure ? { settles: true } : {}) };
      return isSure ? { verdict: 'taken', becomes: 'returned', settles: true } : { verdict: 'to-confirm', asks: true };
    case 'paid':
      if (answer.result === 'paid') return onPaidAgain(intent, answer, isSure);
      return isSure ? { verdict: 'taken', becomes: 'returned', settles: true } : { verdict: 'contradicts', asks: true };
    case 'returned':
    case 'cancelled':
      if (answer.result === 'returned') return { verdict: 'repeated', ...(isSure ? { settles: true } : {}) };
      return isRepeated(intent, answer) ? { verdict: 'repeated' } : { verdict: 'contradicts', asks: true };
    case 'planned':
    case 'approved':
      return { verdict: 'contradicts' };
  }
}

/** Once more the same is nothing new; under another number it would be a second payment. */
function onPaidAgain(intent: AskedIntent, answer: BankAnswer, isSure: boolean): Ruling {
  if (isRepeated(intent, answer)) return { verdict: 'repeated', ...(isSure ? { settles: true } : {}) };
  return { verdict: 'contradicts', asks: true };
}

function isRepeated(intent: AskedIntent, answer: BankAnswer): boolean {
  return intent.bankReference !== null && intent.bankReference === answer.reference;
}
