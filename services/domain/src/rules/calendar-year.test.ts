import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../calendar.generated.ts';
import { type CalendarNotice, calendarOf, changedBetween, findCalendarFaults } from './calendar-year.ts';
import { addWorkingDays } from './working-days.ts';

const TODAY = '2026-12-01';

/** An invented year for tests: no notice has announced it. */
const invented: CalendarNotice = {
  year: 2027,
  source: '测试日历（虚构）',
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2027-01-01', to: '2027-01-03', workOn: [] },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2027-02-05', to: '2027-02-11', workOn: ['2027-02-14'] },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2027-05-01', to: '2027-05-05', workOn: [] },
    { name: { zh: '国庆节', en: 'National Day' }, from: '2027-10-01', to: '2027-10-07', workOn: ['2027-09-26'] },
  ],
};

function faultsOf(change: Partial<CalendarNotice>): string[] {
  return findCalendarFaults({ ...invented, ...change }, TODAY).map(({ code, path }) => `${path} ${code}`);
}

describe('a calendar is taken', () => {
  test('when each day lies in its year and make-up days lie at weekends', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test('for next year, and not for the one after', () => {
    expect(findCalendarFaults(invented, '2026-01-01')).toEqual([]);
    expect(findCalendarFaults(invented, '2025-12-31')).toContainEqual({ code: 'YEAR_TOO_FAR', path: 'year' });
  });

  test.each([
    ['a day of another year', { from: '2027-12-31', to: '2028-01-01', workOn: [] }, ['holidays/4 NOT_OF_THE_YEAR']],
    ['an end before the beginning', { from: '2027-06-10', to: '2027-06-09', workOn: [] }, ['holidays/4/to ENDS_BEFORE_IT_BEGINS']],
    ['thirteen days', { from: '2027-06-01', to: '2027-06-13', workOn: [] }, ['holidays/4/to TOO_LONG']],
    ['a day that another holiday has', { from: '2027-05-05', to: '2027-05-06', workOn: [] }, ['holidays/4 NAMED_TWICE']],
    [
      'a make-up day on a Monday',
      { from: '2027-06-09', to: '2027-06-09', workOn: ['2027-06-14'] },
      ['holidays/4/workOn/0 NOT_AT_A_WEEKEND'],
    ],
  ])('not with %s', (_, days, faults) => {
    expect(faultsOf({ holidays: [...invented.holidays, { name: { zh: '端午节', en: 'Dragon Boat Festival' }, ...days }] })).toEqual(faults);
  });

  test('with a holiday of twelve days, the most there is', () => {
    const twelve = { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2027-06-01', to: '2027-06-12', workOn: ['2027-06-13'] };
    expect(faultsOf({ holidays: [...invented.holidays, twelve] })).toEqual([]);
  });

  test('not without the festivals that every year has', () => {
    expect(faultsOf({ holidays: invented.holidays.slice(1) })).toEqual(['holidays FESTIVAL_MISSING']);
  });

  test('with local days off on a day of work, also on one that the nation makes up; not on a day off', () => {
    const local = (day: string) => [{ name: { zh: '三月三', en: 'Sanyuesan' }, from: day, to: day, source: '测试公告（虚构）' }];
    expect(faultsOf({ localHolidays: local('2027-04-09') })).toEqual([]);
    expect(faultsOf({ localHolidays: local('2027-09-26') })).toEqual([]);
    expect(faultsOf({ localHolidays: local('2027-05-03') })).toEqual(['localHolidays/0 NAMED_TWICE']);
    expect(faultsOf({ localHolidays: local('2026-04-09') })).toEqual(['localHolidays/0 NOT_OF_THE_YEAR']);
  });
});

describe('a calendar of given years', () => {
  const published: CalendarNotice[] = Object.entries(nationalCalendar.years).map(([year, { source, holidays }]) => ({
    year: Number(year),
    source,
    holidays: holidays.map(({ name, from, to, workOn }) => ({ name, from, to, workOn: [...workOn] })),
  }));

  test('is the published one when it is made of the published years', () => {
    const made = calendarOf(published, nationalCalendar.version);
    expect(changedBetween(made, nationalCalendar)).toBeUndefined();
    expect(addWorkingDays(made, '2026-09-07', 20)).toBe('2026-10-10');
  });

  test('knows working days over the end of the year once the next one is in it', () => {
    const made = calendarOf([...published, invented], 'invented');
    // Working day 1 is 2 December, 22 is 31 December; 1 to 3 January are off.
    expect(addWorkingDays(made, '2026-12-01', 22)).toBe('2026-12-31');
    expect(addWorkingDays(made, '2026-12-01', 23)).toBe('2027-01-04');
    expect(changedBetween(nationalCalendar, made)).toEqual({ first: '2027-01-01', last: '2027-12-31' });
  });

  test('differs from another between the first and the last day that changed', () => {
    const one = calendarOf([...published, invented], 'one');
    const moved = {
      ...invented,
      localHolidays: [{ name: { zh: '三月三', en: 'Sanyuesan' }, from: '2027-04-09', to: '2027-04-10', source: '测试公告（虚构）' }],
    };
    const other = calendarOf([...published, moved], 'other');
    expect(changedBetween(one, other)).toEqual({ first: '2027-04-09', last: '2027-04-10' });
    expect(addWorkingDays(one, '2027-04-08', 1)).toBe('2027-04-09');
    expect(addWorkingDays(other, '2027-04-08', 1)).toBe('2027-04-12');
  });
});
