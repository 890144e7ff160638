import { describe, expect, test } from 'vitest';
import { parseScenario, type Scenario } from './scenario-file.ts';
import { parseSource, SourceRefused } from './source.ts';

describe('a scenario file', () => {
  test('tells a family, a day and what is done', () => {
    const scenario = read(wellFormed);
    expect(scenario).toMatchObject({
      title: 'a family applies',
      mode: undefined,
      clock: '2026-09-09T09:00',
      programme: 'subsistence-allowance',
    });
    expect(scenario.household.income).toEqual([{ member: '张伟', kind: 'wage', monthly: '2100' }]);
    expect(scenario.steps.map((step) => step.do)).toEqual([
      { what: 'apply' },
      { what: 'task', kind: 'intake', outcome: 'accepted' },
      { what: 'wait' },
    ]);
    expect(scenario.steps[1]?.expect).toEqual([
      { kind: 'clock', expected: { clock: 'survey-start', due: '2026-09-14', state: 'running' } },
    ]);
  });

  test('gives an identity number with a right check digit to whoever has none', () => {
    expect(read(wellFormed).household.members[0]?.idNumber).toMatch(/^999901198403020[0-9]{2}[0-9X]$/);
  });

  test('keeps amounts to the fen', () => {
    expect(read(wellFormed.replace('monthly: 2100', 'monthly: 2100.5')).household.income[0]?.monthly).toBe('2100.5');
    expect(complaintsOf(wellFormed.replace('monthly: 2100', 'monthly: 2100.555'))).toEqual([
      expect.stringContaining('household.income.0.monthly'),
    ]);
  });

  test('takes income in place of that of the household as established', () => {
    const text = `${wellFormed}  - do: survey\n    outcome: done\n    with: { income: [{ member: 张伟, kind: wage, monthly: 900 }] }\n`;
    expect(read(text).steps[3]?.with).toEqual({ income: [{ member: '张伟', kind: 'wage', monthly: '900' }] });
  });

  test.each([
    [
      'an unknown key of the file',
      'clock: 2026',
      'clok: 1\nclock: 2026',
      'family.yaml:2: clok: unknown key; the nearest known key is "clock"',
    ],
    [
      'an unknown key of a member',
      'birth: 1984',
      'brith: 1, birth: 1984',
      'family.yaml:6: household.members.0.brith: unknown key; the nearest known key is "birth"',
    ],
    [
      'an unknown key of a step',
      'outcome: accepted',
      'outcme: accepted',
      'family.yaml:12: steps.1.outcme: unknown key; the nearest known key is "outcome"',
    ],
    [
      'an unknown kind of task',
      'do: intake',
      'do: intke',
      'family.yaml:11: steps.1.do: "intke" is not known; the nearest that is: "intake"',
    ],
    [
      'an unknown outcome',
      'outcome: accepted',
      'outcome: acepted',
      'family.yaml:12: steps.1.outcome: "acepted" is not known; the nearest that is: "accepted"',
    ],
    [
      'an unknown expectation',
      '{ clock: survey-start',
      '{ clocks: survey-start',
      'family.yaml:14: steps.1.expect.0.clocks: "clocks" is not known; the nearest that is: "clock"',
    ],
    [
      'an unknown key of an expectation',
      'due:',
      'deu:',
      'family.yaml:14: steps.1.expect.0.deu: unknown key; the nearest known key is "due"',
    ],
    [
      'an unknown field of an assessment',
      '{ clock: survey-start, due: 2026-09-14, state: running }',
      '{ assessment: { montly: 1 } }',
      'family.yaml:14: steps.1.expect.0.assessment.montly: unknown key; the nearest known key is "monthly"',
    ],
    [
      'what an outcome does not take',
      'with: {}',
      'with: { missing: [] }',
      'family.yaml:15: steps.1.with.missing: unknown key; the nearest known key is "version"',
    ],
  ])('is refused with the line for %s', (_what, from, to, told) => {
    expect(complaintsOf(wellFormed.replace(from, to))).toContain(told);
  });

  test('is refused for a clock that the law does not know', () => {
    expect(complaintsOf(wellFormed.replace('survey-start', 'survey-begin'))[0]).toMatch(
      /^family.yaml:14: steps.1.expect.0.clock: "survey-begin" is none of "intake-check", "survey-start"/,
    );
  });

  test('is refused for a day that does not exist and a time that no clock shows', () => {
    expect(complaintsOf(wellFormed.replace('due: 2026-09-14', 'due: 2026-02-30'))).toHaveLength(1);
    expect(complaintsOf(wellFormed.replace('T09:00', 'T24:30'))).toHaveLength(1);
  });

  test('is refused for a task without an outcome and for waiting without an end', () => {
    expect(complaintsOf(wellFormed.replace('    outcome: accepted\n', ''))[0]).toBe(
      'family.yaml:11: steps.1: intake needs an outcome: accepted, supplement, not-accepted, transferred',
    );
    expect(complaintsOf(wellFormed.replace('    at: 2026-09-15T09:00\n', ''))).toEqual([
      'family.yaml:16: steps.2: waiting needs "at": until when',
    ]);
  });

  test('is refused for a household that nobody could assess', () => {
    expect(complaintsOf(wellFormed.replace('member: 张伟', 'member: 张三'))).toEqual([
      'family.yaml:8: household.income.0.member: This income belongs to no member of the household.',
    ]);
  });

  test('is refused when it is no YAML', () => {
    expect(complaintsOf('scenario: [')[0]).toMatch(/^family.yaml:1: /);
  });
});

const wellFormed = `scenario: a family applies
clock: 2026-09-09T09:00
household:
  residence: urban
  members:
    - { name: 张伟, relation: applicant, birth: 1984-03-02, sex: male }
  income:
    - { member: 张伟, kind: wage, monthly: 2100 }
steps:
  - do: apply
  - do: intake
    outcome: accepted
    expect:
      - { clock: survey-start, due: 2026-09-14, state: running }
    with: {}
  - do: wait
    at: 2026-09-15T09:00
`;

function read(text: string): Scenario {
  return parseScenario(parseSource('family.yaml', text));
}

function complaintsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SourceRefused) return error.complaints;
    throw error;
  }
  throw new Error('nothing was complained about');
}
