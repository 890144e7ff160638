import { expect, test } from 'vitest';
import type { HouseholdMember } from '../household.ts';
import { householdOf, liFang, t1, zhangWei, zhangXiaoyu } from './cast.ts';
import { countMembers } from './household-members.ts';

const day = '2026-09-01';
const adultSon: HouseholdMember = { name: '张强', relation: 'child', birth: '2004-01-01', sex: 'male' };
const mother: HouseholdMember = { name: '张母', relation: 'parent', birth: '1956-01-01', sex: 'female' };

/** M57 7. */
const standings: [string, HouseholdMember, string, boolean][] = [
  ['a spouse who works elsewhere', { ...liFang, livesWith: false }, 'SPOUSE', true],
  ['a child on the day before it is 18', { ...zhangXiaoyu, birth: '2008-09-02', livesWith: false }, 'MINOR_CHILD', true],
  ['a child of 18 who lives apart', { ...zhangXiaoyu, birth: '2008-09-01', livesWith: false }, 'LIVES_APART', false],
  ['a son who studies and boards', { ...adultSon, fullTimeStudent: true, livesWith: false }, 'DEPENDENT_ADULT_CHILD', true],
  ['a son who cannot work', { ...adultSon, canWork: false, livesWith: false }, 'DEPENDENT_ADULT_CHILD', true],
  [
    'a son severely disabled, in a home',
    { ...adultSon, disability: { type: 'mental', level: 3 }, livesWith: false },
    'DEPENDENT_ADULT_CHILD',
    true,
  ],
  [
    'a son slightly disabled, elsewhere',
    { ...adultSon, disability: { type: 'physical', level: 3 }, livesWith: false },
    'LIVES_APART',
    false,
  ],
  ['a grown son at home', adultSon, 'SUPPORTED_AND_LIVING_TOGETHER', true],
  ['a mother at home', mother, 'SUPPORTED_AND_LIVING_TOGETHER', true],
  ['a mother in her own home', { ...mother, livesWith: false }, 'LIVES_APART', false],
  ['a brother at home', { ...adultSon, relation: 'sibling' }, 'SUPPORTED_AND_LIVING_TOGETHER', true],
  ['a grandchild elsewhere', { ...zhangXiaoyu, relation: 'grandchild', livesWith: false }, 'LIVES_APART', false],
  ['an uncle at home', { ...mother, relation: 'other' }, 'NO_DUTY_OF_SUPPORT', false],
  ['a wife in prison', { ...liFang, absence: 'prison' }, 'PRISON', false],
  ['a son in rehabilitation', { ...adultSon, absence: 'compulsory-rehabilitation' }, 'COMPULSORY_REHABILITATION', false],
  ['a missing wife', { ...liFang, absence: 'missing' }, 'MISSING', false],
  ['a daughter who is a nun and left long ago', { ...adultSon, absence: 'clergy-apart-three-years' }, 'CLERGY_APART', false],
];

test.each(standings)('%s', (_, member, reason, counted) => {
  const { standings: found, heads } = countMembers(householdOf([zhangWei, member]), day, t1);
  expect(found).toEqual([
    { name: '张伟', counted: true, reason: 'APPLICANT', source: 'M57 7' },
    { name: member.name, counted, reason, source: 'M57 7' },
  ]);
  expect(heads.count).toBe(counted ? 2 : 1);
});

// CIVIL 13.
test('a child that has died today is counted no more, one that dies tomorrow still is', () => {
  const dies = (diedOn: string) => countMembers(householdOf([zhangWei, { ...zhangXiaoyu, diedOn }]), day, t1);
  expect(dies(day).standings[1]).toEqual({ name: zhangXiaoyu.name, counted: false, reason: 'DECEASED', source: 'CIVIL 13' });
  expect(dies(day).heads.count).toBe(1);
  expect(dies('2026-09-02').standings[1]).toMatchObject({ counted: true, reason: 'MINOR_CHILD' });
});
