import { describe, expect, test } from 'vitest';
import { readAmount } from './typed-amount.ts';
import { readDay } from './typed-day.ts';
import { readIdNumber, readName } from './typed-text.ts';

describe('what people type', () => {
  test.each([
    ['2026-8-3', '2026-08-03'],
    ['2026年8月3日', '2026-08-03'],
    ['２０２６年８月３日', '2026-08-03'],
    [' 2026 / 08 / 03 ', '2026-08-03'],
    ['20260803', '2026-08-03'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', undefined],
    ['1899-12-31', undefined],
    ['明天', undefined],
  ])('the day %s is %s', (typed, day) => expect(readDay(typed)).toBe(day));

  test.each([
    ['1200', '1200.00'],
    ['1,200.5', '1200.50'],
    ['１２００元', '1200.00'],
    ['¥ 0', '0.00'],
    ['1.2万', '12000.00'],
    ['0.0001万', '1.00'],
    ['12.345', undefined],
    ['-5', undefined],
    ['很多', undefined],
  ])('the amount %s is %s', (typed, amount) => expect(readAmount(typed)).toBe(amount));

  test('an ID number loses its spaces and its wide digits', () => {
    expect(readIdNumber('４５０２０３ 19840302 001x')).toBe('45020319840302001X');
  });

  test('a name keeps rare characters and the dot of a minority name', () => {
    expect(readName('  买买提·𠮷\u200b山  ')).toBe('买买提·𠮷山');
    expect(readName('   ')).toBeUndefined();
  });
});
