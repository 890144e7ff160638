import fc from 'fast-check';
import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { ceilToYuan, divideFen, fen, formatYuan, parseYuan, shareOf, Yuan } from './money.ts';

describe('an amount in yuan', () => {
  test.each([
    ['0', 0],
    ['1006', 100600],
    ['1006.5', 100650],
    ['566.67', 56667],
    ['999999999.99', 99999999999],
  ])('%s is %i fen', (yuan, amount) => {
    expect(Value.Check(Yuan, yuan)).toBe(true);
    expect(parseYuan(yuan)).toBe(amount);
  });
  test.each(['-1', '1.005', '01', '1e3', '', '1,000', '1000000000', '.5', '5.', ' 5'])('"%s" is none', (yuan) => {
    expect(Value.Check(Yuan, yuan)).toBe(false);
    expect(() => parseYuan(yuan)).toThrow(RangeError);
  });
  test('is written with two decimals and read back the same', () => {
    expect(formatYuan(fen(100600))).toBe('1006.00');
    expect(formatYuan(fen(7))).toBe('0.07');
    expect(formatYuan(fen(-12345))).toBe('-123.45');
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (amount) => parseYuan(formatYuan(fen(amount))) === amount));
  });
});

test('half a fen is no money', () => {
  expect(() => fen(0.5)).toThrow(RangeError);
  expect(() => fen(2 ** 53)).toThrow(RangeError);
});

test('a fifth of 2,100.01 yuan is 420.002: rounded as one says', () => {
  expect(shareOf(fen(210001), '0.2', 'up')).toBe(42001);
  expect(shareOf(fen(210001), '0.2', 'down')).toBe(42000);
  expect(shareOf(fen(210001), '0.2', 'half-up')).toBe(42000);
  expect(shareOf(fen(210003), '0.2', 'half-up')).toBe(42001);
  expect(shareOf(fen(82000), '1.5', 'down')).toBe(123000);
});

test('a share of a negative amount is rounded on the number line', () => {
  expect(shareOf(fen(-3), '0.5', 'up')).toBe(-1);
  expect(shareOf(fen(-3), '0.5', 'down')).toBe(-2);
});

test('a share is exact where binary fractions are not', () => {
  // 0.1 + 0.2 in binary is not 0.3: 1.1 times 1,000,000,000.10 must not come out a fen off.
  expect(shareOf(fen(99_999_999_999), '0.000001', 'down')).toBe(99_999);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999_999 }),
      (amount) => shareOf(fen(amount), '0.15', 'up') === Number((BigInt(amount) * 15n + 99n) / 100n),
    ),
  );
  expect(() => shareOf(fen(1), '15%', 'up')).toThrow(RangeError);
});

test('1,700 yuan for three are 566.67 a head', () => {
  expect(divideFen(fen(170000), 3, 'half-up')).toBe(56667);
});

test('whole yuan are rounded up to, from one fen on', () => {
  expect(ceilToYuan(fen(76000))).toBe(76000);
  expect(ceilToYuan(fen(75901))).toBe(76000);
  expect(ceilToYuan(fen(0))).toBe(0);
});
