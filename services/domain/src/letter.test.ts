import { describe, expect, test } from 'vitest';
import { isLetterKind, isSuperseded, letters, letterSort, mayApplicantRead } from './letter.ts';
import { missingProof, recordedWays, serviceWays } from './service-of-letters.ts';
import { treesOf } from './letter-content.ts';

describe('a letter', () => {
  test('stands until one comes that takes its place, and a refusal stands for good', () => {
    expect(isSuperseded('confirmation', [])).toBe(false);
    expect(isSuperseded('confirmation', ['extension'])).toBe(false);
    expect(isSuperseded('confirmation', ['change-decision'])).toBe(true);
    expect(isSuperseded('refusal', ['confirmation', 'stop-decision'])).toBe(false);
  });

  test('names, where it can be superseded, only kinds that there are', () => {
    const kinds = Object.keys(letters).filter(isLetterKind);
    expect(kinds.flatMap((kind) => letterSort(kind).supersededBy ?? []).filter((kind) => !isLetterKind(kind))).toEqual([]);
    expect(isLetterKind('toString')).toBe(false);
  });

  test('is read by the applicant; of the forms only the one that the household signs', () => {
    expect(mayApplicantRead('refusal')).toBe(true);
    expect(mayApplicantRead('authorisation')).toBe(true);
    for (const form of ['survey-form', 'notice-poster', 'hearing-record'] as const) expect(mayApplicantRead(form)).toBe(false);
  });
});

describe('the service of a letter', () => {
  test('by post needs a number, at the door a witness; blanks are none', () => {
    expect(missingProof('by-post', {})).toEqual(['trackingNumber']);
    expect(missingProof('by-post', { trackingNumber: 'EA1' })).toEqual([]);
    expect(missingProof('left-at-home', { witness: '  ' })).toEqual(['witness']);
    expect(missingProof('in-person', {})).toEqual([]);
  });

  test('an officer records every way but that of the tracking page', () => {
    expect(Object.keys(serviceWays).filter((way) => !(recordedWays as readonly string[]).includes(way))).toEqual(['online']);
  });
});

test('an explanation is one tree, which is that of the amount, or several by their words', () => {
  const tree = { value: '1.00', input: 'income/0' };
  expect(treesOf(tree)).toEqual([['monthly', tree]]);
  expect(treesOf({ monthly: tree, eligible: tree, note: 'text' })).toEqual([
    ['monthly', tree],
    ['eligible', tree],
  ]);
  for (const none of [undefined, null, 'x', 1]) expect(treesOf(none)).toEqual([]);
});
