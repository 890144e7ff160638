import { checkIdNumber, type Household } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface RegistryFamily {
  id: string;
  township: string;
  village: string;
  headName: string;
  household: Household;
}

/** Families of the registry: by the whole ID number of a member, or by the beginning of the head's name. At most 20. */
export async function findHouseholds(tx: Tx, asked: string): Promise<RegistryFamily[]> {
  const text = asked.trim().toUpperCase();
  if (text === '') return [];
  const columns = `id, township, village, head_name as "headName", household`;
  if (checkIdNumber(text) === undefined)
    return tx.rows<RegistryFamily>(`select ${columns} from household_registry where id_numbers @> array[$1::text] limit 20`, [text]);
  return tx.rows<RegistryFamily>(
    `select ${columns} from household_registry where starts_with(head_name, $1) order by head_name, id limit 20`,
    [asked.trim()],
  );
}
