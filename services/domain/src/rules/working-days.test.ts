import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../calendar.generated.ts';
import { addDays } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import {
  addWorkingDays,
  deadline,
  endOfPeriod,
  isWorkingDay,
  nextWorkingDay,
  withLocalHolidays,
  workingDaysBetween,
} from './working-days.ts';

describe('working days after an acceptance', () => {
  test.each([
    ['2026-09-07', 3, '2026-09-10'],
    // 2026-09-20 is a Sunday on which work is done, 2026-10-10 a Saturday.
    ['2026-09-07', 10, '2026-09-20'],
    ['2026-09-07', 20, '2026-10-10'],
    ['2026-09-07', 45, '2026-11-13'],
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-09-18', 45, '2026-11-26'],
    ['2026-11-02', 20, '2026-11-30'],
    ['2026-11-02', 30, '2026-12-14'],
    // Cases of the demo county.
    ['2026-09-14', 3, '2026-09-17'],
    ['2026-09-15', 3, '2026-09-18'],
    ['2026-09-14', 20, '2026-10-16'],
    ['2026-09-01', 20, '2026-09-29'],
    ['2026-09-01', 45, '2026-11-09'],
    ['2026-09-07', 15, '2026-09-28'],
    ['2026-09-19', 5, '2026-09-24'],
    ['2026-09-24', 10, '2026-10-15'],
    // A refusal decided before the holiday is served within three working days after it.
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-07', 0, '2026-09-07'],
  ])('from %s, %i end on %s', (day, count, end) => {
    expect(addWorkingDays(nationalCalendar, day, count)).toBe(end);
    expect(workingDaysBetween(nationalCalendar, day, end)).toBe(count);
  });

  test('that lead into a year whose calendar is not published are refused, and the year is named', () => {
    const beyond = () => addWorkingDays(nationalCalendar, '2026-11-02', 45);
    expect(beyond).toThrow(Refusal);
    expect(beyond).toThrow(expect.objectContaining({ code: 'CALENDAR_UNKNOWN', details: expect.objectContaining({ year: 2027 }) }));
    expect(() => isWorkingDay(nationalCalendar, '2020-12-31')).toThrow(expect.objectContaining({ code: 'CALENDAR_UNKNOWN' }));
    expect(isWorkingDay(nationalCalendar, '2026-12-31')).toBe(true);
    expect(isWorkingDay(nationalCalendar, '2021-01-04')).toBe(true);
  });
});

describe('a period of seven days', () => {
  test.each([
    ['2026-09-18', '2026-09-28'], // 09-25 is Mid-Autumn, a Friday off
    ['2026-09-24', '2026-10-08'], // 10-01 begins the holiday
    ['2026-09-28', '2026-10-08'],
    ['2026-09-13', '2026-09-20'], // a Sunday, but a working one
    ['2026-09-05', '2026-09-14'], // 09-12 is a Saturday: weekends move too
    ['2026-09-01', '2026-09-08'],
  ])('that begins on %s ends on %s', (posted, end) => {
    expect(endOfPeriod(nationalCalendar, posted, 7, 'calendar')).toBe(end);
  });
  test('counts working days where the place says so', () => {
    expect(endOfPeriod(nationalCalendar, '2026-09-18', 7, 'working')).toBe('2026-09-29');
  });
});

test('a limit has passed at midnight in the township', () => {
  expect(deadline('2026-09-10')).toBe('2026-09-10T16:00:00Z');
});

test('a working day is its own next working day', () => {
  expect(nextWorkingDay(nationalCalendar, '2026-09-20')).toBe('2026-09-20');
  expect(nextWorkingDay(nationalCalendar, '2026-10-01')).toBe('2026-10-08');
});

test('nothing lies between a day and itself, or an earlier one', () => {
  expect(workingDaysBetween(nationalCalendar, '2026-09-07', '2026-09-07')).toBe(0);
  expect(workingDaysBetween(nationalCalendar, '2026-09-07', '2026-09-01')).toBe(0);
});

test('a local holiday is a day off, in another version of the calendar', () => {
  const guangxi = withLocalHolidays(nationalCalendar, ['2026-04-21', '2026-04-20', '2026-04-20']);
  expect([isWorkingDay(nationalCalendar, '2026-04-20'), isWorkingDay(guangxi, '2026-04-20')]).toEqual([true, false]);
  expect(addWorkingDays(guangxi, '2026-04-17', 1)).toBe('2026-04-22');
  expect(guangxi.localHolidays).toEqual(['2026-04-20', '2026-04-21']);
  expect(guangxi.version).not.toBe(nationalCalendar.version);
});

test('a calendar of another year can be brought along', () => {
  const imported = {
    ...nationalCalendar,
    version: 'test',
    years: { ...nationalCalendar.years, 2027: { source: 'test', off: ['2027-01-01'], workOn: [], holidays: [] } },
  };
  expect(addWorkingDays(imported, '2026-11-02', 45)).toBe('2027-01-05');
});

// Days off besides weekends, and weekend days worked, follow from each year's notice: 7 festivals, 11 or 13 days by law.
test.each([
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, count) => {
  expect(
    workingDaysBetween(
      { ...nationalCalendar, years: { ...nationalCalendar.years, 2020: { source: '', off: [], workOn: [], holidays: [] } } },
      addDays(`${year}-01-01`, -1),
      `${year}-12-31`,
    ),
  ).toBe(count);
});
