// M57 = 最低生活保障审核确认办法, articles 25 and 32.
import { expect, test } from 'vitest';
import { fen } from '../money.ts';
import { t1 } from './cast.ts';
import { type AwardAmount, entitlementOf, monthsToPay, payListDay } from './entitlement.ts';

/** S19: 1,006 from February, 506 from August. */
const lowered: AwardAmount[] = [
  { from: '2026-02', monthly: fen(100_600) },
  { from: '2026-08', monthly: fen(50_600) },
];

test('an amount holds from its month until the next one begins', () => {
  expect(entitlementOf(lowered, '2026-01')).toBe(0);
  expect(entitlementOf(lowered, '2026-02')).toBe(100_600);
  expect(entitlementOf(lowered, '2026-07')).toBe(100_600);
  expect(entitlementOf(lowered, '2026-08')).toBe(50_600);
  expect(entitlementOf(lowered, '2031-01')).toBe(50_600);
  expect(entitlementOf([], '2026-01')).toBe(0);
});

test('of two amounts from the same month the later decision holds', () => {
  const twice = [...lowered, { from: '2026-08', monthly: fen(60_000) }];
  expect(entitlementOf(twice, '2026-08')).toBe(60_000);
});

test('what is due are the months that were not listed, and no month with nothing', () => {
  const stopped = [...lowered, { from: '2026-09', monthly: fen(0) }];
  expect(monthsToPay(stopped, { upTo: '2026-10', listed: new Set(['2026-02', '2026-03', '2026-05', '2026-06', '2026-07']) })).toEqual([
    { month: '2026-04', fen: 100_600 },
    { month: '2026-08', fen: 50_600 },
  ]);
  expect(monthsToPay(lowered, { upTo: '2026-01', listed: new Set() })).toEqual([]);
  expect(monthsToPay([], { upTo: '2026-01', listed: new Set() })).toEqual([]);
});

test('months go on over the end of the year', () => {
  expect(monthsToPay([{ from: '2026-12', monthly: fen(100) }], { upTo: '2027-01', listed: new Set() }).map(({ month }) => month)).toEqual([
    '2026-12',
    '2027-01',
  ]);
});

test('the list is made five days before the tenth, and never before its month', () => {
  expect(payListDay('2026-02', t1)).toBe('2026-02-05');
  const soon = {
    ...t1,
    figures: new Map(t1.figures).set('pay.listDaysBefore', [{ from: '2021-07-01', value: 20, parameter: 'x', source: 'x' }]),
  };
  expect(payListDay('2026-02', soon)).toBe('2026-02-01');
});
