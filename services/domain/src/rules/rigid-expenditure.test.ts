import { describe, expect, test } from 'vitest';
import { type Assessment, assess } from '../assessment.ts';
import { findHouseholdFaults, type Expenditure, type Household } from '../household.ts';
import { parametersFor, withFigure } from '../parameters.ts';
import { householdOf, liFang, reasonCodesOf, t1, zhangWei } from './cast.ts';

const longAgo = { ...liFang, livesWith: false, relation: 'parent' as const };

/** Zhang Wei with 2,000 yuan a month: 24,000 in twelve months, of which 60 % are 14,400. */
function rigidOf(expenditure: Expenditure[], { monthly = '2000', ...more }: Partial<Household> & { monthly?: string } = {}): Assessment {
  return assess({
    programme: 'rigid-expenditure',
    household: householdOf(more.members ?? [zhangWei], { income: [{ member: '张伟', kind: 'transfer', monthly }], expenditure, ...more }),
    day: '2026-09-01',
    parameters: t1,
  });
}

function spent(annual: string, more: Partial<Expenditure> = {}): Expenditure[] {
  return [{ kind: 'medical', annual, ...more }];
}

describe('RIGID 4: the share of necessary spending', () => {
  test.each([
    ['14400', false, 'SPENDING_NOT_OVER_SHARE'],
    ['14400.01', true, 'SPENDING_OVER_SHARE'],
  ])('%s yuan spent out of 24,000: %s', (annual, eligible, code) => {
    const assessment = rigidOf(spent(annual));
    expect(assessment).toMatchObject({ programme: 'rigid-expenditure', eligible, perCapita: '2000.00', monthly: '0.00' });
    expect(reasonCodesOf(assessment)).toEqual([code]);
  });

  // 1,300.01 × 12 × 0.6 = 9,360.072: a fen below the rounded-up limit is over the exact one.
  test.each([
    ['9360.07', false],
    ['9360.08', true],
  ])('rounding does not raise the limit: %s yuan out of 15,600.12: %s', (annual, eligible) => {
    expect(rigidOf(spent(annual), { monthly: '1300.01' }).eligible).toBe(eligible);
  });

  test('a household that names no spending is none', () => {
    expect(reasonCodesOf(rigidOf([]))).toEqual(['SPENDING_NOT_OVER_SHARE']);
    const household = householdOf([zhangWei], { income: [{ member: '张伟', kind: 'transfer', monthly: '2000' }] });
    expect(assess({ programme: 'rigid-expenditure', household, day: '2026-09-01', parameters: t1 }).eligible).toBe(false);
  });
});

describe('RIGID 4: the income', () => {
  // 36,000 a year are 3,000 a month.
  test.each([
    ['urban' as const, '2999.99', true],
    ['urban' as const, '3000', false],
    ['rural' as const, '1499.99', true],
    ['rural' as const, '1500', false],
  ])('%s, %s yuan a head a month: %s', (residence, monthly, eligible) => {
    const assessment = rigidOf(spent('40000'), { residence, monthly });
    expect(assessment.eligible).toBe(eligible);
    expect(reasonCodesOf(assessment)).toEqual([eligible ? 'SPENDING_OVER_SHARE' : 'INCOME_NOT_BELOW_DISPOSABLE']);
  });

  // The standard is 820, the limit of edge households 1,230.
  test.each([
    ['819.99', 'SUBSISTENCE_ALLOWANCE_GOES_FIRST'],
    ['820', 'EDGE_HOUSEHOLD_GOES_FIRST'],
    ['1229.99', 'EDGE_HOUSEHOLD_GOES_FIRST'],
    ['1230', 'SPENDING_OVER_SHARE'],
  ])('with %s yuan a head: %s', (monthly, code) => {
    const assessment = rigidOf(spent('40000'), { monthly });
    expect(reasonCodesOf(assessment)).toEqual([code]);
    expect(assessment.eligible).toBe(code === 'SPENDING_OVER_SHARE');
  });
});

