import { describe, expect, test } from 'vitest';
import { parametersFor } from '../parameters.ts';
import { timeLimitsOf } from './time-limits.ts';

const parameters = parametersFor('demo');

describe('how long an allowance takes', () => {
  test('the township decides in twenty working days since N2022, and in thirty before', () => {
    const on = (day: string) => timeLimitsOf('subsistence-allowance', { mode: 'delegated', day, parameters }).decision;
    expect(on('2022-10-20')).toMatchObject({ days: 20, unit: 'working', source: 'N2022 4(1)' });
    expect(on('2022-10-19')).toMatchObject({ days: 30, source: 'M57 22' });
  });

  test('the county decides in thirty, special cases take up to forty-five, and the notice hangs for seven days', () => {
    const told = timeLimitsOf('subsistence-allowance', { mode: 'county', day: '2026-09-09', parameters });
    expect(told.decision.days).toBe(30);
    expect(told.extended.days).toBe(45);
    expect(told.notice).toMatchObject({ days: 7, unit: 'calendar', source: 'M57 19' });
  });
});

test('a rigid-expenditure household hears in thirty working days and is not posted', () => {
  const told = timeLimitsOf('rigid-expenditure', { mode: 'county', day: '2026-09-09', parameters });
  expect(told.decision.days).toBe(30);
  expect(told.extended.days).toBe(45);
  expect(told.notice).toBeUndefined();
});

test('temporary aid is decided in fifteen working days, which nothing lengthens, and posted for seven days', () => {
  const told = timeLimitsOf('temporary-aid', { mode: 'delegated', day: '2026-09-09', parameters });
  expect([told.decision.days, told.extended.days, told.notice]).toEqual([15, 15, { days: 7, unit: 'calendar', source: '演示参数' }]);
});

test('nobody is told how long a call to the hotline takes: it is no assistance that one applies for', () => {
  expect(() => timeLimitsOf('hotline', { mode: 'delegated', day: '2026-09-09', parameters })).toThrow(/PROGRAMME_NOT_OFFERED/);
});
