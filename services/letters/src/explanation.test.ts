import { assess, type Because, isBecausePart, parametersFor, treesOf } from '@zhouji/domain';
import { expect, test } from 'vitest';
import { explanationsOf } from './explanation.ts';

const household = {
  residence: 'urban' as const,
  members: [
    { name: '甲一', relation: 'applicant' as const, birth: '1950-03-02', sex: 'male' as const },
    { name: '甲二', relation: 'spouse' as const, birth: '1984-07-15', sex: 'female' as const, seriousIllness: true },
    {
      name: '甲三',
      relation: 'child' as const,
      birth: '2017-05-20',
      sex: 'male' as const,
      disability: { type: 'mental' as const, level: 2 },
    },
  ],
  income: [
    { member: '甲二', kind: 'wage' as const, monthly: '2100.00' },
    { member: '甲一', kind: 'residents-pension-local' as const, monthly: '100.00' },
  ],
  assets: [{ kind: 'deposit' as const, amount: '6000.00' }],
};

test('every part of an explanation has words, so that no name of the code is printed', () => {
  for (const programme of ['subsistence-allowance', 'edge-household', 'rigid-expenditure'] as const) {
    const { because } = assess({ programme, household, day: '2026-09-01', parameters: parametersFor('demo') });
    const unnamed = treesOf(because).flatMap(([word, tree]) => namelessIn(word, tree));
    expect([...new Set(unnamed)], programme).toEqual([]);
  }
});

test('the amount stands first, and what was derived once is not derived again', () => {
  const { because } = assess({ programme: 'subsistence-allowance', household, day: '2026-09-01', parameters: parametersFor('demo') });
  const explanations = explanationsOf(because);
  expect(explanations[0]?.heading.zh).toBe('月保障金额：怎么得出的');
  const rows = explanations.flatMap((explanation) => explanation.rows);
  expect(rows.some(({ how }) => how.zh === '见上文')).toBe(true);
  const derived = rows.filter(({ name, how }) => name.zh === '全家月净收入' && how.zh !== '见上文');
  expect(derived).toHaveLength(1);
});

test('a fictional figure is marked, one of the law names its article', () => {
  const rows = explanationsOf({
    value: '1.00',
    operation: 'sum',
    of: {
      standard: { value: '820.00', parameter: 'lowStandard.urban@2026-01-01', source: '演示参数 T1' },
      limit: { value: '7', parameter: 'notice.days@2021-07-01', source: 'M57 19' },
    },
  }).flatMap((explanation) => explanation.rows);
  expect(rows.map(({ demo, source }) => ({ demo, source }))).toEqual([
    { demo: false, source: '' },
    { demo: true, source: '' },
    { demo: false, source: 'M57 19' },
  ]);
});

/** The words of a tree that people would read as they stand in the code. */
function namelessIn(word: string, tree: Because): string[] {
  const here = 'parameter' in tree || isBecausePart(word) ? [] : [word];
  return [...here, ...('of' in tree ? Object.entries(tree.of).flatMap(([inner, child]) => namelessIn(inner, child)) : [])];
}
