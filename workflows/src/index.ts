/**
 * What Temporal's bundler takes in: one workflow per process, named as `processes[…].workflow` of the domain says.
 * No value of the domain comes in here: no rule, no figure, no table.
 */
import { durably } from './durable.ts';
import { edgeHousehold as edgeHouseholdStatute } from './edge-household.ts';
import { rigidExpenditure as rigidExpenditureStatute } from './rigid-expenditure.ts';
import { subsistenceAllowance as statute } from './subsistence-allowance.ts';
import { subsistenceAward as awardStatute } from './subsistence-award.ts';

/** 最低生活保障 */
export const subsistenceAllowance = durably(statute);

/** 最低生活保障边缘家庭 */
export const edgeHousehold = durably(edgeHouseholdStatute);

/** 刚性支出困难家庭 */
export const rigidExpenditure = durably(rigidExpenditureStatute);

/** 最低生活保障待遇 */
export const subsistenceAward = durably(awardStatute);
