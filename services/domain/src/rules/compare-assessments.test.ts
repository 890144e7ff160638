import { expect, test } from 'vitest';
import { assess } from '../assessment.ts';
import { fen } from '../money.ts';
import { withFigure } from '../parameters.ts';
import { allowanceOf, householdOf, liFang, t1, wageOf, zhangWei, zhangXiaoyu } from './cast.ts';
import { compareAssessments } from './compare-assessments.ts';

const s1 = householdOf([zhangWei, { ...liFang, seriousIllness: true }, zhangXiaoyu], { income: [wageOf('张伟', '2100')] });
const before = allowanceOf(s1);

test('assessments of the same household with the same figures differ in nothing', () => {
  expect(compareAssessments(before, allowanceOf(s1))).toEqual([]);
});

test('what a member earns now, and did not before, is named with the member', () => {
  const after = allowanceOf({ ...s1, income: [...s1.income, { member: '李芳', kind: 'transfer', monthly: '500' }] });
  const changes = compareAssessments(before, after);
  expect(changes).toContainEqual({ kind: 'result', what: 'monthly', before: '1006.00', after: '506.00' });
  expect(changes).toContainEqual({ kind: 'result', what: 'base', before: '760.00', after: '260.00' });
  expect(changes).toContainEqual({ kind: 'fact', what: 'income', member: '李芳', before: null, after: '500.00' });
  expect(changes.filter(({ kind }) => kind === 'figure')).toEqual([]);
});

test('a member who is gone is a fact that is not there any more', () => {
  const changes = compareAssessments(before, allowanceOf(householdOf([zhangWei, zhangXiaoyu], { income: s1.income })));
  expect(changes.filter(({ member }) => member === '李芳').every(({ after }) => after === null)).toBe(true);
  expect(changes.some(({ member }) => member === '李芳')).toBe(true);
});

test('a figure of the law that was set anew is named', () => {
  const raised = withFigure(t1, { id: 'lowStandard.urban', from: '2026-01-01', value: fen(90_000) });
  const after = assess({ programme: 'subsistence-allowance', household: s1, day: '2026-09-01', parameters: raised });
  expect(compareAssessments(before, after)).toContainEqual({
    kind: 'figure',
    what: 'lowStandard.urban',
    before: '820.00',
    after: '900.00',
  });
});

test('what is withheld is a result that was not there', () => {
  const after = assess({ programme: 'subsistence-allowance', household: s1, day: '2026-09-01', parameters: t1, refusers: ['张伟'] });
  expect(compareAssessments(before, after)).toContainEqual({ kind: 'result', what: 'withheld', before: null, after: '253.33' });
});
