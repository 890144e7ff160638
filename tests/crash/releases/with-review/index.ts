import { durably } from '@zhouji/workflows/durable';
import { subsistenceAllowance as statute } from './statute.ts';

export const subsistenceAllowance = durably(statute);

/** What a release leaves as it was. */
export { edgeHousehold, rigidExpenditure, subsistenceAward } from '@zhouji/workflows';
