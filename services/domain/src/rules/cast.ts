import { assess, type Assessment } from '../assessment.ts';
import type { Household, HouseholdMember, Income } from '../household.ts';
import { parametersFor } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';

/** People for tests of the rules. Zhang Wei is the applicant of every household that names no other. */
export const zhangWei: HouseholdMember = { name: '张伟', relation: 'applicant', birth: '1984-03-02', sex: 'male' };
export const liFang: HouseholdMember = { name: '李芳', relation: 'spouse', birth: '1986-07-15', sex: 'female' };
export const zhangXiaoyu: HouseholdMember = { name: '张晓雨', relation: 'child', birth: '2017-05-20', sex: 'female' };

/** The figures of the demo county, set T1. */
export const t1 = parametersFor('demo');

/** An urban household with nothing, but for what is said. */
export function householdOf(members: HouseholdMember[], more: Partial<Omit<Household, 'members'>> = {}): Household {
  return { residence: 'urban', income: [], assets: [], ...more, members };
}

export function wageOf(member: string, monthly: string): Income {
  return { member, kind: 'wage', monthly };
}

/** The subsistence allowance of a household on a day of 2026 after the Social Assistance Law. */
export function allowanceOf(household: Household, day: PlainDate = '2026-09-01'): Assessment {
  return assess({ programme: 'subsistence-allowance', household, day, parameters: t1 });
}

/** The codes of an assessment's reasons. */
export function reasonCodesOf(assessment: Assessment): string[] {
  return assessment.reasons.map(({ code }) => code);
}