test('all that fails is named, and assets keep a household out that nothing else helps either', () => {
  const assets: Household['assets'] = [{ kind: 'passenger-car' }];
  expect(reasonCodesOf(rigidOf(spent('40000'), { assets }))).toEqual(['PASSENGER_CAR']);
  expect(reasonCodesOf(rigidOf(spent('40000'), { assets, monthly: '700' }))).toEqual(['PASSENGER_CAR']);
  expect(reasonCodesOf(rigidOf([], { assets, monthly: '5000' }))).toEqual([
    'PASSENGER_CAR',
    'INCOME_NOT_BELOW_DISPOSABLE',
    'SPENDING_NOT_OVER_SHARE',
  ]);
});

test('a household of which nobody counts is none', () => {
  expect(reasonCodesOf(rigidOf(spent('40000'), { members: [{ ...zhangWei, absence: 'missing' }] }))).toEqual(['NO_COUNTED_MEMBER']);
});

describe('RIGID 5: what counts', () => {
  test('medical spending counts after what was paid back', () => {
    expect(rigidOf(spent('50000', { reimbursed: '35600' })).eligible).toBe(false);
    expect(rigidOf(spent('50000', { reimbursed: '35599.99' })).eligible).toBe(true);
  });

  test('education counts by the price list of public schools', () => {
    expect(rigidOf([{ kind: 'education', annual: '50000', publicPrice: '14400' }]).eligible).toBe(false);
    expect(rigidOf([{ kind: 'education', annual: '50000', publicPrice: '14400.01' }]).eligible).toBe(true);
    expect(rigidOf([{ kind: 'education', annual: '14400.01' }]).eligible).toBe(true);
    expect(rigidOf([{ kind: 'education', annual: '14400', publicPrice: '50000' }]).eligible).toBe(false);
  });

  test('basic living and the rehabilitation of the disabled count', () => {
    const halves = [
      { kind: 'basic-living' as const, annual: '7200' },
      { kind: 'disability-rehabilitation' as const, member: '张伟', annual: '7200.01' },
    ];
    expect(rigidOf(halves).eligible).toBe(true);
  });

  test('what the county has not added does not count, and what it has does', () => {
    const rent: Expenditure[] = [{ kind: 'housing', annual: '20000' }];
    expect(reasonCodesOf(rigidOf(rent))).toEqual(['SPENDING_NOT_OVER_SHARE']);
    const added = withFigure(t1, { id: 'rigid.spending.local', from: '2025-01-01', value: ['housing'] });
    const household = householdOf([zhangWei], { income: [{ member: '张伟', kind: 'transfer', monthly: '2000' }], expenditure: rent });
    expect(assess({ programme: 'rigid-expenditure', household, day: '2026-09-01', parameters: added }).eligible).toBe(true);
  });

  test('the spending of somebody who is not counted does not count', () => {
    const members = [zhangWei, longAgo];
    expect(rigidOf(spent('40000', { member: '李芳' }), { members }).eligible).toBe(false);
    expect(rigidOf(spent('40000', { member: '张伟' }), { members }).eligible).toBe(true);
  });
});

test('the article is the one in force on the day, and before the measures there is no such household', () => {
  const household = householdOf([zhangWei], {
    income: [{ member: '张伟', kind: 'transfer', monthly: '2000' }],
    expenditure: spent('20000'),
  });
  const on = (day: string) => assess({ programme: 'rigid-expenditure', household, day, parameters: t1 });
  expect(on('2025-01-01').reasons[0]?.source).toBe('RIGID 4');
  expect(on('2026-06-30').reasons[0]?.source).toBe('RIGID 4');
  expect(on('2026-07-01').reasons[0]?.source).toBe('LAW 22');
  expect(() => on('2024-12-31')).toThrow(/PARAMETER_UNKNOWN/);
  expect(() => assess({ programme: 'rigid-expenditure', household, day: '2026-09-01', parameters: parametersFor('national') })).toThrow(
    /PARAMETER_UNKNOWN/,
  );
});

test('spending of nobody, and more paid back than was paid, are faults', () => {
  const household = householdOf([zhangWei], { expenditure: [...spent('10', { member: '王五' }), ...spent('10', { reimbursed: '10.01' })] });
  expect(findHouseholdFaults(household, '2026-09-01')).toEqual([
    { code: 'SPENDING_OF_NOBODY', path: 'expenditure/0/member' },
    { code: 'REIMBURSED_MORE_THAN_PAID', path: 'expenditure/1/reimbursed' },
  ]);
  expect(findHouseholdFaults({ ...household, expenditure: spent('10', { reimbursed: '10' }) }, '2026-09-01')).toEqual([]);
});
