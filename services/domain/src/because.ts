import { ceilToYuan, divideFen, fen, type Fen, formatYuan, parseYuan, type Ratio, shareOf, type Yuan } from './money.ts';
import type { Figure } from './parameters.ts';

/**
 * Arithmetic that explains itself. Each function works a result out and, in the same step, writes down from what: so
 * the explanation cannot say one thing and the amount another. Whoever wants to check an assessment takes the tree
 * and works it out again; each node names its operation.
 */

/** How the value of a node follows from those of its children, in their order. */
export const operations = [
  /** All children added. */
  'sum',
  /** The first child less all others. */
  'difference',
  /** The children multiplied. */
  'product',
  /** `amount × ratio`, rounded up to a whole fen. */
  'share',
  /** `amount × ratio`, rounded down to a whole fen. */
  'shareDown',
  /** The least, or the greatest, of the children. */
  'min',
  'max',
  /** `dividend ÷ divisor`, rounded to the nearer fen; for showing. */
  'quotient',
  /** The child, rounded up to a whole yuan. */
  'roundUp',
  /** How many children there are. */
  'count',
  /** 0.00, because the rule among the children says that the amount does not count. */
  'exempt',
  /** `yes` when the first child is less than the second. */
  'less',
  /** `yes` when the first child is more than the second. */
  'more',
  /** `yes` when the first child is not more than the second. */
  'atMost',
  /** `yes` when there is no child. */
  'none',
  /** `yes` when all children are `yes`. */
  'all',
  /** `yes` when one child or more is `yes`. */
  'any',
  /** 0.00, because the child is `no`. */
  'nothingUnless',
  /** The second child, because the first is `yes`. */
  'where',
] as const;
export type Operation = (typeof operations)[number];

/** A number or an answer, and why: stated in the application, set by the law on a day, or worked out from its children. */
export type Because =
  | { readonly value: string; readonly input: string; readonly member?: string }
  | { readonly value: string; readonly parameter: string; readonly source: string }
  | {
      readonly value: string;
      readonly operation: Operation;
      readonly of: { readonly [word: string]: Because };
      readonly source?: string;
      readonly member?: string;
    };

/** An amount of money that can explain itself. */
export interface Amount {
  readonly fen: Fen;
  readonly because: Because;
}

/** A number of people that can explain itself. */
export interface Count {
  readonly count: number;
  readonly because: Because;
}

/** A ratio of the law. */
export interface Share {
  readonly ratio: Ratio;
  readonly because: Because;
}

/** A test of the law, passed or not. */
export interface Test {
  readonly holds: boolean;
  readonly because: Because;
}

/** What was stated; `input` leads to it in the household: `income/0/monthly`. */
export function statedAmount(yuan: Yuan, input: string): Amount {
  const amount = parseYuan(yuan);
  return { fen: amount, because: { value: formatYuan(amount), input } };
}

/** An amount that the law sets. */
export function amountOf({ value, parameter, source }: Figure<Fen>): Amount {
  return { fen: value, because: { value: formatYuan(value), parameter, source } };
}

/** A ratio that the law sets. */
export function shareFigure({ value, parameter, source }: Figure<Ratio>): Share {
  return { ratio: value, because: { value, parameter, source } };
}

/** A number of months, years or people that the law sets. */
export function countFigure({ value, parameter, source }: Figure<number>): Count {
  return { count: value, because: { value: String(value), parameter, source } };
}

/** A choice that the law made, as it stands in a tree. */
function ruleOf({ value, parameter, source }: Figure): Because {
  return { value: String(value), parameter, source };
}

export function sum(of: Readonly<Record<string, Amount>>, source?: string, member?: string): Amount {
  let total = 0;
  for (const word in of) total += of[word]!.fen;
  return result(fen(total), 'sum', of, source, member);
}

/** The first less all others; below zero where more is taken than is there. */
export function difference(of: Readonly<Record<string, Amount>>, source?: string): Amount {
  const [first, ...rest] = Object.values(of) as [Amount, ...Amount[]];
  let left: number = first.fen;
  for (const { fen: taken } of rest) left -= taken;
  return result(fen(left), 'difference', of, source);
}

export function least(of: Readonly<Record<string, Amount>>, source?: string): Amount {
  return result(fen(Math.min(...Object.values(of).map((amount) => amount.fen))), 'min', of, source);
}

export function greatest(of: Readonly<Record<string, Amount>>, source?: string, member?: string): Amount {
  return result(fen(Math.max(...Object.values(of).map((amount) => amount.fen))), 'max', of, source, member);
}

/** `amount` once for each of `count`. */
export function times(amount: Amount, count: Count, source?: string): Amount {
  const product = fen(amount.fen * count.count);
  const of = { amount: amount.because, count: count.because };
  return { fen: product, because: node(formatYuan(product), 'product', of, source) };
}

/** `amount` for each of `months`. */
export function overMonths(amount: Amount, months: Count, source?: string): Amount {
  const product = fen(amount.fen * months.count);
  const of = { amount: amount.because, months: months.because };
  return { fen: product, because: node(formatYuan(product), 'product', of, source) };
}

