import { demoCast } from '@zhouji/database';
import { type Duty, liesIn, type Role } from '@zhouji/domain';

/** Somebody of the demo county. They and their passwords exist in the demo and the sandbox alone. */
export type CastMember = (typeof demoCast)[number];

/** Who usually does it. An opinion is a reviewer's, because whoever surveyed may not form it. */
const usualRoles: Partial<Record<Duty, Role>> = {
  accept: 'caseworker',
  survey: 'caseworker',
  verify: 'verification-officer',
  'form-opinion': 'reviewer',
  'handle-objection': 'reviewer',
  confirm: 'leader',
  'county-visit': 'county-officer',
  'county-confirm': 'county-leader',
  'switch-emergency': 'county-leader',
  'review-award': 'caseworker',
  'hear-recipient': 'caseworker',
  pay: 'finance-officer',
  'report-lead': 'village-aide',
  'take-contacts': 'hotline-agent',
  'settle-returns': 'hotline-lead',
  'answer-work-order': 'caseworker',
  'examine-report': 'county-officer',
  'follow-lead': 'caseworker',
  'help-apply': 'caseworker',
  'import-alerts': 'county-officer',
  'request-discussion': 'leader',
  'pre-check-discussion': 'county-officer',
  'record-meeting': 'county-officer',
  'sign-minutes': 'county-leader',
  'return-visit': 'caseworker',
  refer: 'caseworker',
  'answer-referral': 'department-officer',
  triage: 'caseworker',
  'decide-relief': 'leader',
  'oversee-relief': 'leader',
  'hand-over-relief': 'caseworker',
  'complete-file': 'caseworker',
};

/** How a scenario may call people: by the role that they have in the cast, or by name. */
export const castNames: readonly string[] = [...demoCast.map(({ castName }) => castName), ...demoCast.map(({ name }) => name.zh)];

/** Whom `as:` means: a role of the cast, or the name of one of its people. @throws Error when the demo county has nobody of that name */
export function getCastMember(called: string): CastMember {
  const member = demoCast.find(({ castName, name }) => castName === called || name.zh === called);
  if (!member) throw new Error(`The demo county has nobody called ${called}.`);
  return member;
}

/** Whoever has the duty in the township, somebody of the role that usually does it. @throws Error when nobody has */
export function getWhoeverHas(duty: string, township: string, department?: string): CastMember {
  const role = usualRoles[duty as Duty];
  const member = peopleOf(township).find(
    (each) => each.role === role && (department === undefined || each.role !== 'department-officer' || each.department === department),
  );
  if (!member) throw new Error(`Nobody in the demo county has the duty ${duty} in ${township}.`);
  return member;
}

/** Two names of the township's caseworkers, for whatever at least two people do; neither forms an opinion or decides later. */
export function twoCaseworkers(township: string): string[] {
  return namesOf(peopleOf(township).filter(({ role }) => role === 'caseworker'));
}

/** Two names of the county, neither of whom decides. */
export function twoVisitors(township: string): string[] {
  return namesOf(peopleOf(township).filter(({ role }) => role === 'county-officer' || role === 'inspector'));
}

/** Staff whose area is the township or holds it. */
function peopleOf(township: string): CastMember[] {
  return demoCast.filter(({ area }) => liesIn(township, area));
}

function namesOf(people: CastMember[]): string[] {
  return people.slice(0, 2).map(({ name }) => name.zh);
}
