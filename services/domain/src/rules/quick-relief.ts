/**
 * 小额快救, the small quick relief: how much it may be. TA2026 = 民政部 财政部 2026-01-29 二(一).
 */
import { type Amount, amountOf, type Because, type Count, shareFigure, shareOfAmount, times } from '../because.ts';
import type { Fen } from '../money.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';

/** The most that a small quick relief may be in money, and why. Goods do not count towards it. */
export interface ReliefCap {
  readonly fen: Fen;
  readonly per: 'case' | 'person';
  readonly because: Because;
}

/**
 * TA2026 2(1) — At most one month of the local standard. Whether that is for the case or for each person the text does not
 * say, so a place sets it.
 *
 * @param persons how many are in need
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function reliefCap(persons: number, day: PlainDate, parameters: ParameterSet): ReliefCap {
  const { value: place } = figure(parameters, 'tempAid.quickReliefStandard', day);
  const { value: per } = figure(parameters, 'tempAid.quickReliefCapPer', day);
  const standard = amountOf(figure(parameters, `lowStandard.${place}`, day));
  const single: Amount = shareOfAmount(standard, shareFigure(figure(parameters, 'tempAid.quickReliefCap', day)), 'TA2026 2(1)');
  if (per === 'case') return { ...single, per };
  const heads: Count = { count: persons, because: { value: String(persons), input: 'persons' } };
  return { ...times(single, heads, 'TA2026 2(1)'), per };
}
