import { describe, expect, test } from 'vitest';
import { type Assessment, assess } from '../assessment.ts';
import type { Household, HouseholdMember, Income } from '../household.ts';
import { withFigure } from '../parameters.ts';
import { aloneFrom } from './single-person.ts';
import { allowanceOf, householdOf, reasonCodesOf, t1, wageOf } from './cast.ts';

/** Huang Zhiqiang, 34, severely disabled and without work, lives with his parents; 3,150 / 3 = 1,050 yuan a head. */
const zhiqiang: HouseholdMember = {
  name: '黄志强',
  relation: 'applicant',
  birth: '1992-01-08',
  sex: 'male',
  disability: { type: 'physical', level: 2 },
};
const father: HouseholdMember = { name: '黄大山', relation: 'parent', birth: '1961-04-12', sex: 'male' };
const mother: HouseholdMember = { name: '罗桂花', relation: 'parent', birth: '1963-09-30', sex: 'female' };
const pension: Income = { member: '黄大山', kind: 'other-pension', monthly: '3150' };
const upkeep: Income = { member: '黄志强', kind: 'support-received', monthly: '500' };

function family(applicant: Partial<HouseholdMember> = {}, more: Partial<Household> = {}): Household {
  return householdOf([{ ...zhiqiang, ...applicant }, father, mother], { income: [pension], ...more });
}

function aloneOf(household: Household, day?: string): Assessment {
  return allowanceOf({ ...household, application: 'single-person' }, day);
}

test('the son of an edge household gets 820 and 123 alone, where the family gets nothing', () => {
  expect(allowanceOf(family())).toMatchObject({
    eligible: false,
    perCapita: '1050.00',
    edgeHousehold: true,
    singlePersonRoute: ['黄志强'],
  });
  expect(aloneOf(family())).toMatchObject({
    eligible: true,
    perCapita: '0.00',
    base: '820.00',
    topUp: '123.00',
    monthly: '943.00',
    edgeHousehold: true,
    reasons: [{ code: 'INCOME_BELOW_STANDARD', source: 'LAW 18' }],
  });
});

describe('who may apply alone [M57 8]', () => {
  test.each<[string, Partial<HouseholdMember>, boolean]>([
    ['level 3, mental', { disability: { type: 'mental', level: 3 } }, true],
    ['level 3, physical', { disability: { type: 'physical', level: 3 } }, false],
    ['no certificate, seriously ill', { disability: undefined, seriousIllness: true }, true],
    ['no certificate', { disability: undefined }, false],
  ])('%s: %s', (_, more, eligible) => {
    const assessment = aloneOf(family(more));
    expect(assessment.eligible).toBe(eligible);
    expect(reasonCodesOf(assessment)).toEqual([eligible ? 'INCOME_BELOW_STANDARD' : 'NOT_SINGLE_PERSON_CATEGORY']);
    expect(allowanceOf(family(more)).singlePersonRoute).toEqual(eligible ? ['黄志强'] : []);
  });

  test('nobody out of a household that is entitled itself: it is not admitted in part [N2022 1(1)]', () => {
    expect(reasonCodesOf(aloneOf(family({}, { income: [] })))).toEqual(['ENTITLED_TO_SUBSISTENCE_ALLOWANCE']);
  });

  test('nobody out of a household at the raised limit: 3 × 1,230 = 3,690', () => {
    const at = (monthly: string) => family({}, { income: [{ ...pension, monthly }] });
    expect(aloneOf(at('3689.99')).eligible).toBe(true);
    expect(reasonCodesOf(aloneOf(at('3690')))).toEqual(['NOT_EDGE_HOUSEHOLD']);
    expect(allowanceOf(at('3690')).singlePersonRoute).toEqual([]);
  });

  test('nobody out of a household with a car', () => {
    const car: Household['assets'] = [{ kind: 'passenger-car' }];
    expect(reasonCodesOf(aloneOf(family({}, { assets: car })))).toEqual(['NOT_EDGE_HOUSEHOLD', 'PASSENGER_CAR']);
    expect(reasonCodesOf(aloneOf(family({}, { assets: car, income: [] })))).toEqual(['NOT_EDGE_HOUSEHOLD', 'PASSENGER_CAR']);
  });

  test('nobody from prison', () => {
    const income = [{ ...pension, monthly: '2100' }];
    expect(reasonCodesOf(aloneOf(family({ absence: 'prison' }, { income })))).toEqual(['NO_COUNTED_MEMBER']);
  });

  test('nobody who has died [CIVIL 13]', () => {
    const income = [{ ...pension, monthly: '2100' }];
    expect(reasonCodesOf(aloneOf(family({ diedOn: '2026-08-31' }, { income })))).toEqual(['NO_COUNTED_MEMBER']);
  });

  test('a monk who left home three years ago, tested by himself', () => {
    const monk = householdOf([{ ...zhiqiang, disability: undefined, absence: 'clergy-apart-three-years' }], {
      residence: 'rural',
    });
    expect(aloneOf(monk)).toMatchObject({ eligible: true, base: '580.00', topUp: '0.00' });
    expect(reasonCodesOf(aloneOf({ ...monk, assets: [{ kind: 'deposit', amount: '13920.01' }] }))).toEqual(['DEPOSITS_OVER_LIMIT']);
    expect(aloneOf({ ...monk, assets: [{ kind: 'deposit', amount: '13920' }] }).eligible).toBe(true);
  });
});

