import type { AreaCode } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface AreaRow {
  code: AreaCode;
  parent: AreaCode | null;
  name: string;
  parameterSet: string | null;
}

/** All areas, each after the one that it lies in. */
export async function findAreas(tx: Tx): Promise<AreaRow[]> {
  return tx.rows<AreaRow>('select code, parent, name, parameter_set as "parameterSet" from area order by code');
}
