import { describe, expect, test } from 'vitest';
import { startOfDay } from '../plain-date.ts';
import { nationalCalendar } from '../calendar.generated.ts';
import { t1 } from './cast.ts';
import { clockLimit, lengthOn } from './clock-limit.ts';

const ground = { calendar: nationalCalendar, parameters: t1 };

function limitOf(days: number, unit: string, startedOn: string) {
  return clockLimit(ground, {
    length: { days, unit, parameter: 'test@2021-07-01' },
    startedAt: startOfDay(startedOn),
    startedOn,
    warnedAsOn: startedOn,
  });
}

describe('a limit in hours or minutes', () => {
  const at = '2026-09-18T12:55:00.000Z';
  const from = (days: number, unit: string) =>
    clockLimit(ground, {
      length: { days, unit, parameter: 'test@2021-07-01' },
      startedAt: at,
      startedOn: '2026-09-18',
      warnedAsOn: '2026-09-18',
    });

  // S6: a call on Friday 18 September 2026 at 20:55; the end on Saturday is moved by no day off.
  test('ends so many hours after the moment itself, with the minute that they lead to [CIVIL 1259]', () => {
    expect(from(24, 'hours')).toMatchObject({
      dueAt: '2026-09-19T12:55:59.999Z',
      dueOn: '2026-09-19',
      warnings: [
        { level: 'person', at: '2026-09-19T00:55:59.999Z' },
        { level: 'leader', at: '2026-09-19T06:55:59.999Z' },
        { level: 'county', at: '2026-09-19T12:55:59.999Z' },
      ],
    });
  });
  test('ends so many minutes after the moment itself', () => {
    expect(from(30, 'minutes')).toMatchObject({ dueAt: '2026-09-18T13:25:59.999Z', dueOn: '2026-09-18' });
  });
  test('ends with the same minute whichever second of its own it began in', () => {
    const ends = ['2026-09-18T12:55:00.000Z', '2026-09-18T12:55:59.999Z'].map((startedAt) => {
      const length = { days: 24, unit: 'hours', parameter: 'test@2021-07-01' };
      return clockLimit(ground, { length, startedAt, startedOn: '2026-09-18', warnedAsOn: '2026-09-18' }).dueAt;
    });
    expect(ends).toEqual(['2026-09-19T12:55:59.999Z', '2026-09-19T12:55:59.999Z']);
  });
});

describe('a limit in working days', () => {
  // Law 11.2: from 7 September 2026, day 10 is Sunday 20 September and day 20 Saturday 10 October, both made up.
  test('ends on its last working day and warns when its shares have passed: half, three quarters, all', () => {
    expect(limitOf(20, 'working-days', '2026-09-07')).toMatchObject({
      dueOn: '2026-10-10',
      dueAt: '2026-10-10T16:00:00Z',
      calendarVersion: nationalCalendar.version,
      warnings: [
        { level: 'person', at: '2026-09-20T16:00:00Z' },
        { level: 'leader', at: '2026-09-28T16:00:00Z' },
        { level: 'county', at: '2026-10-10T16:00:00Z' },
      ],
    });
  });

  test('of one day warns everybody at its end', () => {
    expect(new Set(limitOf(1, 'working-days', '2026-09-07').warnings.map(({ at }) => at))).toEqual(new Set(['2026-09-08T16:00:00Z']));
  });

  test('that leads into a year without a calendar is refused', () => {
    expect(limitOf(20, 'working-days', '2026-12-02').dueOn).toBe('2026-12-30');
    expect(() => limitOf(20, 'working-days', '2026-12-04')).toThrow(/CALENDAR_UNKNOWN/);
  });
});

describe('a limit in months or calendar days', () => {
  test('in months ends on the corresponding day, whether that is off or not [CIVIL 202]', () => {
    expect(limitOf(3, 'months', '2026-03-09').dueOn).toBe('2026-06-09');
    // 19 June 2026 is the Dragon Boat Festival.
    expect(limitOf(3, 'months', '2026-03-19').dueOn).toBe('2026-06-19');
  });

  test('in calendar days ends on the next working day where its last day is off [CIVIL 203]', () => {
    expect(limitOf(7, 'calendar-days', '2026-09-17').dueOn).toBe('2026-09-24');
    expect(limitOf(7, 'calendar-days', '2026-09-18').dueOn).toBe('2026-09-28');
  });

  test('warns by shares of its calendar days', () => {
    // 92 days from 9 March to 9 June: 46 and 69 of them have passed on 24 April and 17 May.
    expect(limitOf(3, 'months', '2026-03-09').warnings.map(({ at }) => at)).toEqual([
      '2026-04-24T16:00:00Z',
      '2026-05-17T16:00:00Z',
      '2026-06-09T16:00:00Z',
    ]);
  });
});

test('the length is what the parameter says on the day, with its unit', () => {
  expect(lengthOn(t1, 'total.delegated', '2022-10-19')).toEqual({
    days: 30,
    unit: 'working-days',
    parameter: 'total.delegated@2021-07-01',
  });
  expect(lengthOn(t1, 'total.delegated', '2022-10-20')).toEqual({
    days: 20,
    unit: 'working-days',
    parameter: 'total.delegated@2022-10-20',
  });
  expect(() => lengthOn(t1, 'no.such', '2026-09-01')).toThrow(/PARAMETER_UNKNOWN/);
});
