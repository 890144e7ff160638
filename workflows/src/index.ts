/**
 * What Temporal's bundler takes in: one workflow per process, named as `processes[…].workflow` of the domain says.
 * No value of the domain comes in here: no rule, no figure, no table.
 */
import { caseDiscussion as caseDiscussionStatute } from './case-discussion.ts';
import { durably } from './durable.ts';
import { edgeHousehold as edgeHouseholdStatute } from './edge-household.ts';
import { lead as leadStatute } from './lead.ts';
import { quickRelief as quickReliefStatute } from './quick-relief.ts';
import { referral as referralStatute } from './referral.ts';
import { expenditureAid as expenditureAidStatute } from './expenditure-aid.ts';
import { rigidExpenditure as rigidExpenditureStatute } from './rigid-expenditure.ts';
import { subsistenceAllowance as statute } from './subsistence-allowance.ts';
import { subsistenceAward as awardStatute } from './subsistence-award.ts';
import { workOrder as workOrderStatute } from './work-order.ts';

/** 最低生活保障 */
export const subsistenceAllowance = durably(statute);

/** 最低生活保障边缘家庭 */
export const edgeHousehold = durably(edgeHouseholdStatute);

/** 刚性支出困难家庭 */
export const rigidExpenditure = durably(rigidExpenditureStatute);

/** 小额快救 */
export const quickRelief = durably(quickReliefStatute);

/** 一事一议 */
export const caseDiscussion = durably(caseDiscussionStatute);

/** 线索 */
export const lead = durably(leadStatute);

/** 转介 */
export const referral = durably(referralStatute);

/** 支出型临时救助 */
export const expenditureAid = durably(expenditureAidStatute);

/** 最低生活保障待遇 */
export const subsistenceAward = durably(awardStatute);

/** 热线工单 */
export const workOrder = durably(workOrderStatute);
