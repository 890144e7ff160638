import type { Programme } from '@zhouji/domain';
import type { Statute } from './process.ts';
import { subsistenceAllowance } from './subsistence-allowance.ts';

/** The statute that carries a case of each programme; a programme that is missing here opens no case. */
export const statutes: Partial<Record<Programme, Statute>> = {
  'subsistence-allowance': subsistenceAllowance,
};
