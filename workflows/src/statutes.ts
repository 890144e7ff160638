import type { ProcessName } from '@zhouji/domain';
import { edgeHousehold } from './edge-household.ts';
import type { Statute } from './process.ts';
import { rigidExpenditure } from './rigid-expenditure.ts';
import { subsistenceAllowance } from './subsistence-allowance.ts';
import { subsistenceAward } from './subsistence-award.ts';

/** The statute of each process. */
export const statutes: Record<ProcessName, Statute> = {
  'subsistence-allowance': subsistenceAllowance,
  'subsistence-award': subsistenceAward,
  'edge-household': edgeHousehold,
  'rigid-expenditure': rigidExpenditure,
};
