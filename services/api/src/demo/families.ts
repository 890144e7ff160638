import { findContradictions, type Household, type PlainDate } from '@zhouji/domain';
import type { Tx } from '@zhouji/database';

export type Means = 'poor' | 'well-off' | 'car';

/** A family of the registry that is about to apply. */
export interface Family {
  township: string;
  village: string;
  household: Household;
}

/**
 * One family for each of `count` stories, from the villages in turn, the same ones each time. Nobody is in two of them, and nothing in
 * them contradicts itself.
 */
export async function chooseFamilies(tx: Tx, count: number): Promise<Family[]> {
  const rows = await tx.rows<Family & { idNumbers: string[] }>(
    `select township, village, household, id_numbers as "idNumbers" from household_registry order by village, id_numbers`,
  );
  const waiting = Map.groupBy(rows, ({ village }) => village);
  const villages = [...waiting.keys()];
  const seen = new Set<string>();
  const chosen: Family[] = [];
  while (chosen.length < count) {
    const village = villages[chosen.length % villages.length] ?? '';
    const next = waiting.get(village)?.shift();
    if (!next) throw new Error(`The registry has too few families in ${village}`);
    if (next.idNumbers.some((idNumber) => seen.has(idNumber)) || isOdd(next.household, tx.day)) continue;
    for (const idNumber of next.idNumbers) seen.add(idNumber);
    chosen.push({ township: next.township, village: next.village, household: next.household });
  }
  return chosen;
}

/** The family with an income and assets as the story needs them. */
export function withMeans(household: Household, means: Means, index: number): Household {
  const persons = household.members.length;
  const applicant = household.members.find(({ relation }) => relation === 'applicant')?.name ?? '';
  const perPerson = means === 'well-off' ? 2600 : 160 + ((index * 37) % 220);
  return {
    ...household,
    income: [{ member: applicant, kind: index % 3 === 0 ? 'business' : 'wage', monthly: yuan(perPerson * persons) }],
    assets: [
      { kind: 'deposit', amount: yuan(1500 + ((index * 613) % 5000)) },
      ...(means === 'car' ? [{ kind: 'passenger-car' as const }] : []),
    ],
  };
}

/** What a survey or a data check finds: a little more than was stated. */
export function asFound(household: Household, more: number): Household {
  const [first, ...rest] = household.income;
  return first ? { ...household, income: [{ ...first, monthly: yuan(Number(first.monthly) + more) }, ...rest] } : household;
}

function isOdd(household: Household, day: PlainDate): boolean {
  // Of the kinds of income that stories give, the wage raises the most questions.
  return findContradictions(withMeans(household, 'poor', 1), day).length > 0;
}

function yuan(amount: number): string {
  return amount.toFixed(2);
}
