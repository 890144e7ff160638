// M57 = 最低生活保障审核确认办法. The families are made up.
import { expect, test } from 'vitest';
import type { Household, HouseholdMember, Relation } from '../household.ts';
import { parametersFor } from '../parameters.ts';
import { candidatesAfter, minorsLeft, survivorsOf } from './survivors.ts';

const day = '2026-09-07';
const parameters = parametersFor('demo');

test('the spouse takes the place of the applicant, and what the dead earned ends [M57 4]', () => {
  const family = of(member('甲', 'applicant', '1984-03-02'), member('乙', 'spouse', '1986-07-15'), member('丙', 'child', '2017-05-20'));
  family.income = [
    { member: '甲', kind: 'wage', monthly: '2100' },
    { member: '乙', kind: 'wage', monthly: '300' },
  ];
  expect(survivorsOf(family, { deceased: '甲', day, parameters })).toMatchObject({
    left: 'living',
    applicant: '乙',
    household: {
      members: [
        { name: '乙', relation: 'applicant' },
        { name: '丙', relation: 'child' },
      ],
      income: [{ member: '乙', kind: 'wage', monthly: '300' }],
    },
  });
});

test('of a household in which nobody is left, nobody goes on', () => {
  const alone = of(member('甲', 'applicant', '1984-03-02'));
  expect(minorsLeft(alone, '甲').members).toEqual([]);
});

test('what was spent on the dead the household bears, and the hardship stays that of all of them', () => {
  const family = of(member('甲', 'applicant', '1984-03-02'), member('乙', 'spouse', '1986-07-15'));
  family.expenditure = [
    { kind: 'medical', member: '乙', annual: '9000' },
    { kind: 'medical', member: '甲', annual: '100' },
  ];
  family.hardship = { kind: 'illness', member: '乙', what: '住院。', since: '2026-06-01' };
  expect(survivorsOf(family, { deceased: '乙', day, parameters })).toMatchObject({
    household: {
      expenditure: [
        { kind: 'medical', annual: '9000' },
        { member: '甲', annual: '100' },
      ],
      hardship: { kind: 'illness', what: '住院。' },
    },
  });
});

test('another member leaves the household, and the applicant stays', () => {
  const family = of(member('甲', 'applicant', '1984-03-02'), member('乙', 'parent', '1950-07-15'));
  expect(survivorsOf(family, { deceased: '乙', day, parameters })).toMatchObject({
    left: 'living',
    applicant: '甲',
    household: { members: [{ name: '甲', relation: 'applicant' }] },
  });
});

test('without a spouse the eldest adult applies, unless another is named; relations are seen from there', () => {
  const family = of(
    member('甲', 'applicant', '1960-03-02'),
    member('丁', 'child', '1990-07-15'),
    member('戊', 'child', '1988-07-15'),
    member('己', 'grandchild', '2017-05-20'),
  );
  expect(survivorsOf(family, { deceased: '甲', day, parameters })).toMatchObject({ applicant: '戊' });
  expect(survivorsOf(family, { deceased: '甲', newApplicant: '丁', day, parameters })).toMatchObject({
    applicant: '丁',
    household: {
      members: [
        { name: '丁', relation: 'applicant' },
        { name: '戊', relation: 'sibling' },
        { name: '己', relation: 'child' },
      ],
    },
  });
});

test('somebody of eighteen can take the place, somebody a day younger cannot [CIVIL 17]', () => {
  const atEighteen = of(member('甲', 'applicant', '1980-03-02'), member('丁', 'child', '2008-09-07', { fullTimeStudent: true }));
  expect(survivorsOf(atEighteen, { deceased: '甲', day, parameters })).toMatchObject({ left: 'living', applicant: '丁' });
  const younger = of(member('甲', 'applicant', '1980-03-02'), member('丁', 'child', '2008-09-08'));
  expect(survivorsOf(younger, { deceased: '甲', day, parameters })).toEqual({ left: 'minors' });
  // What is in payment is not taken from them: the eldest stands for the household.
  const left = minorsLeft(younger, '甲');
  expect(left.members.filter(({ relation }) => relation === 'applicant')).toHaveLength(1);
  expect(left.members.map(({ name }) => name)).not.toContain('甲');
  expect(left.members[0]?.birth).toBe(left.members.map(({ birth }) => birth).toSorted()[0]);
});

test('nobody is left where the dead lived alone, or where the others do not count [M57 7]', () => {
  expect(survivorsOf(of(member('甲', 'applicant', '1950-03-02')), { deceased: '甲', day, parameters })).toEqual({ left: 'nobody' });
  const others = of(
    member('甲', 'applicant', '1950-03-02'),
    member('庚', 'child', '1980-03-02', { livesWith: false }),
    member('辛', 'other', '1980-03-02'),
    member('壬', 'sibling', '1955-03-02', { absence: 'prison' }),
  );
  expect(survivorsOf(others, { deceased: '甲', day, parameters })).toEqual({ left: 'nobody' });
});

test('an application of one person alone ends with that person [M57 8]', () => {
  const family = {
    ...of(member('甲', 'applicant', '1990-03-02'), member('乙', 'parent', '1960-07-15')),
    application: 'single-person' as const,
  };
  expect(survivorsOf(family, { deceased: '甲', day, parameters })).toEqual({ left: 'nobody' });
  expect(survivorsOf(family, { deceased: '乙', day, parameters })).toMatchObject({ left: 'living', applicant: '甲' });
});

test('the parents of the dead are a couple to each other, and no kin of the widow', () => {
  const family = of(member('甲', 'applicant', '1984-03-02'), member('癸', 'parent', '1955-03-02'), member('子', 'parent', '1957-03-02'));
  expect(survivorsOf(family, { deceased: '甲', day, parameters })).toMatchObject({
    household: {
      members: [
        { name: '癸', relation: 'applicant' },
        { name: '子', relation: 'spouse' },
      ],
    },
  });
  const withWidow = of(member('甲', 'applicant', '1984-03-02'), member('乙', 'spouse', '1986-03-02'), member('子', 'parent', '1957-03-02'));
  expect(candidatesAfter(withWidow, { deceased: '甲', day, parameters }).map(({ name }) => name)).toEqual(['乙', '子']);
  expect(survivorsOf(withWidow, { deceased: '甲', day, parameters })).toMatchObject({
    household: { members: [{ relation: 'applicant' }, { name: '子', relation: 'other' }] },
  });
});

function of(...members: HouseholdMember[]): Household {
  return { residence: 'urban', members, income: [], assets: [] };
}

function member(name: string, relation: Relation, birth: string, also: Partial<HouseholdMember> = {}): HouseholdMember {
  return { name, relation, birth, sex: 'male', ...also };
}
