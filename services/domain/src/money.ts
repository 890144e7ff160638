import Type from 'typebox';

declare const fenBrand: unique symbol;

/** An amount of money in whole fen (0.01 yuan). May be negative: a difference is one before it is an entitlement. */
export type Fen = number & { readonly [fenBrand]: 'Fen' };

const yuanPattern = '^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,2})?$';
/** Money on the wire: yuan as a decimal string, not negative, nine digits before the point and two after it at most. */
export const Yuan = Type.String({ pattern: yuanPattern });
export type Yuan = string;

const ratioPattern = '^(0|[1-9][0-9]{0,5})(\\.[0-9]{1,6})?$';
/** A non-negative ratio as a decimal string, such as `0.15` or `1.5`; strings, because binary fractions are not exact. */
export const Ratio = Type.String({ pattern: ratioPattern });
export type Ratio = string;

/** A worked-out amount on the wire: always two decimals, and room for the sum of many. */
export const Total = Type.String({ pattern: '^(0|[1-9][0-9]{0,13})\\.[0-9]{2}$' });
export type Total = string;

/** To which side a fraction of a fen goes: `up` and `down` on the number line, `half-up` to the nearer one. */
export type Rounding = 'up' | 'down' | 'half-up';

/** Earns the brand. @throws RangeError when `amount` is not a whole number that can be represented exactly. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of fen`);
  return amount as Fen;
}

/** `"1006"`, `"1006.5"` or `"1006.50"` yuan in fen. @throws RangeError when `yuan` is not of the form of {@link Yuan}. */
export function parseYuan(yuan: Yuan): Fen {
  const point = yuan.indexOf('.');
  const whole = point < 0 ? yuan : yuan.slice(0, point);
  const cents = point < 0 ? '' : yuan.slice(point + 1);
  if (!isYuan.test(yuan)) throw new RangeError(`"${yuan}" is not an amount in yuan`);
  return fen(Number(whole) * 100 + Number(cents.padEnd(2, '0')));
}

const isYuan = new RegExp(yuanPattern);

/** An amount in yuan with exactly two decimals: `"1006.00"`; a negative one begins with a minus sign. */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `amount × ratio`, exactly worked out and then rounded once to a whole fen. */
export function shareOf(amount: Fen, ratio: Ratio, rounding: Rounding): Fen {
  const { numerator, denominator } = fractionOf(ratio);
  return quotientOf(BigInt(amount) * numerator, denominator, rounding);
}

/** `amount ÷ count` rounded to a whole fen. For showing: a test of the law compares totals and divides nothing. */
export function divideFen(amount: Fen, count: number, rounding: Rounding): Fen {
  return quotientOf(BigInt(amount), BigInt(count), rounding);
}

/** The next whole yuan at or above `amount`. */
export function ceilToYuan(amount: Fen): Fen {
  return fen(Math.ceil(amount / 100) * 100 + 0);
}

function fractionOf(ratio: Ratio): { numerator: bigint; denominator: bigint } {
  const known = fractions.get(ratio);
  if (known) return known;
  if (!isRatio.test(ratio)) throw new RangeError(`"${ratio}" is not a ratio`);
  const [whole, decimals = ''] = ratio.split('.');
  const fraction = { numerator: BigInt(`${whole}${decimals}`), denominator: 10n ** BigInt(decimals.length) };
  fractions.set(ratio, fraction);
  return fraction;
}

const isRatio = new RegExp(ratioPattern);
/** Ratios are figures of the law: few, and asked for again and again. */
const fractions = new Map<Ratio, { numerator: bigint; denominator: bigint }>();

function quotientOf(dividend: bigint, divisor: bigint, rounding: Rounding): Fen {
  const floor = dividend / divisor - (dividend % divisor < 0n ? 1n : 0n);
  const rest = dividend - floor * divisor;
  const roundsUp = rounding === 'up' ? rest > 0n : rounding === 'half-up' ? rest * 2n >= divisor : false;
  return fen(Number(roundsUp ? floor + 1n : floor));
}
