// After a quick relief. M43 = 特困人员认定办法; OP2020 = the opinions of the two offices of 2020; TA2018 = 民发〔2018〕23号.
import { expect, test } from 'vitest';
import { screen, type ScreeningFacts } from './screening.ts';

const day = '2026-09-18';
const family: ScreeningFacts = { persons: 3, vulnerable: [], isRepeat: false, known: [] };

test('a family of whom nothing points to lasting need is proposed nothing', () => {
  expect(screen(family, day)).toEqual([]);
  expect(screen({ ...family, vulnerable: ['pregnant'] }, day)).toEqual([]);
});

test('who was relieved not long before, and a family with a weak member, is proposed the allowance [OP2020 15; M57 6]', () => {
  expect(screen({ ...family, isRepeat: true }, day)).toEqual([{ next: 'subsistence-allowance', grounds: ['repeated'] }]);
  for (const who of ['elderly', 'child', 'disabled', 'ill'] as const)
    expect(screen({ ...family, vulnerable: [who] }, day)).toEqual([{ next: 'subsistence-allowance', grounds: ['weak-member'] }]);
});

test('somebody alone is proposed extremely-poor support from 60 on, and under 16 [M43 5]', () => {
  const next = (birth: string) => screen({ ...family, persons: 1, birth }, day).flatMap(({ grounds }) => grounds);
  expect(next('1966-09-18')).toEqual(['alone-elderly']);
  expect(next('1966-09-19')).toEqual([]);
  expect(next('2010-09-19')).toEqual(['alone-minor']);
  expect(next('2010-09-18')).toEqual([]);
});

test('of whom the age is not known it goes by what was told', () => {
  expect(screen({ ...family, persons: 1, vulnerable: ['elderly'] }, day)).toEqual([
    { next: 'extreme-poverty-support', grounds: ['alone-elderly'] },
    { next: 'subsistence-allowance', grounds: ['weak-member'] },
  ]);
  expect(screen({ ...family, persons: 1, vulnerable: ['child', 'disabled'] }, day)[0]?.grounds).toEqual(['alone-minor', 'alone-disabled']);
});

test('who is helped already is not proposed the same again [SC649 15]', () => {
  const alone = { ...family, persons: 1, vulnerable: ['elderly'] as const, isRepeat: true };
  expect(screen({ ...alone, known: ['subsistence-allowance'] }, day).map(({ next }) => next)).toEqual(['extreme-poverty-support']);
  expect(screen({ ...alone, known: ['extreme-poverty-support'] }, day)).toEqual([]);
  expect(screen({ ...family, isRepeat: true, known: ['edge-household'] }, day).map(({ next }) => next)).toEqual(['subsistence-allowance']);
});
