import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { assessFile } from './assess.ts';

const folder = fileURLToPath(new URL('../../../tests/statutes/assess', import.meta.url));
const familyFile = `${folder}/s1-family-of-three.yaml`;
const family = readFileSync(familyFile, 'utf8');

/** Each list holds the one before nine times. */
const bomb = ['a: &a [x, x]', ...'bcdefgh'.split('').map((word, i) => `${word}: &${word} [${`*${'abcdefg'[i]}, `.repeat(9)}]`)].join('\n');

test('the family of three is assessed from its file', () => {
  expect(assessFile('family.yaml', family)).toMatchObject({ monthly: '1006.00', base: '760.00', topUp: '246.00', perCapita: '566.67' });
  expect(assessFile('family.yaml', family)).not.toHaveProperty('questions');
});

test('facts that hardly go together are asked about, and assessed all the same', () => {
  const assessment = assessFile('family.yaml', family.replace('sex: male }', 'sex: male, idNumber: "450203198403020011" }'));
  expect(assessment.monthly).toBe('1006.00');
  expect(assessment.questions).toMatchObject([{ code: 'ID_NUMBER_WRONG', path: 'members/0/idNumber', members: ['张伟'] }]);
});

test('income and assets may be left out', () => {
  expect(assessFile('family.yaml', family.slice(0, family.indexOf('income:')))).toMatchObject({ base: '2460.00' });
});

describe('a mistake is refused with file and line', () => {
  test.each<[string, string, RegExp]>([
    ['an unknown key', family.replace('residence:', 'residense:'), /^family\.yaml:5: .*unknown key; the nearest known key is "residence"/m],
    [
      'an unknown key of a member',
      family.replace('seriousIllness', 'seriousIlness'),
      /^family\.yaml:9: .*nearest known key is "seriousIllness"/m,
    ],
    ['a word that is none', family.replace('spouse', 'spose'), /^family\.yaml:9: .*spose/m],
    ['a day that does not exist', family.replace('2026-09-01', '2026-02-30'), /^family\.yaml:6: .*2026-02-30/m],
    ['no day', family.replace('day: 2026-09-01', ''), /"day" is missing/],
    ['money with three decimals', family.replace('2100', '2100.125'), /^family\.yaml:12: .*at most two decimals/m],
    ['money below zero', family.replace('2100', '-1'), /^family\.yaml:12: /m],
    ['an income of nobody', family.replace('member: 张伟', 'member: 张位'), /^family\.yaml:12: .*belongs to no member/m],
    ['a number in place of a name', family.replace('name: 张伟', 'name: 12'), /^family\.yaml:8: /m],
    ['an ID number without quotes', family.replace('sex: male', 'sex: male, idNumber: 450203198403020015'), /^family\.yaml:8: /m],
    ['a text in place of yes or no', family.replace('seriousIllness: true', 'seriousIllness: yes'), /^family\.yaml:9: /m],
    ['two applicants', family.replace('spouse', 'applicant'), /^family\.yaml:9: .*Only one member/m],
    ['a key twice', `${family}day: 2026-09-02\n`, /^family\.yaml:15: /m],
    ['a list', '- a', /^family\.yaml:1: /m],
    ['a name with a character that cannot be seen', family.replace('name: 张伟', 'name: "张伟\\0"'), /^family\.yaml:8: .*cannot be seen/m],
    ['a birth in another century', family.replace('1984-03-02', '1800-03-02'), /^family\.yaml:8: .*from 1900 on/m],
    ['what is no assistance', family.replace('subsistence-allowance', 'hotline'), /^family\.yaml:3: .*"hotline" is none of/m],
    ['a few lines that stand for millions', bomb, /^family\.yaml:1: cannot be read/m],
    ['nothing', '', /^family\.yaml:1: /m],
  ])('%s', (_, text, complaint) => {
    expect(() => assessFile('family.yaml', text)).toThrow(complaint);
  });
});

test('the command prints what it can and ends with 1 when a file was refused', async () => {
  const command = fileURLToPath(new URL('assess.ts', import.meta.url));
  const run = (...files: string[]) => promisify(execFile)(process.execPath, [command, ...files]);
  const both = await run(familyFile, `${folder}/s19-wife-works.yaml`);
  const lines = both.stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).monthly)).toEqual(['1006.00', '506.00']);
  await expect(run(`${folder}/missing.yaml`, familyFile)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('"monthly": "1006.00"'.replace(': ', ':')),
    stderr: expect.stringContaining('missing.yaml: cannot be read'),
  });
  await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Usage') });
});
