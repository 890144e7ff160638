import { type AreaCode, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** Names the set of figures that cases opened from now on in an area are worked out with. @throws Refusal NOT_FOUND, PARAMETER_UNKNOWN */
export async function setParameterSet(tx: Tx, area: AreaCode, parameterSet: string): Promise<void> {
  tx.place.parametersOf(parameterSet);
  const changed = await tx.rows('update area set parameter_set = $2 where code = $1 returning 1', [area, parameterSet]);
  if (changed.length === 0) refuse('NOT_FOUND', { area });
}
