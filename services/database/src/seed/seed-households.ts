import type { Tx } from '../database.ts';
import { demoAreas } from './seed-areas.ts';
import { fictionalFamily } from './fictional-family.ts';

/** Writes the families of the demo's registry, the same ones each time, spread over its villages. Only into an empty registry. */
export async function seedHouseholds(tx: Tx, { families = 600 }: { families?: number } = {}): Promise<void> {
  const [registry] = await tx.rows<{ filled: boolean }>('select exists (select from household_registry) as filled');
  if (registry?.filled) return;
  const villages = demoAreas.filter(({ code }) => code.length === 12);
  const rows = Array.from({ length: families }, (_, index) => {
    const household = fictionalFamily(index);
    const village = villages[index % villages.length]?.code ?? '';
    return {
      township: village.slice(0, 9),
      village,
      headName: household.members[0]?.name ?? '',
      household,
      idNumbers: household.members.flatMap(({ idNumber }) => idNumber ?? []),
    };
  });
  await tx.rows(
    `insert into household_registry (township, village, head_name, household, id_numbers)
     select r.township, r.village, r."headName", r.household, r."idNumbers"
     from jsonb_to_recordset($1::jsonb) as r(township text, village text, "headName" text, household jsonb, "idNumbers" text[])`,
    [JSON.stringify(rows)],
  );
}
