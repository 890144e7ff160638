// OP2023 = 国办发〔2023〕39号; N2022 = 民办发 2022-10-20, 3(3): the quarterly match.
import { expect, test } from 'vitest';
import { makeIdNumber } from '../id-number.ts';
import { matchColumnsOf, quarterOf, readMatchLine, verdictOn } from './match-line.ts';

const idNumber = makeIdNumber('999901', '1984-03-02', 'male', 1);
const villages = new Map([
  ['清溪村', '999901101201'],
  ['999901101201', '999901101201'],
]);
const cells = { name: '示甲一', idNumber, village: '清溪村', alert: '重病患者' };
const unknown = { isKnown: false, isCovered: false, hasAward: false };

test('a line is read whatever its width, spaces and the case of the last letter', () => {
  const wide = [...idNumber.toLowerCase()].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join(' ');
  const line = { name: '示甲一', idNumber, village: '999901101201', alert: 'seriously-ill' };
  expect(readMatchLine(cells, villages)).toEqual(line);
  expect(readMatchLine({ ...cells, idNumber: wide, village: ' 清溪村\u200b', alert: '重病 患者' }, villages)).toEqual(line);
  expect(
    readMatchLine({ ...cells, village: '999901101201', alert: 'seriously-ill', phone: '+86 138 0000 0000', note: '住院' }, villages),
  ).toEqual({
    ...{ ...line, phone: '+86 138 0000 0000', note: '住院' },
  });
});

test.each([
  ['no name', { name: ' ' }, 'name-wrong'],
  ['a name of 61 characters', { name: '名'.repeat(61) }, 'name-wrong'],
  ['a number that a spreadsheet has rounded', { idNumber: '4.50203E+17' }, 'id-number-wrong'],
  ['a number with another last digit', { idNumber: `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}` }, 'id-number-wrong'],
  ['a village of nowhere', { village: '无名村' }, 'village-unknown'],
  ['an alert that nobody knows', { alert: '其他' }, 'alert-unknown'],
  ['letters in a phone', { phone: 'call me' }, 'phone-wrong'],
  ['a note of 501 characters', { note: '字'.repeat(501) }, 'note-too-long'],
  ['a formula', { note: '=HYPERLINK("x")' }, 'formula'],
  ['a formula behind a space', { note: ' @SUM(1)' }, 'formula'],
  ['a formula in full width', { name: '＝cmd' }, 'formula'],
  ['a formula behind a quotation mark', { note: "'+1" }, 'formula'],
  ['a formula in a phone', { phone: '=1+1' }, 'formula'],
  ['a line feed of another machine', { note: '甲\u000b乙' }, 'unreadable'],
  ['a mark that turns the writing round', { name: '示\u202e一' }, 'unreadable'],
  ['a character that was not decoded', { name: '示\ufffd' }, 'unreadable'],
])('%s is told, and nothing of the line is taken', (_, change, fault) => {
  expect(readMatchLine({ ...cells, ...change }, villages)).toEqual({ fault });
});

test.each([
  [{}, 'name-wrong'],
  [{ name: cells.name }, 'id-number-wrong'],
  [{ name: cells.name, idNumber }, 'village-unknown'],
  [{ name: cells.name, idNumber, village: cells.village }, 'alert-unknown'],
])('a line that ends too soon is told by what it lacks first: %#', (short, fault) => {
  expect(readMatchLine(short, villages)).toEqual({ fault });
});

test('a name of 60 characters and a note of 500 are taken', () => {
  expect(readMatchLine({ ...cells, name: '名'.repeat(60), note: '字'.repeat(500) }, villages)).toMatchObject({ name: '名'.repeat(60) });
});

test('columns are found by their names, in any order', () => {
  expect(matchColumnsOf(['\ufeff预警类型', '村 (社区)', '身份证号', '姓名', '', '备考'])).toEqual({
    ...{ places: { alert: 0, village: 1, idNumber: 2, name: 3 }, lacking: [], doubled: [], ignored: ['备考'] },
  });
  expect(matchColumnsOf(['姓名', '姓名'])).toMatchObject({ lacking: ['idNumber', 'village', 'alert'], doubled: ['name'] });
});

test('who has no help becomes a lead; who has it, or is known, does not [OP2023 3(4)]', () => {
  expect(verdictOn({ alert: 'seriously-ill' }, unknown)).toBe('accepted');
  expect(verdictOn({ alert: 'seriously-ill' }, { ...unknown, isCovered: true })).toBe('covered');
  expect(verdictOn({ alert: 'seriously-ill' }, { ...unknown, isKnown: true })).toBe('known');
});

test('an alert about an award becomes a lead where there is one', () => {
  expect(verdictOn({ alert: 'vehicle' }, { ...unknown, isCovered: true, hasAward: true })).toBe('accepted');
  expect(verdictOn({ alert: 'vehicle' }, unknown)).toBe('no-award');
  expect(verdictOn({ alert: 'vehicle' }, { ...unknown, hasAward: true, isKnown: true })).toBe('known');
});

test('a quarter ends with its third month', () => {
  expect([quarterOf('2026-03-31'), quarterOf('2026-04-01'), quarterOf('2026-12-31')]).toEqual(['2026Q1', '2026Q2', '2026Q4']);
});
