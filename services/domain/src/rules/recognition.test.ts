import { describe, expect, test } from 'vitest';
import { t1 } from './cast.ts';
import { findExclusion, isRecognised, recognitionsEndedBy, recognitionStateOn, recognitionTerm, type Standing } from './recognition.ts';

describe('a rigid-expenditure household is recognised for twelve months [RIGID 10]', () => {
  const term = recognitionTerm('rigid-expenditure', '2026-09-18', t1);

  test('from the day of the decision to the same day a year later, also where that is a day off', () => {
    expect(term).toMatchObject({ fromDay: '2026-09-18', untilDay: '2027-09-18', reviewDay: null, remindDay: '2027-08-19' });
    expect(term.parameter).toBe('rigid.validMonths@2025-01-01');
    expect(recognitionTerm('rigid-expenditure', '2028-02-29', t1).untilDay).toBe('2029-02-28');
  });

  test('it holds on its last day and no longer', () => {
    const on = (day: string) => recognitionStateOn({ ...term, isEnded: false }, day);
    expect(on('2027-08-18')).toBe('in-force');
    expect(on('2027-08-19')).toBe('ending');
    expect(on('2027-09-18')).toBe('ending');
    expect(on('2027-09-19')).toBe('ended');
    expect(recognitionStateOn({ ...term, isEnded: true }, '2026-10-01')).toBe('ended');
  });
});

test('an edge household stands until it is reviewed, a year later [M57 31]', () => {
  const term = recognitionTerm('edge-household', '2026-09-18', t1);
  expect(term).toMatchObject({ untilDay: null, reviewDay: '2027-09-18', remindDay: '2027-08-19' });
  expect(recognitionStateOn({ ...term, isEnded: false }, '2027-09-17')).toBe('ending');
  expect(recognitionStateOn({ ...term, isEnded: false }, '2027-09-18')).toBe('review-due');
});

describe('what a household has already', () => {
  const standing = (programme: Standing['programme'], state: Standing['state'], more: Partial<Standing> = {}): Standing => ({
    programme,
    state,
    isAlone: false,
    untilDay: null,
    remindDay: null,
    ...more,
  });
  const codeOf = (programme: Standing['programme'], ...standings: Standing[]) => findExclusion(programme, '2026-09-18', standings)?.code;

  test('keeps it from what comes after: the allowance from both, the edge household from rigid expenditure [N2022 1(4); RIGID 4]', () => {
    expect(codeOf('edge-household', standing('subsistence-allowance', 'granted'))).toBe('EXCLUDED_BY_AWARD');
    expect(codeOf('rigid-expenditure', standing('subsistence-allowance', 'granted'))).toBe('EXCLUDED_BY_AWARD');
    expect(codeOf('rigid-expenditure', standing('edge-household', 'recognised'))).toBe('EXCLUDED_BY_AWARD');
  });

  test('does not keep it from what goes before', () => {
    expect(codeOf('subsistence-allowance', standing('edge-household', 'recognised'))).toBeUndefined();
    expect(codeOf('edge-household', standing('rigid-expenditure', 'recognised'))).toBeUndefined();
  });

  test('an application that is not decided keeps it from the other, in both directions', () => {
    expect(codeOf('edge-household', standing('subsistence-allowance', 'applied'))).toBe('EXCLUDED_BY_APPLICATION');
    expect(codeOf('subsistence-allowance', standing('edge-household', 'applied'))).toBe('EXCLUDED_BY_APPLICATION');
    expect(codeOf('subsistence-allowance', standing('subsistence-allowance', 'applied'))).toBeUndefined();
  });

  test('a member who has the allowance alone keeps nobody from anything [M57 8]', () => {
    expect(codeOf('edge-household', standing('subsistence-allowance', 'granted', { isAlone: true }))).toBeUndefined();
  });

  test('a recognition is asked for anew from the day of the reminder on', () => {
    const own = (remindDay: string) => standing('edge-household', 'recognised', { remindDay });
    expect(codeOf('edge-household', own('2026-09-19'))).toBe('RECOGNISED_ALREADY');
    expect(codeOf('edge-household', own('2026-09-18'))).toBeUndefined();
    expect(codeOf('edge-household', standing('edge-household', 'recognised'))).toBeUndefined();
  });
});

test('the allowance ends both recognitions, an edge household that of rigid expenditure, and that none', () => {
  expect(recognitionsEndedBy('subsistence-allowance')).toEqual(['edge-household', 'rigid-expenditure']);
  expect(recognitionsEndedBy('edge-household')).toEqual(['rigid-expenditure']);
  expect(recognitionsEndedBy('rigid-expenditure')).toEqual([]);
  expect(isRecognised('edge-household')).toBe(true);
  expect(isRecognised('subsistence-allowance')).toBe(false);
});
