import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { findHouseholdFaults, Household } from './household.ts';
import { householdOf, liFang, wageOf, zhangWei, zhangXiaoyu } from './rules/cast.ts';

const day = '2026-09-01';
const family = householdOf([zhangWei, liFang, zhangXiaoyu], { income: [wageOf('张伟', '2100')] });

test('a family of three is a household without faults', () => {
  expect(Value.Check(Household, family)).toBe(true);
  expect(findHouseholdFaults(family, day)).toEqual([]);
});

describe('a name', () => {
  test.each(['李', '欧阳娜娜', '阿卜杜热西提·买买提', '𠮷野𠀋', '王 芳', 'O’Brien', '㭎'])('"%s" is one', (name) => {
    expect(Value.Check(Household, householdOf([{ ...zhangWei, name }]))).toBe(true);
  });
  test.each(['', ' ', ' 李', '李 ', '李\u0000', '李\n四', '\ud800', '李\udc00', '李\u202e四', '李\u200b', '李'.repeat(61)])(
    '%j is none',
    (name) => {
      expect(Value.Check(Household, householdOf([{ ...zhangWei, name }]))).toBe(false);
    },
  );
  test('has sixty characters at most, however rare', () => {
    expect(Value.Check(Household, householdOf([{ ...zhangWei, name: '𠮷'.repeat(60) }]))).toBe(true);
    expect(Value.Check(Household, householdOf([{ ...zhangWei, name: '𠮷'.repeat(61) }]))).toBe(false);
  });
});

describe('the form of a household', () => {
  test('takes one to thirty members', () => {
    const many = (count: number) => householdOf(Array.from({ length: count }, (_, i) => ({ ...zhangWei, name: `张${i}` })));
    expect([0, 1, 30, 31].map((count) => Value.Check(Household, many(count)))).toEqual([false, true, true, false]);
  });
  test('takes levels of disability from 1 to 4', () => {
    const disabled = (level: number) => householdOf([{ ...zhangWei, disability: { type: 'physical', level } }]);
    expect([0, 1, 4, 5, 2.5].map((level) => Value.Check(Household, disabled(level)))).toEqual([false, true, true, false, false]);
  });
  test('takes nothing that it does not know', () => {
    expect(Value.Check(Household, { ...family, phone: '1' })).toBe(false);
    expect(Value.Check(Household, { ...family, members: [{ ...zhangWei, phone: '1' }] })).toBe(false);
    expect(Value.Check(Household, { ...family, residence: 'suburban' })).toBe(false);
    expect(Value.Check(Household, { ...family, income: [{ member: '张伟', kind: 'wage', monthly: -1 }] })).toBe(false);
  });
});

describe('a fault', () => {
  test('is a household without applicant, or with two', () => {
    expect(findHouseholdFaults(householdOf([liFang]), day)).toEqual([{ code: 'NO_APPLICANT', path: 'members' }]);
    expect(findHouseholdFaults(householdOf([zhangWei, { ...liFang, relation: 'applicant' }]), day)).toEqual([
      { code: 'SEVERAL_APPLICANTS', path: 'members/1/relation' },
    ]);
  });
  test('is a name that stands twice', () => {
    expect(findHouseholdFaults(householdOf([zhangWei, { ...liFang, name: '张伟' }]), day)).toEqual([
      { code: 'NAME_TWICE', path: 'members/1/name' },
    ]);
  });
  test('is an income of nobody', () => {
    expect(findHouseholdFaults(householdOf([zhangWei], { income: [wageOf('张三', '1')] }), day)).toEqual([
      { code: 'INCOME_OF_NOBODY', path: 'income/0/member' },
    ]);
  });
  test('is a birth after the day; on the day it is none', () => {
    expect(findHouseholdFaults(householdOf([zhangWei, { ...zhangXiaoyu, birth: day }]), day)).toEqual([]);
    expect(findHouseholdFaults(householdOf([zhangWei, { ...zhangXiaoyu, birth: '2026-09-02' }]), day)).toEqual([
      { code: 'BORN_AFTER_DAY', path: 'members/1/birth' },
    ]);
  });
  test('is a death before the birth; on the day of birth it is none', () => {
    expect(findHouseholdFaults(householdOf([zhangWei, { ...zhangXiaoyu, diedOn: zhangXiaoyu.birth }]), day)).toEqual([]);
    expect(findHouseholdFaults(householdOf([zhangWei, { ...zhangXiaoyu, diedOn: '2017-05-19' }]), day)).toEqual([
      { code: 'DIED_BEFORE_BIRTH', path: 'members/1/diedOn' },
    ]);
  });
  test('is money without an amount; a car needs none', () => {
    expect(findHouseholdFaults(householdOf([zhangWei], { assets: [{ kind: 'passenger-car' }, { kind: 'deposit' }] }), day)).toEqual([
      { code: 'AMOUNT_MISSING', path: 'assets/1' },
    ]);
  });
});
