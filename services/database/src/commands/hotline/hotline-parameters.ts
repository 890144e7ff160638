import type { ParameterSet } from '@zhouji/domain';
import type { Tx } from '../../database.ts';

/** The figures of the county that the hotline belongs to. */
export async function hotlineParameters(tx: Tx, county: string): Promise<ParameterSet> {
  const [area] = await tx.rows<{ set: string | null }>('select parameter_set as set from area where code = $1', [county]);
  return tx.place.parametersOf(area?.set ?? 'national');
}
