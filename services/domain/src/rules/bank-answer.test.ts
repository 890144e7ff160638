import { describe, expect, test } from 'vitest';
import type { BankRoad, PayState } from '../payment.ts';
import { type BankAnswer, rulingOn } from './bank-answer.ts';

const paid: BankAnswer = { result: 'paid', reference: 'B1', fen: 10_000 };
const returned: BankAnswer = { result: 'returned', reference: 'B1', fen: 10_000 };
const sureRoads: BankRoad[] = ['reply', 'query', 'statement'];

function intent(state: PayState, bankReference: string | null = null) {
  return { state, fen: 10_000, bankReference };
}

describe('an answer about a payment that is on its way', () => {
  test.each(['sent', 'unknown'] as const)(
    'that is %s: paid counts from anywhere, and settles what was asked where the bank was asked',
    (state) => {
      expect(rulingOn(intent(state), paid, 'callback')).toEqual({ verdict: 'taken', becomes: 'paid' });
      for (const road of sureRoads)
        expect(rulingOn(intent(state), paid, road)).toEqual({ verdict: 'taken', becomes: 'paid', settles: true });
    },
  );

  test.each(['sent', 'unknown'] as const)(
    'that is %s: returned counts when the bank was asked; a message alone has the office ask',
    (state) => {
      expect(rulingOn(intent(state), returned, 'callback')).toEqual({ verdict: 'to-confirm', asks: true });
      for (const road of sureRoads)
        expect(rulingOn(intent(state), returned, road)).toEqual({ verdict: 'taken', becomes: 'returned', settles: true });
    },
  );

  test('not received counts from the closed statement, and from nothing else', () => {
    const never: BankAnswer = { result: 'not-received', reference: null, fen: 1 };
    expect(rulingOn(intent('unknown'), never, 'statement')).toEqual({ verdict: 'taken', becomes: 'returned', settles: true });
    for (const road of ['callback', 'reply', 'query'] as const)
      expect(rulingOn(intent('unknown'), never, road)).toEqual({ verdict: 'noted' });
    expect(rulingOn(intent('paid', 'B1'), never, 'statement')).toEqual({ verdict: 'noted' });
  });

  test('pending changes nothing, and an amount that differs by one fen is asked about', () => {
    expect(rulingOn(intent('sent'), { ...paid, result: 'pending' }, 'reply')).toEqual({ verdict: 'noted' });
    expect(rulingOn(intent('sent'), { ...paid, fen: 10_001 }, 'callback')).toEqual({ verdict: 'amount-differs', asks: true });
    expect(rulingOn(intent('sent'), { ...paid, fen: 9999 }, 'statement')).toEqual({ verdict: 'amount-differs', asks: true });
  });
});

describe('an answer about a payment that is settled', () => {
  test('the same once more is a repeat; under another number it would be a second payment', () => {
    expect(rulingOn(intent('paid', 'B1'), paid, 'callback')).toEqual({ verdict: 'repeated' });
    expect(rulingOn(intent('paid', 'B1'), paid, 'query')).toEqual({ verdict: 'repeated', settles: true });
    expect(rulingOn(intent('paid', 'B1'), { ...paid, reference: 'B2' }, 'statement')).toEqual({ verdict: 'contradicts', asks: true });
  });

  test('money that came back after it was paid counts from the bank’s answer or statement, and a message has the office ask', () => {
    expect(rulingOn(intent('paid', 'B1'), returned, 'callback')).toEqual({ verdict: 'contradicts', asks: true });
    for (const road of sureRoads)
      expect(rulingOn(intent('paid', 'B1'), returned, road)).toEqual({ verdict: 'taken', becomes: 'returned', settles: true });
  });

  test.each(['returned', 'cancelled'] as const)(
    'what is %s stays so: paid contradicts it, unless that is the payment before the return',
    (state) => {
      expect(rulingOn(intent(state, 'B1'), returned, 'callback')).toEqual({ verdict: 'repeated' });
      expect(rulingOn(intent(state, 'B1'), returned, 'query')).toEqual({ verdict: 'repeated', settles: true });
      expect(rulingOn(intent(state, 'B1'), paid, 'callback')).toEqual({ verdict: 'repeated' });
      expect(rulingOn(intent(state, 'B1'), { ...paid, reference: 'B2' }, 'callback')).toEqual({ verdict: 'contradicts', asks: true });
      expect(rulingOn(intent(state), paid, 'query')).toEqual({ verdict: 'contradicts', asks: true });
    },
  );
});

test('an answer about what never left the office, or about nothing of ours, moves nothing', () => {
  for (const state of ['planned', 'approved'] as const) expect(rulingOn(intent(state), paid, 'query')).toEqual({ verdict: 'contradicts' });
  expect(rulingOn(null, paid, 'statement')).toEqual({ verdict: 'unknown-instruction' });
});