/** `count`, because `test` was passed. */
export function where(test: Test, count: Count, source?: string): Count {
  return { count: count.count, because: node(String(count.count), 'where', { test: test.because, count: count.because }, source) };
}

/** `amount × ratio`, rounded up to a whole fen: the fraction goes to the household. */
export function shareOfAmount(amount: Amount, ratio: Share, source?: string): Amount {
  const part = shareOf(amount.fen, ratio.ratio, 'up');
  return { fen: part, because: node(formatYuan(part), 'share', { amount: amount.because, ratio: ratio.because }, source) };
}

/** `amount × ratio`, rounded down to a whole fen: a limit that must be exceeded is not raised by rounding. */
export function limitShareOf(amount: Amount, ratio: Share, source?: string): Amount {
  const part = shareOf(amount.fen, ratio.ratio, 'down');
  return { fen: part, because: node(formatYuan(part), 'shareDown', { amount: amount.because, ratio: ratio.because }, source) };
}

/** `amount` per head, rounded to the nearer fen, for showing: no test of the law is made on it. 0 when there is nobody. */
export function perHead(amount: Amount, heads: Count): Amount {
  const each = heads.count === 0 ? fen(0) : divideFen(amount.fen, heads.count, 'half-up');
  return { fen: each, because: node(formatYuan(each), 'quotient', { dividend: amount.because, divisor: heads.because }) };
}

/** Up to a whole yuan, as `rule` says. */
export function roundedUp(amount: Amount, rule: Figure, source?: string): Amount {
  const rounded = ceilToYuan(amount.fen);
  return { fen: rounded, because: node(formatYuan(rounded), 'roundUp', { amount: amount.because, rounding: ruleOf(rule) }, source) };
}

/** Nothing, because a rule says that `amount` does not count. */
export function exempt(amount: Amount, rule: Figure, source: string): Amount {
  return { fen: fen(0), because: node('0.00', 'exempt', { amount: amount.because, rule: ruleOf(rule) }, source) };
}

/** Nothing, because a test was not passed. */
export function nothingUnless(test: Test): Amount {
  return { fen: fen(0), because: node('0.00', 'nothingUnless', { eligible: test.because }) };
}

/** As many as there are nodes. */
export function countOf(of: Readonly<Record<string, Because>>, source?: string): Count {
  const count = Object.keys(of).length;
  return { count, because: node(String(count), 'count', of, source) };
}

/** Whether `amount` is less than `limit`; equal is not less. */
export function isLess(amount: Amount, limit: Amount, source: string): Test {
  return test(amount.fen < limit.fen, 'less', { amount: amount.because, limit: limit.because }, source);
}

/** Whether there are fewer than `limit`. */
export function isFewer(found: Readonly<Record<string, Because>>, limit: Count, source: string): Test {
  const { count, because } = countOf(found);
  return test(count < limit.count, 'less', { found: because, limit: limit.because }, source);
}

/** Whether `amount` is more than `limit`; equal is not more. */
export function isMore(amount: Amount, limit: Amount, source: string): Test {
  return test(amount.fen > limit.fen, 'more', { amount: amount.because, limit: limit.because }, source);
}

/** Whether `amount` is not more than `limit`; equal passes. */
export function isAtMost(amount: Amount, limit: Amount, source: string): Test {
  return test(amount.fen <= limit.fen, 'atMost', { amount: amount.because, limit: limit.because }, source);
}

/** Whether there is none of what is looked for. */
export function isNone(found: Readonly<Record<string, Because>>, source: string): Test {
  return test(Object.keys(found).length === 0, 'none', found, source);
}

export function all(tests: Readonly<Record<string, Test>>, source?: string): Test {
  return test(
    Object.values(tests).every(({ holds }) => holds),
    'all',
    becauses(tests),
    source,
  );
}

export function any(tests: Readonly<Record<string, Test>>, source?: string): Test {
  return test(
    Object.values(tests).some(({ holds }) => holds),
    'any',
    becauses(tests),
    source,
  );
}

function result(amount: Fen, operation: Operation, of: Readonly<Record<string, Amount>>, source?: string, member?: string): Amount {
  const because = node(formatYuan(amount), operation, becauses(of), source);
  return { fen: amount, because: member === undefined ? because : { ...because, member } };
}

function test(holds: boolean, operation: Operation, of: Readonly<Record<string, Because>>, source?: string): Test {
  return { holds, because: node(holds ? 'yes' : 'no', operation, of, source) };
}

function node(value: string, operation: Operation, of: Readonly<Record<string, Because>>, source?: string): Because {
  return source === undefined ? { value, operation, of } : { value, operation, of, source };
}

function becauses(of: Readonly<Record<string, { readonly because: Because }>>): Record<string, Because> {
  const nodes: Record<string, Because> = {};
  for (const word in of) nodes[word] = of[word]!.because;
  return nodes;
}
