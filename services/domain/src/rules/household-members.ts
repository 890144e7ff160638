/** Who of a household counts: M57 (最低生活保障审核确认办法), article 7. */
import { type Because, type Count, countOf } from '../because.ts';
import type { Absence, Household, HouseholdMember } from '../household.ts';
import type { Label } from '../label.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import { isSeverelyDisabled } from '../person.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';

/** Why a member counts or does not. */
export const memberStandings = {
  APPLICANT: { counted: true, label: { zh: '申请人', en: 'The applicant' } },
  SPOUSE: { counted: true, label: { zh: '配偶', en: 'The spouse' } },
  MINOR_CHILD: { counted: true, label: { zh: '未成年子女', en: 'A minor child' } },
  DEPENDENT_ADULT_CHILD: { counted: true, label: { zh: '不能独立生活的成年子女', en: 'An adult child who cannot live independently' } },
  SUPPORTED_AND_LIVING_TOGETHER: {
    counted: true,
    label: { zh: '有法定赡养、扶养、抚养义务并共同居住', en: 'Bound by a duty of support and living together' },
  },
  CLERGY_APART: { counted: false, label: { zh: '脱离家庭三年以上的宗教教职人员', en: 'Clergy living apart for three years or more' } },
  PRISON: { counted: false, label: { zh: '在监狱服刑', en: 'In prison' } },
  COMPULSORY_REHABILITATION: { counted: false, label: { zh: '强制隔离戒毒', en: 'In compulsory drug rehabilitation' } },
  MISSING: { counted: false, label: { zh: '宣告失踪', en: 'Declared missing' } },
  LIVES_APART: { counted: false, label: { zh: '不共同生活', en: 'Does not live with the household' } },
  DECEASED: { counted: false, label: { zh: '已经去世', en: 'Has died' } },
  NO_DUTY_OF_SUPPORT: { counted: false, label: { zh: '无法定赡养、扶养、抚养义务', en: 'No duty of support' } },
} as const satisfies Record<string, { counted: boolean; label: Label }>;
export type MemberStandingCode = keyof typeof memberStandings;

/** A member with the place in the application; `word` is what the member is called in an explanation. */
export interface CountedMember {
  readonly member: HouseholdMember;
  readonly path: string;
  readonly word: string;
}

export interface MemberStanding {
  readonly name: string;
  readonly counted: boolean;
  readonly reason: MemberStandingCode;
  readonly source: string;
}

export interface MembersOnDay {
  readonly counted: readonly CountedMember[];
  readonly heads: Count;
  readonly standings: readonly MemberStanding[];
}

/** The members that count on `day`, and why each does or does not. @throws Refusal PARAMETER_UNKNOWN */
export function countMembers(household: Household, day: PlainDate, parameters: ParameterSet): MembersOnDay {
  const adultFrom = figure(parameters, 'age.adult', day).value;
  const counted: CountedMember[] = [];
  const standings = household.members.map((member, i) => {
    const isDead = hasDied(member, day);
    const reason = isDead ? 'DECEASED' : standingOf(member, ageOn(member.birth, day) >= adultFrom);
    if (memberStandings[reason].counted) counted.push({ member, path: `members/${i}`, word: `member-${i + 1}` });
    return { name: member.name, counted: memberStandings[reason].counted, reason, source: isDead ? 'CIVIL 13' : 'M57 7' };
  });
  return { counted, heads: headsOf(counted), standings };
}

/** CIVIL 13 — Whether somebody is dead on `day`: from the day of death on they are nobody's dependant and have no income. */
export function hasDied({ diedOn }: HouseholdMember, day: PlainDate): boolean {
  return diedOn !== undefined && diedOn <= day;
}

/** The count of `members`, with each of them named. */
export function headsOf(members: readonly CountedMember[]): Count {
  const of: Record<string, Because> = {};
  for (const { member, path, word } of members) of[word] = { value: '1', input: path, member: member.name };
  return countOf(of, 'M57 7');
}

const standingOfAbsent = {
  'clergy-apart-three-years': 'CLERGY_APART',
  prison: 'PRISON',
  'compulsory-rehabilitation': 'COMPULSORY_REHABILITATION',
  missing: 'MISSING',
} as const satisfies Record<Absence, MemberStandingCode>;

function standingOf(member: HouseholdMember, isAdult: boolean): MemberStandingCode {
  // 7(2) — Whoever is away in one of these ways does not count, whatever the relation.
  if (member.absence) return standingOfAbsent[member.absence];
  // 7(1) — Spouse, minor children and dependent adult children count, also when they board or work elsewhere.
  if (member.relation === 'applicant') return 'APPLICANT';
  if (member.relation === 'spouse') return 'SPOUSE';
  if (member.relation === 'child' && !isAdult) return 'MINOR_CHILD';
  if (member.relation === 'child' && isDependent(member)) return 'DEPENDENT_ADULT_CHILD';
  // 7(1) — Others count who owe or are owed support [CIVIL 1067, 1074, 1075] and live with the household.
  if (member.relation === 'other') return 'NO_DUTY_OF_SUPPORT';
  return member.livesWith === false ? 'LIVES_APART' : 'SUPPORTED_AND_LIVING_TOGETHER';
}

/** Cannot live independently: in full-time education up to bachelor level, unable to work, or severely disabled. */
function isDependent(member: HouseholdMember): boolean {
  return member.fullTimeStudent === true || member.canWork === false || isSeverelyDisabled(member.disability);
}
