import { expect, test } from 'vitest';
import { sumOf } from './sum-of.ts';

test('amounts add up to the fen, also where fractions of two would not', () => {
  expect(sumOf(['0.10', '0.20'])).toBe('0.30');
  expect(sumOf(Array.from({ length: 10_000 }, () => '100.07'))).toBe('1000700.00');
  expect(sumOf(['9999999999999.99', '0.01'])).toBe('10000000000000.00');
  expect(sumOf([])).toBe('0.00');
});
