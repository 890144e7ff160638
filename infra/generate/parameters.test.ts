import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { generateParameters } from './parameters.ts';

const scratch = mkdtempSync(join(tmpdir(), 'parameters-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test('what is generated is what the YAML says now', () => {
  const domainFolder = fileURLToPath(new URL('../../services/domain', import.meta.url));
  for (const [path, content] of Object.entries(generateParameters(domainFolder))) expect(readFileSync(path, 'utf8')).toBe(content);
});

const figure = `parameters:
  - id: survey.start
    label: { zh: 启动, en: Start }
    unit: working-days
    values:
      - { from: 2021-07-01, value: 3, source: M57 15 }
`;
const calendar = `year: 2026
source: 通知
holidays:
  - name: { zh: 元旦, en: New Year }
    from: 2026-01-01
    to: 2026-01-03
    workOn: [2026-01-04]
`;

describe('a mistake in a file of figures is refused with its line', () => {
  test.each<[string, string, string]>([
    ['an unknown key', figure.replace('unit:', 'units:'), '4: unknown key "units"'],
    ['a value without source', figure.replace(', source: M57 15', ''), '6: "source" is missing'],
    ['an empty source', figure.replace('M57 15', '" "'), '6: a text is wanted here'],
    ['a day that does not exist', figure.replace('2021-07-01', '2021-02-30'), '6: "2021-02-30" is not a day'],
    [
      'the same day twice',
      `${figure}      - { from: 2021-07-01, value: 4, source: M57 15 }\n`,
      '6: "survey.start": 2021-07-01 does not lie after 2021-07-01',
    ],
    [
      'days out of order',
      `${figure}      - { from: 2020-07-01, value: 4, source: M57 15 }\n`,
      '6: "survey.start": 2020-07-01 does not lie after 2021-07-01',
    ],
    ['a fraction of a day', figure.replace('value: 3', 'value: 3.5'), '6: a number with at most 0 decimals'],
    ['a number in another notation', figure.replace('value: 3', 'value: 0x3'), '6: a number with at most 0 decimals'],
    ['an unknown unit', figure.replace('working-days', 'wd'), '4: "wd" is none of'],
    ['choices where there is nothing to choose', figure.replace('working-days', 'working-days\n    choices: [a]'), '2: choices go with'],
    ['no label', figure.replace('    label: { zh: 启动, en: Start }\n', ''), '2: "survey.start" has no label'],
    ['an id twice', `${figure}${figure.slice(figure.indexOf('\n') + 1)}`, '7: "survey.start" stands twice'],
    ['no value', `${figure.slice(0, figure.indexOf('values:'))}values: []\n`, '5: "survey.start" has no value'],
    ['broken YAML', `${figure}  - ]`, '7: '],
    ['an id that is none', figure.replace('survey.start', 'Survey start'), '2: "Survey start" is not an id'],
  ])('%s', (_, content, complaint) => {
    expect(() => generateFrom({ 'national/time.yaml': content })).toThrow(`national/time.yaml:${complaint}`);
  });

  test('a local unit that differs from the national one', () => {
    const local = figure.replace('working-days', 'months');
    expect(() => generateFrom({ 'national/time.yaml': figure, 'local/demo/time.yaml': local })).toThrow(
      'demo/time.yaml:4: "survey.start" has the unit',
    );
  });
});

describe('a mistake in a calendar is refused with its line', () => {
  test.each<[string, string, string]>([
    ['a make-up day in the week', calendar.replace('[2026-01-04]', '[2026-01-05]'), '7: 2026-01-05 is not a day of a weekend'],
    ['a day of another year', calendar.replace('to: 2026-01-03', 'to: 2027-01-03'), '4: 2027-01-01 is not a day of 2026'],
    ['an end before the beginning', calendar.replace('to: 2026-01-03', 'to: 2025-12-31'), '6: 2025-12-31 lies before 2026-01-01'],
    ['a day named twice', calendar.replace('[2026-01-04]', '[2026-01-03]'), '4: 2026-01-03 is named twice'],
    ['another year than the file’s', calendar.replace('year: 2026', 'year: 2025'), '1: the file is not named for the year 2025'],
  ])('%s', (_, content, complaint) => {
    expect(() => generateFrom({ 'calendar/2026.yaml': content })).toThrow(`calendar/2026.yaml:${complaint}`);
  });
});

test('a change of any value changes the version of the set', () => {
  const versions = ['3', '4'].map(
    (days) => /national-[0-9a-f]{12}/.exec(generateFrom({ 'national/time.yaml': figure.replace('value: 3', `value: ${days}`) }))![0],
  );
  expect(versions[0]).not.toBe(versions[1]);
});

/** Generates from a folder with the given files and otherwise sound ones; gives back the figures. */
function generateFrom(files: Record<string, string>): string {
  const folder = mkdtempSync(join(scratch, 'domain-'));
  const all = { 'national/time.yaml': figure, 'local/demo/none.yaml': 'parameters: []\n', 'calendar/2026.yaml': calendar, ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, 'parameters', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return Object.values(generateParameters(folder))[0]!;
}
