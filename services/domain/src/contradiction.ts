import type { Household, HouseholdMember } from './household.ts';
import { birthOf, checkIdNumber, sexOf } from './id-number.ts';
import type { Label } from './label.ts';
import { ageOn, type PlainDate } from './plain-date.ts';

/**
 * Facts that hardly go together. A contradiction is a question to the household, not a decision about it: most are a
 * slip of the pen. A `certain` one cannot be true, so the facts have to be corrected; another may turn out to be so.
 */
export const contradictions = {
  CHILD_NOT_YOUNGER: { certain: true, zh: '子女不比父母年轻。', en: 'A child is not younger than the parent.' },
  GRANDCHILD_NOT_YOUNGER: { certain: true, zh: '孙辈不比祖辈年轻。', en: 'A grandchild is not younger than the grandparent.' },
  SEVERAL_SPOUSES: { certain: true, zh: '配偶不止一名。', en: 'There is more than one spouse.' },
  SEVERAL_PARENTS: { certain: false, zh: '父母超过两名。', en: 'There are more than two parents.' },
  SPOUSE_UNDER_AGE: { certain: false, zh: '申请人或配偶未到法定婚龄。', en: 'The applicant or the spouse is below the age of marriage.' },
  SPOUSES_OF_ONE_SEX: { certain: false, zh: '申请人与配偶性别相同。', en: 'Applicant and spouse are of the same sex.' },
  APPLICANT_DEAD: { certain: true, zh: '申请人已经死亡。', en: 'The applicant has died.' },
  MEMBER_DEAD: { certain: true, zh: '家庭成员已经死亡。', en: 'A member has died.' },
  DEATH_TO_COME: { certain: true, zh: '死亡日期还没有到。', en: 'The day of death is still to come.' },
  APPLICANT_ABSENT: { certain: false, zh: '申请人本人不在家庭中生活。', en: 'The applicant does not live in the household.' },
  INCOME_OF_ABSENT: { certain: false, zh: '不在家庭中生活的成员有工资或经营收入。', en: 'A member who is away has a wage or a business.' },
  UNABLE_BUT_WORKS: { certain: false, zh: '无劳动能力的成员有工资收入。', en: 'A member who cannot work has a wage.' },
  CHILD_WORKS: { certain: false, zh: '未满十六周岁的成员有工资收入。', en: 'A member under 16 has a wage.' },
  OLD_STUDENT: { certain: false, zh: '全日制在校生年龄偏大。', en: 'A full-time student is unusually old.' },
  ID_NUMBER_TWICE: { certain: true, zh: '两名成员身份证号相同。', en: 'Two members have the same ID number.' },
  ID_NUMBER_WRONG: { certain: true, zh: '身份证号不正确。', en: 'The ID number is not a right one.' },
  ID_NUMBER_BIRTH: { certain: true, zh: '身份证号与出生日期不一致。', en: 'The ID number states another day of birth.' },
  ID_NUMBER_SEX: { certain: true, zh: '身份证号与性别不一致。', en: 'The ID number states the other sex.' },
} as const satisfies Record<string, Label & { certain: boolean }>;
export type ContradictionCode = keyof typeof contradictions;

/** A question to ask: about which value (`members/1/birth`) and which members, by name. */
export interface Contradiction {
  readonly code: ContradictionCode;
  readonly path: string;
  readonly members: readonly string[];
  readonly certain: boolean;
  readonly label: Label;
}

/** Full-time education ends long before; beyond this age it is more often the wrong box. */
const studentsAreUnder = 40;
/** Labour Law 15: nobody under this age may be employed. */
const workersAreFrom = 16;
/** Civil Code 1047. */
const marriageAge = { male: 22, female: 20 };

/** What in a household does not go together on `day`, in the order of its members. */
export function findContradictions(household: Household, day: PlainDate): Contradiction[] {
  const applicant = household.members.find(({ relation }) => relation === 'applicant');
  return [
    ...household.members.flatMap((member, i) => aboutMember(member, i, household, day)),
    ...(applicant ? household.members.flatMap((member, i) => aboutRelation(member, i, applicant, day)) : []),
    ...household.income.flatMap((_, i) => aboutIncome(i, household, day)),
    ...tooMany(household, 'spouse', 1, 'SEVERAL_SPOUSES'),
    ...tooMany(household, 'parent', 2, 'SEVERAL_PARENTS'),
  ];
}

