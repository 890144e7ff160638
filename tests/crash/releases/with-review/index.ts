import { durably } from '@zhouji/workflows/durable';
import { subsistenceAllowance as statute } from './statute.ts';

export const subsistenceAllowance = durably(statute);
