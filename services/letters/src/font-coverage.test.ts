import { expect, test } from 'vitest';
import { coverageOf } from './font-coverage.ts';
import { fontFiles } from './fonts.ts';

const has = coverageOf(fontFiles);

function lackingOf(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((codePoint) => !has(codePoint))
    .map((codePoint) => String.fromCodePoint(codePoint));
}

test('every character that GB 18030-2022 wants of all systems is printed: the unified ideographs and extension A', () => {
  expect(lackingOf(0x4e00, 0x9fef)).toEqual([]);
  expect(lackingOf(0x3400, 0x4db5)).toEqual([]);
});

test('characters of the national table of standard characters beyond the basic plane are printed, as they stand in names', () => {
  for (const character of '𠅤𠳐𣲗𣸣𬀩𬭊𬱖𫖯𬙂𬍛𬒈𫟹𬭎𬬻𬘓𫍯𬤇𬴂𬸚𫘝𪨶𪩘𬇙𬣙𬘡𬭤')
    expect(has(character.codePointAt(0) ?? 0), character).toBe(true);
});
