import { describe, expect, test } from 'vitest';
import { assess } from '../assessment.ts';
import type { Household, HouseholdMember } from '../household.ts';
import { fen } from '../money.ts';
import { withFigure } from '../parameters.ts';
import { allowanceOf, householdOf, liFang, reasonCodesOf, t1, wageOf, zhangWei, zhangXiaoyu } from './cast.ts';

const familyOfThree = householdOf([zhangWei, { ...liFang, seriousIllness: true }, zhangXiaoyu], {
  income: [wageOf('张伟', '2100')],
  assets: [{ kind: 'deposit', amount: '6000' }],
});

/** Alone in town, with so much a month. */
function aloneWith(monthly: string, more: Partial<HouseholdMember> = {}): Household {
  return householdOf([{ ...zhangWei, ...more }], { income: [{ member: '张伟', kind: 'transfer', monthly }] });
}

describe('the family of three', () => {
  // Deduction 400, net 1,700; 820 × 3 − 1,700 = 760; wife 123, child 123.
  test('gets 1,006 yuan: 760 and two top-ups', () => {
    expect(allowanceOf(familyOfThree)).toMatchObject({
      eligible: true,
      perCapita: '566.67',
      base: '760.00',
      topUp: '246.00',
      monthly: '1006.00',
      reasons: [{ code: 'INCOME_BELOW_STANDARD', source: 'LAW 18' }],
      edgeHousehold: false,
      singlePersonRoute: [],
      demo: true,
      parameters: t1.version,
    });
  });
  test('gets 506 yuan when the wife earns 500 net', () => {
    expect(allowanceOf({ ...familyOfThree, income: [wageOf('张伟', '2100'), wageOf('李芳', '625')] })).toMatchObject({
      base: '260.00',
      topUp: '246.00',
      monthly: '506.00',
    });
  });
  test('is an edge household at 1,200 yuan a head, and the wife could apply alone', () => {
    expect(allowanceOf({ ...familyOfThree, income: [wageOf('张伟', '4000')] })).toMatchObject({
      eligible: false,
      perCapita: '1200.00',
      base: '0.00',
      topUp: '0.00',
      monthly: '0.00',
      edgeHousehold: true,
      singlePersonRoute: ['李芳'],
    });
  });
});

test('a family of four with 1,800 net gets 1,480, and 880 when a rent of 600 is found', () => {
  const four = [
    zhangWei,
    liFang,
    { ...zhangWei, name: '甲', relation: 'parent' as const, birth: '1967-01-01' },
    { ...zhangWei, name: '乙', relation: 'parent' as const, birth: '1967-01-01' },
  ];
  const pension = { member: '张伟', kind: 'other-pension' as const, monthly: '1800' };
  expect(allowanceOf(householdOf(four, { income: [pension] })).base).toBe('1480.00');
  expect(allowanceOf(householdOf(four, { income: [pension, { member: '张伟', kind: 'property', monthly: '600' }] })).base).toBe('880.00');
});

describe('the rural couple with 46,000 yuan and a car', () => {
  const couple = householdOf([zhangWei, liFang], { residence: 'rural', income: [{ member: '张伟', kind: 'business', monthly: '600' }] });
  test('is refused for both', () => {
    const assessment = allowanceOf({ ...couple, assets: [{ kind: 'deposit', amount: '46000' }, { kind: 'passenger-car' }] });
    expect(assessment).toMatchObject({ eligible: false, perCapita: '300.00', monthly: '0.00', edgeHousehold: false });
    expect(reasonCodesOf(assessment)).toEqual(['DEPOSITS_OVER_LIMIT', 'PASSENGER_CAR']);
  });
  test('is refused for the deposits when the car turns out to be sold', () => {
    expect(reasonCodesOf(allowanceOf({ ...couple, assets: [{ kind: 'deposit', amount: '46000' }] }))).toEqual(['DEPOSITS_OVER_LIMIT']);
  });
});

