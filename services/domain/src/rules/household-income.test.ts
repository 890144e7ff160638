import { describe, expect, test } from 'vitest';
import type { IncomeKind } from '../household.ts';
import { fen, formatYuan } from '../money.ts';
import { withFigure } from '../parameters.ts';
import { allowanceOf, householdOf, liFang, t1, wageOf, zhangWei } from './cast.ts';
import { netIncomeOf } from './household-income.ts';
import { countMembers } from './household-members.ts';

function netOf(income: Parameters<typeof householdOf>[1], day = '2026-09-01', parameters = t1): string {
  const household = householdOf([zhangWei, { ...liFang, absence: 'prison' }], income);
  const members = countMembers(household, day, parameters).counted;
  return formatYuan(netIncomeOf({ household, members, day, parameters }).fen);
}

function ofKind(kind: IncomeKind, day?: string): string {
  return netOf({ income: [{ member: '张伟', kind, monthly: '100' }] }, day);
}

describe('the cost of work', () => {
  test.each([
    // 20 % of 2,000 is 400, the cap; one fen more of wage counts in full.
    ['1999.99', '1599.99'],
    ['2000', '1600.00'],
    ['2000.01', '1600.01'],
    ['2100', '1700.00'],
    // A fraction of a fen goes to the worker: 20 % of 0.01 is rounded up to 0.01.
    ['0.01', '0.00'],
    ['0', '0.00'],
  ])('of a wage of %s leaves %s', (wage, net) => {
    expect(netOf({ income: [wageOf('张伟', wage)] })).toBe(net);
  });
  test('is capped per worker, not per wage', () => {
    expect(netOf({ income: [wageOf('张伟', '1500'), wageOf('张伟', '1500')] })).toBe('2600.00');
  });
  test('is taken off each worker', () => {
    const household = householdOf([zhangWei, liFang], { income: [wageOf('张伟', '3000'), wageOf('李芳', '3000')] });
    expect(allowanceOf(household).perCapita).toBe('2600.00');
  });
});

/** M57 13. */
test.each([
  ['business', '100.00'],
  ['property', '100.00'],
  ['transfer', '100.00'],
  ['support-received', '100.00'],
  ['residents-pension-local', '100.00'],
  ['other-pension', '100.00'],
  ['special-care-pension', '0.00'],
  ['family-planning-reward', '0.00'],
  ['scholarship', '0.00'],
  ['bravery-award', '0.00'],
  ['social-assistance', '0.00'],
  // Left out for extremely-poor support [M43 6], but not on the list of M57 13.
  ['old-age-allowance', '100.00'],
] as const)('of 100 yuan of %s, %s count', (kind, counted) => {
  expect(ofKind(kind)).toBe(counted);
});

test('the central part of the residents’ pension counts from the day after the 14th five-year plan', () => {
  expect(ofKind('residents-pension-central', '2025-12-31')).toBe('0.00');
  expect(ofKind('residents-pension-central', '2026-01-01')).toBe('100.00');
  expect(ofKind('residents-pension-local', '2025-12-31')).toBe('100.00');
});

test('what the place leaves out does not count either', () => {
  const local = withFigure(t1, { id: 'income.exemptions.local', from: '2026-01-01', value: ['old-age-allowance', 'scholarship'] });
  const income = { income: [{ member: '张伟', kind: 'old-age-allowance' as const, monthly: '100' }] };
  expect(netOf(income, '2026-09-01', local)).toBe('0.00');
});

test('income of who does not count does not count', () => {
  expect(netOf({ income: [wageOf('李芳', '5000')] })).toBe('0.00');
});

test('the cap is a figure like any other', () => {
  const capped = withFigure(t1, { id: 'income.employmentCostDeduction.cap', from: '2026-01-01', value: fen(10000) });
  expect(netOf({ income: [wageOf('张伟', '2100')] }, '2026-09-01', capped)).toBe('2000.00');
});
