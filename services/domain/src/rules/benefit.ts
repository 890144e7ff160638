/** How much: M57 23, 27; LAW 18, 20. */
import { type Amount, difference, nothingUnless, roundedUp, sum, type Test } from '../because.ts';
import { fen, type Fen } from '../money.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import type { CountedMember } from './household-members.ts';
import { topUpOf } from './top-up.ts';

interface BenefitQuestion {
  readonly eligible: Test;
  /** For whom: the counted members, or the one who applies alone. */
  readonly members: readonly CountedMember[];
  readonly netIncome: Amount;
  /** The standard for one person, and for all `members`. */
  readonly standard: Amount;
  readonly standards: Amount;
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
}

export interface Benefit {
  readonly base: Fen;
  readonly topUp: Fen;
  readonly monthly: Amount;
}

/**
 * M57 23 — What is missing to the standard, worked out on the total and rounded once; with it the top-ups [M57 27].
 *
 * @throws Refusal PARAMETER_UNKNOWN when the place pays by tiers: their table is not known
 */
export function benefitOf({ eligible, members, netIncome, standard, standards, day, parameters }: BenefitQuestion): Benefit {
  if (!eligible.holds) return { base: fen(0), topUp: fen(0), monthly: nothingUnless(eligible) };
  const form = figure(parameters, 'benefitForm', day);
  if (form.value !== 'difference') return refuse('PARAMETER_UNKNOWN', { parameter: form.parameter, value: form.value, day });
  const missing = difference({ standards, netIncome }, 'M57 23');
  const rounding = figure(parameters, 'rounding', day);
  const base = rounding.value === 'yuan-up' ? roundedUp(missing, rounding, 'M57 23') : missing;
  const topUp = topUpOf(members, standard, day, parameters);
  return { base: base.fen, topUp: topUp.fen, monthly: sum({ base, topUp }, 'M57 23, 27') };
}