describe('the standard [LAW 18]', () => {
  test('is a limit that income must lie below: 819.99 does, 820.00 does not', () => {
    expect(allowanceOf(aloneWith('819.99'))).toMatchObject({ eligible: true, base: '1.00' });
    const at = allowanceOf(aloneWith('820'));
    expect(at).toMatchObject({ eligible: false, monthly: '0.00' });
    expect(reasonCodesOf(at)).toEqual(['INCOME_NOT_BELOW_STANDARD']);
  });
  test('is compared with the total: a fen less than three standards is below, though it shows as 820.00 a head', () => {
    const three = householdOf([zhangWei, liFang, zhangXiaoyu], { income: [{ member: '张伟', kind: 'transfer', monthly: '2459.99' }] });
    expect(allowanceOf(three)).toMatchObject({ eligible: true, perCapita: '820.00', base: '1.00' });
  });
  test('in the country is that of the country', () => {
    expect(allowanceOf({ ...aloneWith('579.99'), residence: 'rural' })).toMatchObject({ eligible: true, base: '1.00' });
    expect(allowanceOf({ ...aloneWith('580'), residence: 'rural' }).eligible).toBe(false);
  });
  test('carries the article that is in force on the day', () => {
    expect(allowanceOf(aloneWith('0'), '2026-06-30').reasons).toEqual([{ code: 'INCOME_BELOW_STANDARD', source: 'SC649 9' }]);
    expect(allowanceOf(aloneWith('0'), '2026-07-01').reasons).toEqual([{ code: 'INCOME_BELOW_STANDARD', source: 'LAW 18' }]);
  });
});

describe('assets [M57 14]', () => {
  const with_ = (...assets: Household['assets']) => reasonCodesOf(allowanceOf({ ...aloneWith('0'), assets }));
  test('of 24 standards a head are within the limit, a fen more is not', () => {
    expect(with_({ kind: 'deposit', amount: '19680' })).toEqual(['INCOME_BELOW_STANDARD']);
    expect(with_({ kind: 'deposit', amount: '19680.01' })).toEqual(['DEPOSITS_OVER_LIMIT']);
  });
  test('are added up: deposits, securities and insurance', () => {
    const amount = '6560';
    expect(with_({ kind: 'deposit', amount }, { kind: 'security', amount }, { kind: 'insurance', amount })).toEqual([
      'INCOME_BELOW_STANDARD',
    ]);
    expect(with_({ kind: 'deposit', amount }, { kind: 'security', amount }, { kind: 'insurance', amount: '6560.01' })).toEqual([
      'DEPOSITS_OVER_LIMIT',
    ]);
  });
  test.each([
    ['passenger-car', 'PASSENGER_CAR'],
    ['second-home', 'SECOND_HOME'],
    ['company', 'COMPANY'],
  ] as const)('with a %s are over the limit, whatever it is worth', (kind, code) => {
    expect(with_({ kind })).toEqual([code]);
    expect(with_({ kind, amount: '0' })).toEqual([code]);
  });
  test('and income that both fail are both told', () => {
    expect(reasonCodesOf(allowanceOf({ ...aloneWith('900'), assets: [{ kind: 'company' }] }))).toEqual([
      'INCOME_NOT_BELOW_STANDARD',
      'COMPANY',
    ]);
  });
});

