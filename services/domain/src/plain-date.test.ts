import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  ageOn,
  dayOf,
  daysBetween,
  endOfDay,
  Instant,
  instantAt,
  monthAfter,
  PlainDate,
  startOfDay,
  weekdayOf,
} from './plain-date.ts';

describe('a civil day', () => {
  test.each(['1900-01-01', '2026-11-23', '2024-02-29', '2199-12-31'])('%s is one', (day) => {
    expect(Value.Check(PlainDate, day)).toBe(true);
  });
  test.each(['1899-12-31', '2200-01-01', '2026-02-29', '2026-13-01', '2026-9-1', '2026-09-01T00:00', '', 20260901])('%s is none', (day) => {
    expect(Value.Check(PlainDate, day)).toBe(false);
  });
});

describe('an instant', () => {
  test.each(['2026-09-09T01:00:00Z', '2026-09-09T01:00:00.123Z'])('%s is one', (instant) => {
    expect(Value.Check(Instant, instant)).toBe(true);
  });
  test.each(['2026-09-09T01:00:00', '2026-09-09T09:00:00+08:00', '2026-09-09', '2026-09-09T25:00:00Z'])('%s is none', (instant) => {
    expect(Value.Check(Instant, instant)).toBe(false);
  });
});

test('a person turns sixty on the birthday and not the day before', () => {
  expect(ageOn('1966-09-02', '2026-09-01')).toBe(59);
  expect(ageOn('1966-09-01', '2026-09-01')).toBe(60);
});

test('who was born on 29 February turns a year older on 1 March of a common year', () => {
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
});

test('days and months are added by the civil calendar', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-09-01', '2026-10-01')).toBe(30);
  expect(daysBetween('2026-10-01', '2026-09-01')).toBe(-30);
  expect(addMonths('2026-08-31', 1)).toBe('2026-09-30');
  expect(monthAfter('2026-12-31')).toBe('2027-01');
  expect(weekdayOf('2026-09-20')).toBe(7);
});

test('a day begins and ends in the township, eight hours before Greenwich', () => {
  expect(startOfDay('2026-09-01')).toBe('2026-08-31T16:00:00Z');
  expect(endOfDay('2026-09-01')).toBe('2026-09-01T16:00:00Z');
  expect(instantAt('2026-09-01', '09:30')).toBe('2026-09-01T01:30:00Z');
  expect(dayOf('2026-08-31T15:59:59.999Z')).toBe('2026-08-31');
  expect(dayOf('2026-08-31T16:00:00Z')).toBe('2026-09-01');
});

test('the summer time of 1986 to 1991 is kept', () => {
  expect(startOfDay('1988-07-01')).toBe('1988-06-30T15:00:00Z');
});

test('twelve hours from nine in the morning end at nine in the evening of the same day', () => {
  expect(addHours(instantAt('2026-09-18', '09:00'), 12)).toBe(instantAt('2026-09-18', '21:00'));
});
