import { expect, test } from 'vitest';
import { findContradictions } from '../contradiction.ts';
import { householdOf, liFang, wageOf, zhangWei } from './cast.ts';
import { openQuestions, withDeaths } from './open-questions.ts';

const day = '2026-09-01';
const idNumber = '999901198607150028';

test('what may be so stands until it is answered; the answer is for these members alone', () => {
  const questions = findContradictions(householdOf([zhangWei, { ...liFang, sex: 'male' }]), day);
  const answer = { code: 'SPOUSES_OF_ONE_SEX', members: ['李芳', '张伟'] };
  expect(openQuestions(questions, [])).toHaveLength(1);
  expect(openQuestions(questions, [answer])).toEqual([]);
  expect(openQuestions(questions, [{ ...answer, members: ['李芳'] }])).toHaveLength(1);
  expect(openQuestions(questions, [{ ...answer, code: 'CHILD_WORKS' }])).toHaveLength(1);
});

test('what cannot be so is corrected and not explained', () => {
  const questions = findContradictions(householdOf([zhangWei, { ...liFang, relation: 'child', birth: '1980-01-01' }]), day);
  expect(openQuestions(questions, [{ code: 'CHILD_NOT_YOUNGER', members: ['张伟', '李芳'] }])).toHaveLength(1);
});

test('the income of whoever is in prison is asked about', () => {
  const household = householdOf([zhangWei, { ...liFang, absence: 'prison' }], { income: [wageOf('李芳', '1')] });
  expect(openQuestions(findContradictions(household, day), []).map(({ code }) => code)).toEqual(['INCOME_OF_ABSENT']);
});

test('a death that a register knows of is asked about although the household does not say it', () => {
  const household = householdOf([zhangWei, { ...liFang, idNumber }]);
  const known = withDeaths(household, new Map([[idNumber, '2026-08-01']]));
  expect(findContradictions(known, day).map(({ code }) => code)).toContain('MEMBER_DEAD');
  expect(withDeaths(household, new Map())).toBe(household);
  const stated = householdOf([{ ...zhangWei, diedOn: '2026-07-01' }]);
  expect(withDeaths(stated, new Map([['x', day]])).members[0]?.diedOn).toBe('2026-07-01');
});
