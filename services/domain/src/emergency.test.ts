import { describe, expect, test } from 'vitest';
import { type Emergency, goesFirstInEmergency, lastDayOf, reigningIn, reigns } from './emergency.ts';

const flood: Emergency = {
  ...{ id: 'flood', kind: 'disaster', title: '洪涝灾害', county: '999901', townships: null },
  ...{ from: '2026-09-08', until: '2026-09-30', endedOn: null },
};

describe('the days of an emergency', () => {
  test('its first and its last day are among them, the days beside are not', () => {
    const days = ['2026-09-07', '2026-09-08', '2026-09-30', '2026-10-01'];
    expect(days.map((day) => reigns(flood, '999901101', day))).toEqual([false, true, true, false]);
  });

  test('ended early it reigns to the end of that day', () => {
    const ended = { ...flood, endedOn: '2026-09-15' };
    expect(['2026-09-15', '2026-09-16'].map((day) => reigns(ended, '999901101', day))).toEqual([true, false]);
    expect(lastDayOf(ended)).toBe('2026-09-15');
  });

  test('ended before its first day it never reigns; an end after its last day changes nothing', () => {
    expect(reigns({ ...flood, endedOn: '2026-09-07' }, '999901101', '2026-09-08')).toBe(false);
    expect(lastDayOf({ ...flood, endedOn: '2026-10-05' })).toBe('2026-09-30');
  });
});

describe('where an emergency reigns', () => {
  test('one of the whole county reigns in each township and village of it, and in no other county', () => {
    const places = ['999901', '999901101', '999901102203', '999902101'];
    expect(places.map((place) => reigns(flood, place, '2026-09-10'))).toEqual([true, true, true, false]);
  });

  test('one of a township reigns in it and its villages alone', () => {
    const local = { ...flood, townships: ['999901102'] };
    const places = ['999901102', '999901102203', '999901101', '999901'];
    expect(places.map((place) => reigns(local, place, '2026-09-10'))).toEqual([true, true, false, false]);
  });

  test('of several that reign the one that began first is named', () => {
    const epidemic: Emergency = { ...flood, id: 'epidemic', kind: 'public-health', from: '2026-09-01' };
    expect(reigningIn([flood, epidemic], '999901101', '2026-09-10')?.id).toBe('epidemic');
    expect(reigningIn([epidemic, flood], '999901101', '2026-09-10')?.id).toBe('epidemic');
    expect(reigningIn([flood], '999901101', '2026-09-10')?.id).toBe('flood');
    expect(reigningIn([flood], '999901101', '2026-10-10')).toBeNull();
  });
});

test('whoever needs help at once goes before applications and reviews [OP2020 17]', () => {
  const processes = ['quick-relief', 'lead', 'work-order', 'subsistence-allowance', 'subsistence-award'] as const;
  expect(processes.map((process) => goesFirstInEmergency(process))).toEqual([true, true, true, false, false]);
});
