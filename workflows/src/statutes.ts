import type { ProcessName } from '@zhouji/domain';
import { caseDiscussion } from './case-discussion.ts';
import { edgeHousehold } from './edge-household.ts';
import { lead } from './lead.ts';
import { expenditureAid } from './expenditure-aid.ts';
import type { Statute } from './process.ts';
import { quickRelief } from './quick-relief.ts';
import { referral } from './referral.ts';
import { rigidExpenditure } from './rigid-expenditure.ts';
import { subsistenceAllowance } from './subsistence-allowance.ts';
import { subsistenceAward } from './subsistence-award.ts';
import { workOrder } from './work-order.ts';

/** The statute of each process. */
export const statutes: Record<ProcessName, Statute> = {
  'subsistence-allowance': subsistenceAllowance,
  'subsistence-award': subsistenceAward,
  'edge-household': edgeHousehold,
  'rigid-expenditure': rigidExpenditure,
  'expenditure-aid': expenditureAid,
  lead,
  'case-discussion': caseDiscussion,
  referral,
  'quick-relief': quickRelief,
  'work-order': workOrder,
};
