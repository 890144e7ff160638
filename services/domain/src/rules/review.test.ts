// M57 = 最低生活保障审核确认办法: reviews (31), changes (32), gradual exit (33); N2022 1(3).
import { expect, test } from 'vitest';
import type { Household, HouseholdMember } from '../household.ts';
import { fen } from '../money.ts';
import { allowanceOf, householdOf, liFang, t1, wageOf, zhangWei, zhangXiaoyu } from './cast.ts';
import { isThroughWork } from './gradual-exit.ts';
import { canWork, findingOf, mayDiffer, reviewIntervalOf } from './review.ts';

const day = '2026-09-01';
const s1 = householdOf([zhangWei, { ...liFang, seriousIllness: true }, zhangXiaoyu], { income: [wageOf('张伟', '2100')] });

test('a household with a member who can work is reviewed every six months [M57 31]', () => {
  const interval = reviewIntervalOf(s1, day, t1);
  expect(interval.months).toMatchObject({ value: 6, parameter: 'review.interval.working@2021-07-01' });
  expect(interval.because).toMatchObject({ value: 'yes', operation: 'any', source: 'M57 31' });
});

test('a household that lives on a pension and that nobody can work for is reviewed every twelve months [M57 31]', () => {
  const old = householdOf([{ ...zhangWei, birth: '1950-03-02' }], { income: [{ member: '张伟', kind: 'other-pension', monthly: '500' }] });
  expect(reviewIntervalOf(old, day, t1).months.value).toBe(12);
});

test('income from wages or business is not stable, whoever earns it [M57 31]', () => {
  const old: HouseholdMember = { ...zhangWei, birth: '1950-03-02' };
  for (const kind of ['wage', 'business'] as const)
    expect(reviewIntervalOf(householdOf([old], { income: [{ member: '张伟', kind, monthly: '100' }] }), day, t1).months.value).toBe(6);
});

test.each([
  ['on the 18th birthday', { birth: '2008-09-01' }, true],
  ['the day before', { birth: '2008-09-02' }, false],
  ['the day before the 60th birthday', { birth: '1966-09-02' }, true],
  ['on the 60th birthday', { birth: '1966-09-01' }, false],
  ['severely disabled', { disability: { type: 'physical', level: 2 } }, false],
  ['seriously ill', { seriousIllness: true }, false],
  ['in full-time education', { fullTimeStudent: true }, false],
  ['said to be unable', { canWork: false }, false],
  ['said to be able at 70', { birth: '1956-01-01', canWork: true }, true],
] as [string, Partial<HouseholdMember>, boolean][])('who can work: %s', (_case, more, expected) => {
  expect(canWork({ ...zhangWei, ...more }, day, t1)).toBe(expected);
});

test('the finding follows from the assessment and the amount in force, a fen apart in each direction [M57 31–32]', () => {
  const assessment = allowanceOf(s1, day);
  expect(assessment.monthly).toBe('1006.00');
  const finding = (current: number) => findingOf({ assessment, current: fen(current), isThroughWork: false });
  expect(finding(100_600)).toBe('unchanged');
  expect(finding(100_599)).toBe('increase');
  expect(finding(100_601)).toBe('decrease');
});

test('whoever is over the standard leaves gradually by work, and at once otherwise [N2022 1(3)]', () => {
  const assessment = allowanceOf({ ...s1, income: [wageOf('张伟', '4000')] }, day);
  const finding = (isThroughWork: boolean) => findingOf({ assessment, current: fen(100_600), isThroughWork });
  expect(finding(true)).toBe('gradual-exit');
  expect(finding(false)).toBe('stop');
});

test('a reason may leave an amount, stop an award or let out gradually; none keeps, raises or cuts against the rules', () => {
  const entitled = { assessment: allowanceOf(s1, day), current: fen(90_000), isThroughWork: false };
  const over = { ...entitled, assessment: allowanceOf({ ...s1, income: [wageOf('张伟', '4000')] }, day) };
  const car = { ...entitled, assessment: allowanceOf({ ...s1, assets: [{ kind: 'passenger-car' }] }, day) };
  const allowed = (question: typeof entitled) =>
    (['unchanged', 'increase', 'decrease', 'stop', 'gradual-exit'] as const).filter((finding) => mayDiffer(finding, question));
  expect(allowed(entitled)).toEqual(['unchanged', 'stop']);
  expect(allowed(over)).toEqual(['stop', 'gradual-exit']);
  expect(allowed(car)).toEqual(['stop']);
});

test('it is work that lifted the household when its old earnings would leave it entitled [M57 33]', () => {
  const through = (after: Household, before = s1) =>
    isThroughWork({ programme: 'subsistence-allowance', before, after, day, parameters: t1 });
  expect(through({ ...s1, income: [wageOf('张伟', '4000')] })).toBe(true);
  expect(through({ ...s1, income: [{ member: '张伟', kind: 'business', monthly: '4000' }] })).toBe(true);
  // A pension is no work, a car is none, and a household that is entitled leaves nowhere.
  expect(through({ ...s1, income: [...s1.income, { member: '李芳', kind: 'other-pension', monthly: '2000' }] })).toBe(false);
  expect(through({ ...s1, income: [wageOf('张伟', '4000')], assets: [{ kind: 'passenger-car' }] })).toBe(false);
  expect(through(s1)).toBe(false);
  // What somebody earned who is not there any more is nobody's old earnings.
  const both = { ...s1, income: [wageOf('张伟', '1000'), wageOf('李芳', '1000')] };
  expect(through(householdOf([zhangWei, zhangXiaoyu], { income: [wageOf('张伟', '4000')] }), both)).toBe(true);
  // With a member fewer the same wage is over the standard; that is not by work.
  expect(through(householdOf([zhangWei, zhangXiaoyu], { income: [wageOf('张伟', '2100')] }))).toBe(false);
});
