import { type Contradiction, findContradictions, type Household, type PlainDate, withDeaths } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** What in a household does not go together today: as it states itself, and as the registry of households knows its dead. */
export async function questionsOf(tx: Tx, household: Household): Promise<Contradiction[]> {
  return findContradictions(withDeaths(household, await deathsKnown(tx, household)), tx.day);
}

/** Days of death by ID number, of members whom the registry inside the fence has as dead. */
async function deathsKnown(tx: Tx, { members }: Household): Promise<Map<string, PlainDate>> {
  const idNumbers = members.flatMap(({ idNumber }) => idNumber ?? []);
  if (idNumbers.length === 0) return new Map();
  const rows = await tx.untouchedRows<{ idNumber: string; diedOn: PlainDate }>(
    `select m ->> 'idNumber' as "idNumber", m ->> 'diedOn' as "diedOn"
     from household_registry r cross join lateral jsonb_array_elements(r.household -> 'members') m
     where r.id_numbers && $1::text[] and m ? 'diedOn' and m ->> 'idNumber' = any ($1::text[])`,
    [idNumbers],
  );
  return new Map(rows.map(({ idNumber, diedOn }) => [idNumber, diedOn]));
}
