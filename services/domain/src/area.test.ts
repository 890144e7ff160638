import { expect, test } from 'vitest';
import { levelOf, liesIn, reaches } from './area.ts';

const place = { township: '999901101', village: '999901101201' };

test('an area lies in those with whose code it begins', () => {
  expect([liesIn('999901101201', '999901101'), liesIn('999901102201', '999901101')]).toEqual([true, false]);
  expect(['999901', '999901101', '999901101201'].map(levelOf)).toEqual(['county', 'township', 'village']);
});

test('a county and a township reach all that lies in them, a village itself alone', () => {
  expect(['999901', '999901101', '999901101201'].map((area) => reaches(area, place))).toEqual([true, true, true]);
  expect(['999902', '999901102', '999901101202'].map((area) => reaches(area, place))).toEqual([false, false, false]);
  // Where nobody knows the village, no village does the work.
  expect(reaches('999901101201', { ...place, village: '999901101000' })).toBe(false);
});
