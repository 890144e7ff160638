/** Who keeps refusing work that was offered loses the own share, and nobody else's: M57 34; before it SC649 45. */
import type { Finding } from '../assessment.ts';
import { type Amount, difference, limitShareOf, perHead, roundedUp, shareFigure, sum } from '../because.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Question } from './household-means.ts';
import { headsOf } from './household-members.ts';
import { topUpOf } from './top-up.ts';

/** An offer of work that was refused. */
export interface WorkRefusal {
  readonly member: string;
  readonly offeredOn: PlainDate;
  readonly hasGoodReason: boolean;
}

/**
 * The members who refused work as often in a row, without good reason each time, as the law allows no longer. A refusal
 * with good reason begins the row anew.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function refusersOf(refusals: readonly WorkRefusal[], day: PlainDate, parameters: ParameterSet): string[] {
  const times = figure(parameters, 'workRefusal.times', day).value;
  const inRow = new Map<string, number>();
  for (const { member, hasGoodReason } of refusals.toSorted((one, other) => one.offeredOn.localeCompare(other.offeredOn)))
    inRow.set(member, hasGoodReason ? 0 : (inRow.get(member) ?? 0) + 1);
  return [...inRow].filter(([, row]) => row >= times).map(([member]) => member);
}

/** What is withheld, and what is left to be paid. */
export interface Withheld {
  readonly withheld: Amount;
  readonly monthly: Amount;
}

/**
 * M57 34 — Takes the shares of `refusers` off what the household is entitled to: of the base an equal part for each head,
 * with the person's own top-up. Rounded once, on what is left.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function withholdShares(found: Finding, refusers: readonly string[], { household, day, parameters }: Question): Withheld {
  const { counted } = found.means.members;
  const { standard } = found.means;
  // M57 8 — Who entered alone is all that the award is for.
  const isAlone = household.application === 'single-person';
  const entitled = isAlone ? counted.filter(({ member }) => member.relation === 'applicant') : counted;
  const ratio = shareFigure(figure(parameters, 'workRefusal.share', day));
  const base = difference({ monthly: found.monthly, topUp: topUpOf(entitled, standard, day, parameters) });
  const shares: Record<string, Amount> = {};
  for (const one of entitled) {
    if (!refusers.includes(one.member.name)) continue;
    const topUp = topUpOf([one], standard, day, parameters);
    shares[one.word] = limitShareOf(sum({ base: perHead(base, headsOf(entitled)), topUp }, 'M57 34', one.member.name), ratio, 'M57 34');
  }
  const withheld = sum(shares, 'M57 34');
  if (withheld.fen === 0) return { withheld, monthly: found.monthly };
  const left = difference({ monthly: found.monthly, withheld }, 'M57 34');
  const rounding = figure(parameters, 'rounding', day);
  return { withheld, monthly: rounding.value === 'yuan-up' ? roundedUp(left, rounding, 'M57 34') : left };
}
