// M57 = 最低生活保障审核确认办法, article 34.
import { expect, test } from 'vitest';
import { assess } from '../assessment.ts';
import { withFigure } from '../parameters.ts';
import { householdOf, liFang, t1, wageOf, zhangWei, zhangXiaoyu } from './cast.ts';
import { refusersOf, type WorkRefusal } from './work-refusal.ts';

const day = '2026-09-01';
const s1 = householdOf([zhangWei, { ...liFang, seriousIllness: true }, zhangXiaoyu], { income: [wageOf('张伟', '2100')] });

function refusals(...row: ('no' | 'ill')[]): WorkRefusal[] {
  return row.map((why, i) => ({ member: '张伟', offeredOn: `2026-08-0${i + 1}`, hasGoodReason: why === 'ill' }));
}

test('the third refusal in a row without good reason counts, the second does not', () => {
  expect(refusersOf(refusals('no', 'no'), day, t1)).toEqual([]);
  expect(refusersOf(refusals('no', 'no', 'no'), day, t1)).toEqual(['张伟']);
});

test('a refusal with good reason begins the row anew, in the order of the offers and not of the writing', () => {
  expect(refusersOf(refusals('no', 'no', 'ill', 'no'), day, t1)).toEqual([]);
  expect(refusersOf(refusals('ill', 'no', 'no', 'no').toReversed(), day, t1)).toEqual(['张伟']);
});

test('refusals of different members do not add up', () => {
  const [first, second, third] = refusals('no', 'no', 'no');
  expect(refusersOf([first, second, { ...third, member: '李芳' }], day, t1)).toEqual([]);
});

test('only that person’s share is withheld: a third of the base, with the own top-up', () => {
  const of = (refusers: string[], parameters = t1) =>
    assess({ programme: 'subsistence-allowance', household: s1, day, parameters, refusers });
  // 760 ÷ 3 = 253.33; 1,006 − 253.33 = 752.67, to the next yuan 753.
  expect(of(['张伟'])).toMatchObject({ base: '760.00', topUp: '246.00', withheld: '253.33', monthly: '753.00' });
  // With her top-up of 123: 376.33; 629.67, so 630.
  expect(of(['李芳'])).toMatchObject({ withheld: '376.33', monthly: '630.00' });
  expect(of(['张伟'])).toMatchObject({ because: { monthly: { operation: 'roundUp', source: 'M57 34' } } });
  // A place may cut the share instead of stopping it: half of 253.33 is 126.66; 879.34, so 880.
  expect(of(['张伟'], withFigure(t1, { id: 'workRefusal.share', from: '2021-07-01', value: '0.5' }))).toMatchObject({
    withheld: '126.66',
    monthly: '880.00',
  });
  expect(of(['张伟'], withFigure(t1, { id: 'rounding', from: '2021-07-01', value: 'fen' }))).toMatchObject({
    withheld: '253.33',
    monthly: '752.67',
  });
});

test('nothing is withheld for somebody who does not count, or from a household that gets nothing', () => {
  const of = (household: typeof s1, refusers: string[]) =>
    assess({ programme: 'subsistence-allowance', household, day, parameters: t1, refusers });
  expect(of(s1, ['查无此人'])).not.toHaveProperty('withheld');
  expect(of({ ...s1, income: [wageOf('张伟', '9000')] }, ['张伟'])).toMatchObject({ eligible: false, monthly: '0.00' });
});

test('an award out of top-ups alone has no base to withhold', () => {
  const apart = { ...s1, income: [{ member: '张伟', kind: 'wage' as const, monthly: '2859.99' }] };
  const assessment = assess({ programme: 'subsistence-allowance', household: apart, day, parameters: t1, refusers: ['李芳'] });
  expect(assessment).toMatchObject({ base: '1.00', withheld: '123.33' });
});

test('who entered alone loses all, being all that the award is for [M57 8]', () => {
  const son = { ...zhangWei, disability: { type: 'physical' as const, level: 2 }, canWork: true };
  const parents = [
    { name: '张父', relation: 'parent' as const, birth: '1955-01-01', sex: 'male' as const },
    { name: '张母', relation: 'parent' as const, birth: '1957-01-01', sex: 'female' as const },
  ];
  const household = householdOf([son, ...parents], {
    application: 'single-person',
    income: [{ member: '张父', kind: 'other-pension', monthly: '3150' }],
  });
  const of = (refusers: string[]) => assess({ programme: 'subsistence-allowance', household, day, parameters: t1, refusers });
  expect(of([])).toMatchObject({ eligible: true, monthly: '943.00' });
  expect(of(['张伟'])).toMatchObject({ withheld: '943.00', monthly: '0.00' });
});
