/**
 * What Temporal's bundler takes in: one workflow per programme, named as `programmes[…].process` of the domain says.
 * No value of the domain comes in here: no rule, no figure, no table.
 */
import { durably } from './durable.ts';
import { subsistenceAllowance as statute } from './subsistence-allowance.ts';

/** 最低生活保障 */
export const subsistenceAllowance = durably(statute);