describe('a top-up [M57 27]', () => {
  const topUpOf = (more: Partial<HouseholdMember>) => allowanceOf(aloneWith('0', more)).topUp;
  test.each<[string, Partial<HouseholdMember>, string]>([
    ['at 60', { birth: '1966-09-01' }, '123.00'],
    ['a day before 60, not', { birth: '1966-09-02' }, '0.00'],
    ['a day before 18', { birth: '2008-09-02' }, '123.00'],
    ['at 18, not', { birth: '2008-09-01' }, '0.00'],
    ['with a disability of level 1', { disability: { type: 'visual', level: 1 } }, '123.00'],
    ['with a disability of level 2', { disability: { type: 'hearing', level: 2 } }, '123.00'],
    ['with a physical one of level 3, not', { disability: { type: 'physical', level: 3 } }, '0.00'],
    ['with an intellectual one of level 3', { disability: { type: 'intellectual', level: 3 } }, '123.00'],
    ['with a mental one of level 3', { disability: { type: 'mental', level: 3 } }, '123.00'],
    ['with a mental one of level 4, not', { disability: { type: 'mental', level: 4 } }, '0.00'],
    ['seriously ill', { seriousIllness: true }, '123.00'],
    [
      'seriously ill, disabled and old: once',
      { birth: '1950-01-01', seriousIllness: true, disability: { type: 'mental', level: 1 } },
      '123.00',
    ],
  ])('%s', (_, more, topUp) => {
    expect(topUpOf(more)).toBe(topUp);
  });
  test('is the highest of those a person falls under', () => {
    const parameters = withFigure(t1, { id: 'topUp.severeIllness', from: '2026-01-01', value: '0.3' });
    const household = aloneWith('0', { birth: '1950-01-01', seriousIllness: true });
    expect(assess({ programme: 'subsistence-allowance', household, day: '2026-09-01', parameters }).topUp).toBe('246.00');
  });
  test('is not paid for who does not count', () => {
    expect(allowanceOf(householdOf([zhangWei, { ...zhangXiaoyu, relation: 'other' }])).topUp).toBe('0.00');
  });
});

describe('the amount [M57 23]', () => {
  test('is rounded up to a yuan once, on the total', () => {
    const household = householdOf([zhangWei, liFang, zhangXiaoyu], { income: [{ member: '张伟', kind: 'transfer', monthly: '0.01' }] });
    expect(allowanceOf(household).base).toBe('2460.00');
  });
  test('is left to the fen where the place does not round', () => {
    const parameters = withFigure(t1, { id: 'rounding', from: '2026-01-01', value: 'fen' });
    expect(assess({ programme: 'subsistence-allowance', household: aloneWith('0.01'), day: '2026-09-01', parameters }).base).toBe('819.99');
  });
  test('is not worked out where the place pays by tiers', () => {
    const parameters = withFigure(t1, { id: 'benefitForm', from: '2026-01-01', value: 'tiers' });
    const tiers = (monthly: string) => () =>
      assess({ programme: 'subsistence-allowance', household: aloneWith(monthly), day: '2026-09-01', parameters });
    expect(tiers('0')).toThrow(/PARAMETER_UNKNOWN/);
    expect(tiers('900')).not.toThrow();
  });
  test('follows a proposed standard', () => {
    const parameters = withFigure(t1, { id: 'lowStandard.urban', from: '2026-09-01', value: fen(90000) });
    const question = { programme: 'subsistence-allowance', household: familyOfThree, parameters };
    // 900 × 3 − 1,700 = 1,000 and 2 × 135.
    expect(assess({ ...question, day: '2026-09-01' }).monthly).toBe('1270.00');
    expect(assess({ ...question, day: '2026-08-31' }).monthly).toBe('1006.00');
  });
});

test('a household of which nobody counts is not entitled', () => {
  const assessment = allowanceOf(householdOf([{ ...zhangWei, absence: 'prison' }]));
  expect(assessment).toMatchObject({ eligible: false, perCapita: '0.00', monthly: '0.00', edgeHousehold: false });
  expect(reasonCodesOf(assessment)).toEqual(['NO_COUNTED_MEMBER']);
});

test('a day before the rules is refused, and so is a programme without rules', () => {
  expect(() => allowanceOf(familyOfThree, '2021-06-30')).toThrow(/PARAMETER_UNKNOWN/);
  expect(() => assess({ programme: 'hotline', household: familyOfThree, day: '2026-09-01', parameters: t1 })).toThrow(
    /PROGRAMME_NOT_OFFERED/,
  );
});
