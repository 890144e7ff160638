import {
  candidatesAfter,
  findHouseholdFaults,
  type Household,
  type HouseholdMember,
  householdFaults,
  minorsLeft,
  officeReasons,
  type PlainDate,
  refuse,
  survivorsOf,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { settleAfterDeath } from '../money/after-death.ts';
import { applicantOf } from '../place.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { callReview } from '../record/call-review.ts';
import { sendBackForOpinion } from '../record/send-back.ts';
import { writeFacts } from '../record/write-facts.ts';
import { audit } from './audit.ts';
import { endAward } from './award/end-award.ts';
import { endCase } from './end-case.ts';

export interface Death {
  caseId: string;
  /** The name of the member; left out: the applicant. */
  member?: string;
  /** Left out: today. */
  diedOn?: PlainDate;
  reason: string;
  /** Who takes the place of an applicant who died; left out: the spouse, else the eldest adult. */
  newApplicant?: string;
  /** The household as it is now, where the relations to a new applicant need more than can be derived. */
  household?: Household;
}

/**
 * A member of the household has died while the application is open. The household goes on without the dead; when the
 * applicant died another adult applies for it, and when nobody is left the case closes. An opinion that was formed before
 * is formed anew. The same death reported twice is reported once.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, MEMBER_UNKNOWN, DAY_IMPOSSIBLE, GUARDIAN_NEEDED, APPLICANT_NOT_POSSIBLE, FIELDS_REFUSED
 */
export async function reportDeath(tx: Tx, { caseId, diedOn = tx.day, ...death }: Death): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  if (isTold(frame, death.member)) return { caseId };
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  const { household } = frame.facts;
  const dead = memberWhoDied(frame, death.member);
  if (!dead) return refuse('MEMBER_UNKNOWN', { members: household.members.map(({ name }) => name) });
  if (diedOn > tx.day || (dead.birth !== undefined && diedOn < dead.birth))
    return refuse('DAY_IMPOSSIBLE', { diedOn, today: tx.day, birth: dead.birth });

  const left = livingWithout(tx, frame, { deceased: dead.name, ...death });
  frame.deceased.push({ member: dead.name, wasApplicant: dead.relation === 'applicant', diedOn, reason: death.reason, reportedAt: tx.at });
  enter(tx, frame, { kind: 'member.died', data: { relation: dead.relation, diedOn } });
  audit(tx, { action: 'report-death', township: frame.township, caseId });
  const isAward = frame.process === 'subsistence-award';
  await settleAfterDeath(tx, frame, { name: dead.name, diedOn, ...idOf(dead), ...(left ? { heir: heirOf(left) } : {}) });
  if (!left && isAward) return endAward(tx, frame, { ending: 'deceased', reason: death.reason });
  if (!left) return endCase(tx, { caseId, ending: 'deceased', reason: death.reason });

  const factsVersion = writeFacts(tx, frame, 'death', left);
  const applicant = applicantOf(left);
  if (dead.relation === 'applicant') {
    Object.assign(frame, { applicantName: applicant.name, applicantIdLast4: applicant.idNumber?.slice(-4) ?? null });
    enter(tx, frame, { kind: 'applicant.changed', data: { factsVersion } });
  }
  if (isAward) callReview(tx, frame, { isEstablished: true });
  else sendBackForOpinion(tx, frame, officeReasons['member-died'].zh);
  saveCase(tx, frame);
  tx.writes.nudge(frame);
  return { caseId };
}

/** Of a case that knows no household it is the person whom it is about. */
function memberWhoDied({ facts: { household }, applicantName }: CaseFrame, name: string | undefined): Dead | undefined {
  if (household.members.length === 0 && (name === undefined || name === applicantName))
    return { name: applicantName, relation: 'applicant' };
  return name === undefined ? applicantOf(household) : household.members.find((member) => member.name === name);
}

type Dead = Pick<HouseholdMember, 'name' | 'relation'> & Partial<Pick<HouseholdMember, 'birth' | 'idNumber'>>;

/** Whoever applies for the household now receives for it. */
function heirOf(left: Household): { name: string; idNumber?: string } {
  const { name, ...member } = applicantOf(left);
  return { name, ...idOf(member) };
}

function idOf({ idNumber }: { idNumber?: string }): { idNumber?: string } {
  return idNumber === undefined ? {} : { idNumber };
}

/** Said without a name, it is the applicant who died, and not who has come into their place since: the next one's death takes a name. */
function isTold({ deceased }: CaseFrame, name: string | undefined): boolean {
  return deceased.some(({ member, wasApplicant }) => (name === undefined ? wasApplicant : member === name));
}

/** The household as it goes on; undefined when no application is left. */
function livingWithout(
  tx: Tx,
  frame: CaseFrame,
  { deceased, newApplicant, household: stated }: { deceased: string; newApplicant?: string; household?: Household },
): Household | undefined {
  const { household } = frame.facts;
  if (household.members.length === 0) return undefined;
  const on = { deceased, day: tx.day, parameters: tx.place.parametersOf(frame.parameterSet) };
  const survivors = survivorsOf(household, { ...on, ...(newApplicant === undefined ? {} : { newApplicant }) });
  // What is in payment goes on for minors who are left; an application needs somebody who can apply.
  if (survivors.left === 'minors')
    return frame.process === 'subsistence-award' ? minorsLeft(household, deceased) : refuse('GUARDIAN_NEEDED');
  if (survivors.left === 'nobody') return undefined;
  if (newApplicant !== undefined && newApplicant !== survivors.applicant)
    return refuse('APPLICANT_NOT_POSSIBLE', { candidates: candidatesAfter(household, on).map(({ name }) => name) });
  if (!stated) return survivors.household;
  const [fault] = findHouseholdFaults(stated, tx.day);
  if (fault) return refuse('FIELDS_REFUSED', { errors: [{ path: `/household/${fault.path}`, message: householdFaults[fault.code] }] });
  if (stated.members.some(({ name }) => name === deceased))
    return refuse('MEMBER_UNKNOWN', { members: survivors.household.members.map(({ name }) => name) });
  if (applicantOf(stated).name !== survivors.applicant) return refuse('APPLICANT_NOT_POSSIBLE', { candidates: [survivors.applicant] });
  return stated;
}