function aboutMember(member: HouseholdMember, i: number, household: Household, day: PlainDate): Contradiction[] {
  const found: Contradiction[] = [];
  if (member.diedOn !== undefined && member.diedOn <= day)
    found.push(question(member.relation === 'applicant' ? 'APPLICANT_DEAD' : 'MEMBER_DEAD', `members/${i}/diedOn`, member));
  if (member.diedOn !== undefined && member.diedOn > day) found.push(question('DEATH_TO_COME', `members/${i}/diedOn`, member));
  if (member.relation === 'applicant' && (member.absence || member.livesWith === false) && household.application !== 'single-person')
    found.push(question('APPLICANT_ABSENT', `members/${i}`, member));
  if (member.fullTimeStudent && ageOn(member.birth, day) >= studentsAreUnder)
    found.push(question('OLD_STUDENT', `members/${i}/fullTimeStudent`, member));
  return [...found, ...aboutIdNumber(member, i, household)];
}

function aboutIdNumber(member: HouseholdMember, i: number, household: Household): Contradiction[] {
  const { idNumber } = member;
  if (!idNumber) return [];
  const path = `members/${i}/idNumber`;
  if (checkIdNumber(idNumber)) return [question('ID_NUMBER_WRONG', path, member)];
  const found: Contradiction[] = [];
  if (birthOf(idNumber) !== member.birth) found.push(question('ID_NUMBER_BIRTH', path, member));
  if (sexOf(idNumber) !== member.sex) found.push(question('ID_NUMBER_SEX', path, member));
  const earlier = household.members.slice(0, i).find((other) => other.idNumber === idNumber);
  if (earlier) found.push(question('ID_NUMBER_TWICE', path, earlier, member));
  return found;
}

function aboutRelation(member: HouseholdMember, i: number, applicant: HouseholdMember, day: PlainDate): Contradiction[] {
  const path = `members/${i}/birth`;
  switch (member.relation) {
    case 'child':
      return member.birth > applicant.birth ? [] : [question('CHILD_NOT_YOUNGER', path, applicant, member)];
    case 'parent':
      return member.birth < applicant.birth ? [] : [question('CHILD_NOT_YOUNGER', path, member, applicant)];
    case 'grandchild':
      return member.birth > applicant.birth ? [] : [question('GRANDCHILD_NOT_YOUNGER', path, applicant, member)];
    case 'grandparent':
      return member.birth < applicant.birth ? [] : [question('GRANDCHILD_NOT_YOUNGER', path, member, applicant)];
    case 'spouse':
      return aboutSpouse(member, i, applicant, day);
    default:
      return [];
  }
}

function aboutSpouse(spouse: HouseholdMember, i: number, applicant: HouseholdMember, day: PlainDate): Contradiction[] {
  const found: Contradiction[] = [];
  const isUnderAge = [applicant, spouse].some(({ birth, sex }) => ageOn(birth, day) < marriageAge[sex]);
  if (isUnderAge) found.push(question('SPOUSE_UNDER_AGE', `members/${i}/birth`, applicant, spouse));
  if (spouse.sex === applicant.sex) found.push(question('SPOUSES_OF_ONE_SEX', `members/${i}/sex`, applicant, spouse));
  return found;
}

function aboutIncome(i: number, household: Household, day: PlainDate): Contradiction[] {
  const income = household.income[i]!;
  const member = household.members.find(({ name }) => name === income.member);
  const isEarned = income.kind === 'wage' || income.kind === 'business';
  if (!member || !isEarned) return [];
  const path = `income/${i}`;
  const found: Contradiction[] = [];
  if (member.absence && member.absence !== 'clergy-apart-three-years') found.push(question('INCOME_OF_ABSENT', path, member));
  if (income.kind === 'wage' && member.canWork === false) found.push(question('UNABLE_BUT_WORKS', path, member));
  if (income.kind === 'wage' && ageOn(member.birth, day) < workersAreFrom) found.push(question('CHILD_WORKS', path, member));
  return found;
}

function tooMany(household: Household, relation: HouseholdMember['relation'], most: number, code: ContradictionCode): Contradiction[] {
  const members = household.members.filter((member) => member.relation === relation);
  return members.length > most ? [question(code, 'members', ...members)] : [];
}

function question(code: ContradictionCode, path: string, ...members: HouseholdMember[]): Contradiction {
  const { certain, zh, en } = contradictions[code];
  return { code, path, members: members.map(({ name }) => name), certain, label: { zh, en } };
}
