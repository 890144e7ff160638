import { expect, test } from 'vitest';
import { coverageOf } from './font-coverage.ts';
import { fontFiles } from './fonts.ts';
import { readableText } from './readable-text.ts';

const has = coverageOf(fontFiles);

test('the fonts have the characters of ordinary, rare and minority names, and not those of the last plane', () => {
  for (const character of '甲仫䶮𠮷·〓A1') expect(has(character.codePointAt(0)!), character).toBe(true);
  for (const codePoint of [0x323af, 0x1f600, 0x10ffff]) expect(has(codePoint)).toBe(false);
});

test('each text of a value is looked at, and nothing else is changed', () => {
  const missing: string[] = [];
  const shown = readableText({ a: ['😀甲'], n: 1, b: true, c: null }, has, (character) => missing.push(character));
  expect(shown).toEqual({ a: ['〓甲'], n: 1, b: true, c: null });
  expect(missing).toEqual(['😀']);
});
