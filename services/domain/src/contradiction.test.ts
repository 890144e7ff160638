import { expect, test } from 'vitest';
import { contradictions, findContradictions } from './contradiction.ts';
import type { Household, HouseholdMember } from './household.ts';
import { makeIdNumber } from './id-number.ts';
import { householdOf, liFang, wageOf, zhangWei, zhangXiaoyu } from './rules/cast.ts';

const grandfather: HouseholdMember = { name: '张老', relation: 'grandparent', birth: '1930-01-01', sex: 'male' };
const father: HouseholdMember = { name: '张父', relation: 'parent', birth: '1955-01-01', sex: 'male' };
const grandson: HouseholdMember = { name: '张孙', relation: 'grandchild', birth: '2020-01-01', sex: 'male' };
const idOf = (member: HouseholdMember) => makeIdNumber('450203', member.birth, member.sex, 1);

function codesIn(household: Household): string[] {
  return findContradictions(household, '2026-09-01').map(({ code }) => code);
}

test('four generations with right ID numbers raise no question', () => {
  const members = [zhangWei, liFang, zhangXiaoyu, father, grandfather, grandson].map((member) => ({ ...member, idNumber: idOf(member) }));
  expect(codesIn(householdOf(members, { income: [wageOf('张伟', '1')] }))).toEqual([]);
});

const cases: [string, Household][] = [
  ['CHILD_NOT_YOUNGER', householdOf([zhangWei, { ...zhangXiaoyu, birth: zhangWei.birth }])],
  ['CHILD_NOT_YOUNGER', householdOf([zhangWei, { ...father, birth: '1990-01-01' }])],
  ['GRANDCHILD_NOT_YOUNGER', householdOf([zhangWei, { ...grandson, birth: '1980-01-01' }])],
  ['GRANDCHILD_NOT_YOUNGER', householdOf([zhangWei, { ...grandfather, birth: '1990-01-01' }])],
  ['SEVERAL_SPOUSES', householdOf([zhangWei, liFang, { ...liFang, name: '王芳' }])],
  ['SEVERAL_PARENTS', householdOf([zhangWei, father, { ...father, name: '甲' }, { ...father, name: '乙' }])],
  ['SPOUSE_UNDER_AGE', householdOf([zhangWei, { ...liFang, birth: '2006-09-02' }])],
  ['SPOUSE_UNDER_AGE', householdOf([{ ...zhangWei, birth: '2004-09-02' }, liFang])],
  ['SPOUSES_OF_ONE_SEX', householdOf([zhangWei, { ...liFang, sex: 'male' }])],
  ['APPLICANT_DEAD', householdOf([{ ...zhangWei, diedOn: '2026-09-01' }])],
  ['MEMBER_DEAD', householdOf([zhangWei, { ...liFang, diedOn: '2020-02-02' }])],
  ['DEATH_TO_COME', householdOf([zhangWei, { ...liFang, diedOn: '2026-09-02' }])],
  ['APPLICANT_ABSENT', householdOf([{ ...zhangWei, absence: 'prison' }])],
  ['APPLICANT_ABSENT', householdOf([{ ...zhangWei, livesWith: false }])],
  ['INCOME_OF_ABSENT', householdOf([zhangWei, { ...liFang, absence: 'missing' }], { income: [wageOf('李芳', '1')] })],
  ['UNABLE_BUT_WORKS', householdOf([{ ...zhangWei, canWork: false }], { income: [wageOf('张伟', '1')] })],
  ['CHILD_WORKS', householdOf([zhangWei, zhangXiaoyu], { income: [wageOf('张晓雨', '1')] })],
  ['OLD_STUDENT', householdOf([{ ...zhangWei, birth: '1966-09-01', fullTimeStudent: true }])],
  ['ID_NUMBER_WRONG', householdOf([{ ...zhangWei, idNumber: '110105194912310021' }])],
  ['ID_NUMBER_BIRTH', householdOf([{ ...zhangWei, idNumber: idOf({ ...zhangWei, birth: '1984-02-03' }) }])],
  ['ID_NUMBER_SEX', householdOf([{ ...zhangWei, idNumber: idOf({ ...zhangWei, sex: 'female' }) }])],
];

test.each(cases)('%s is asked about', (code, household) => {
  expect(codesIn(household)).toEqual([code]);
});

test('every question can be raised', () => {
  expect(new Set([...cases.map(([code]) => code), 'ID_NUMBER_TWICE'])).toEqual(new Set(Object.keys(contradictions)));
});

test('the same ID number twice is asked about, with both names', () => {
  const twin = { ...zhangXiaoyu, name: '张晓雪', birth: zhangXiaoyu.birth };
  const idNumber = idOf(zhangXiaoyu);
  const household = householdOf([zhangWei, { ...zhangXiaoyu, idNumber }, { ...twin, idNumber }]);
  expect(findContradictions(household, '2026-09-01')).toEqual([
    {
      code: 'ID_NUMBER_TWICE',
      path: 'members/2/idNumber',
      members: ['张晓雨', '张晓雪'],
      certain: true,
      label: { zh: '两名成员身份证号相同。', en: 'Two members have the same ID number.' },
    },
  ]);
});

test('spouses of 22 and 20 raise no question, nor do clergy with an income or an applicant who applies alone', () => {
  expect(
    codesIn(
      householdOf([
        { ...zhangWei, birth: '2004-09-01' },
        { ...liFang, birth: '2006-09-01' },
      ]),
    ),
  ).toEqual([]);
  expect(codesIn(householdOf([zhangWei, { ...liFang, absence: 'clergy-apart-three-years' }], { income: [wageOf('李芳', '1')] }))).toEqual(
    [],
  );
  expect(codesIn(householdOf([{ ...zhangWei, absence: 'clergy-apart-three-years' }], { application: 'single-person' }))).toEqual([]);
});

test('a death to come is asked about, and nobody has died yet', () => {
  expect(codesIn(householdOf([{ ...zhangWei, diedOn: '2026-09-02' }]))).toEqual(['DEATH_TO_COME']);
});

test('what is not earned may be had by anybody, and an income of nobody is left to the faults', () => {
  const scholarship = { member: '张晓雨', kind: 'scholarship' as const, monthly: '100' };
  expect(codesIn(householdOf([zhangWei, zhangXiaoyu], { income: [scholarship, wageOf('无名', '1')] }))).toEqual([]);
  expect(codesIn(householdOf([zhangXiaoyu]))).toEqual([]);
});
