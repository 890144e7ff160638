import { expect, test } from 'vitest';
import { type Assessment, assess } from '../assessment.ts';
import type { Household } from '../household.ts';
import { householdOf, reasonCodesOf, t1, zhangWei } from './cast.ts';

function edgeOf(monthly: string, more: Partial<Household> = {}, day = '2026-09-01'): Assessment {
  const household = householdOf(more.members ?? [zhangWei], { income: [{ member: '张伟', kind: 'transfer', monthly }], ...more });
  return assess({ programme: 'edge-household', household, day, parameters: t1 });
}

// 820 × 1.5 = 1,230.
test.each([
  ['819.99', false, 'ENTITLED_TO_SUBSISTENCE_ALLOWANCE'],
  ['820', true, 'INCOME_BELOW_EDGE'],
  ['1229.99', true, 'INCOME_BELOW_EDGE'],
  ['1230', false, 'INCOME_NOT_BELOW_EDGE'],
])('with %s yuan a head, an edge household: %s, %s', (monthly, eligible, code) => {
  const assessment = edgeOf(monthly);
  expect(assessment).toMatchObject({
    programme: 'edge-household',
    eligible,
    edgeHousehold: eligible,
    base: '0.00',
    topUp: '0.00',
    monthly: '0.00',
  });
  expect(reasonCodesOf(assessment)).toEqual([code]);
});

test('assets over the limit keep a household out, whatever its income', () => {
  const assets: Household['assets'] = [{ kind: 'second-home' }];
  expect(reasonCodesOf(edgeOf('1000', { assets }))).toEqual(['SECOND_HOME']);
  expect(reasonCodesOf(edgeOf('100', { assets }))).toEqual(['SECOND_HOME']);
  expect(reasonCodesOf(edgeOf('2000', { assets }))).toEqual(['INCOME_NOT_BELOW_EDGE', 'SECOND_HOME']);
});

test('a household of which nobody counts is none', () => {
  expect(reasonCodesOf(edgeOf('0', { members: [{ ...zhangWei, absence: 'missing' }] }))).toEqual(['NO_COUNTED_MEMBER']);
});

test('the article is the one in force on the day', () => {
  expect(edgeOf('1000', {}, '2022-10-19').reasons[0]?.source).toBe('M57 8');
  expect(edgeOf('1000', {}, '2022-10-20').reasons[0]?.source).toBe('N2022 1(4)');
  expect(edgeOf('1000').reasons[0]?.source).toBe('LAW 21');
});