describe('own income', () => {
  const withOwn = (monthly: string) =>
    family(
      {},
      {
        income: [
          { ...pension, monthly: '2000' },
          { member: '黄志强', kind: 'property', monthly },
        ],
      },
    );
  test('is taken off', () => {
    expect(aloneOf(withOwn('800.50'))).toMatchObject({ perCapita: '800.50', base: '20.00', monthly: '143.00' });
  });
  test('at the standard leaves none, and the way is not shown', () => {
    expect(aloneOf(withOwn('819.99')).eligible).toBe(true);
    expect(reasonCodesOf(aloneOf(withOwn('820')))).toEqual(['INCOME_NOT_BELOW_STANDARD']);
    expect(allowanceOf(withOwn('820')).singlePersonRoute).toEqual([]);
  });
  test('that fails and a category that is missing are both told', () => {
    const household = { ...withOwn('820'), members: [{ ...zhiqiang, disability: undefined as never }, father, mother] };
    expect(reasonCodesOf(aloneOf(household))).toEqual(['NOT_SINGLE_PERSON_CATEGORY', 'INCOME_NOT_BELOW_STANDARD']);
  });
});

describe('upkeep [N2022 1(1)]', () => {
  const kept = (more: Partial<HouseholdMember> = {}, ...others: HouseholdMember[]) =>
    householdOf([{ ...zhiqiang, ...more }, ...others], { income: [{ ...pension, member: others[0].name, monthly: '1500' }, upkeep] });
  const young: HouseholdMember = { ...father, birth: '1970-01-01' };

  test('from parents of 60 is disregarded, from younger ones not', () => {
    expect(aloneOf(kept({}, { ...father, birth: '1966-09-01' })).perCapita).toBe('0.00');
    expect(aloneOf(kept({}, { ...father, birth: '1966-09-02' })).perCapita).toBe('500.00');
  });
  test('from a sister is disregarded', () => {
    expect(aloneOf(kept({}, { ...mother, relation: 'sibling', birth: '1990-01-01' })).perCapita).toBe('0.00');
  });
  test('of a member who is not the applicant is seen from that member', () => {
    const applicant: HouseholdMember = { ...father, relation: 'applicant', birth: '1970-01-01' };
    const son: HouseholdMember = { ...zhiqiang, relation: 'child', birth: '1995-01-01' };
    const daughter: HouseholdMember = { ...mother, relation: 'child', birth: '1996-01-01' };
    const income: Income[] = [
      { ...pension, monthly: '1500' },
      { ...upkeep, monthly: '900' },
    ];
    expect(
      allowanceOf(householdOf([applicant, son, daughter], { income: [...income, { ...pension, monthly: '200' }] })).singlePersonRoute,
    ).toEqual(['黄志强']);
    expect(allowanceOf(householdOf([applicant, son], { income })).singlePersonRoute).toEqual([]);
  });
  test('counts for who works, is slightly disabled, or is a minor', () => {
    const working = kept({}, father);
    expect(aloneOf({ ...working, income: [...working.income, wageOf('黄志强', '100')] }).perCapita).toBe('580.00');
    expect(aloneOf(kept({ disability: { type: 'physical', level: 3 }, seriousIllness: true }, father)).perCapita).toBe('500.00');
    expect(aloneOf(kept({ birth: '2008-09-02' }, father)).perCapita).toBe('500.00');
  });
  test('counts where the place does not disregard it', () => {
    expect(aloneOf(kept({}, father, young), '2022-10-19').perCapita).toBe('500.00');
    expect(aloneOf(kept({}, father, young), '2022-10-20').perCapita).toBe('0.00');
  });
});

