import { expect, test } from 'vitest';
import { maskAccount, returnReasonOf } from './payment.ts';

test('of an account lists show the last four digits', () => {
  expect(maskAccount('6200000000001234')).toBe('**** 1234');
});

test('a reason that the table does not have is another reason, and so is none', () => {
  expect(returnReasonOf('name-mismatch')).toBe('name-mismatch');
  for (const unknown of ['toString', 'gone', '', null, undefined]) expect(returnReasonOf(unknown)).toBe('other');
});