test('a place that pays a fixed amount is not guessed at', () => {
  const parameters = withFigure(t1, { id: 'singlePerson.amount', from: '2026-01-01', value: 'fixed' });
  const household = family({}, { application: 'single-person' });
  expect(() => assess({ programme: 'subsistence-allowance', household, day: '2026-09-01', parameters })).toThrow(/PARAMETER_UNKNOWN/);
});

describe('an edge household that is on record [M57 8(1)]', () => {
  const alone = householdOf([zhiqiang], { application: 'single-person' });
  const on = (household: Household, recognition?: string) =>
    assess({
      programme: 'subsistence-allowance',
      household,
      day: '2026-09-01',
      parameters: t1,
      ...(recognition === undefined ? {} : { recognition }),
    });

  test('is not tested a second time: its member states nothing but what concerns him alone', () => {
    const assessment = on(alone, 'BY20260901-0001');
    expect(assessment).toMatchObject({ eligible: true, monthly: '943.00', edgeHousehold: true });
    expect(JSON.stringify(assessment.because.eligible)).toContain('recognition/BY20260901-0001');
  });

  test('without it, the family that is left out is missed: nobody is admitted in part [N2022 1(1)]', () => {
    expect(reasonCodesOf(on(alone))).toEqual(['ENTITLED_TO_SUBSISTENCE_ALLOWANCE']);
  });

  test('does not help a member whose own income reaches the standard, or who is of no category', () => {
    const earning = householdOf([zhiqiang], {
      application: 'single-person',
      income: [{ member: '黄志强', kind: 'transfer', monthly: '820' }],
    });
    expect(reasonCodesOf(on(earning, 'BY20260901-0001'))).toEqual(['INCOME_NOT_BELOW_STANDARD']);
    const { disability: _, ...healthy } = zhiqiang;
    const other = householdOf([healthy], { application: 'single-person' });
    expect(reasonCodesOf(on(other, 'BY20260901-0001'))).toEqual(['NOT_SINGLE_PERSON_CATEGORY']);
  });

  test('a member of the clergy who lives apart is tested by himself all the same [M57 8(3)]', () => {
    const monk: HouseholdMember = { ...zhiqiang, absence: 'clergy-apart-three-years' };
    const rich = householdOf([monk], { application: 'single-person', assets: [{ kind: 'passenger-car' }] });
    expect(reasonCodesOf(on(rich, 'BY20260901-0001'))).toEqual(['PASSENGER_CAR']);
  });
});

test('what is known of a member begins the application alone, and nothing of the others goes into it', () => {
  const known = aloneFrom(
    family({ relation: 'child' }, { income: [pension, upkeep], assets: [{ kind: 'deposit', amount: '6000' }] }),
    '黄志强',
  );
  expect(known).toEqual({
    residence: 'urban',
    application: 'single-person',
    members: [zhiqiang],
    income: [upkeep],
    assets: [],
  });
  expect(aloneFrom(family(), '王五')).toBeUndefined();
});
