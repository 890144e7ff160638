// TA2026 = 民政部 财政部 2026-01-29 二(一); figures T1: the urban standard is 820.
import { expect, test } from 'vitest';
import { parametersFor } from '../parameters.ts';
import { reliefCap } from './quick-relief.ts';

test('the cap is one monthly standard for the case, however many are in need', () => {
  for (const persons of [1, 3, 30])
    expect(reliefCap(persons, '2026-09-18', parametersFor('demo'))).toMatchObject({ fen: 82_000, per: 'case' });
});

test('where the place counts it for each person, three may be given three standards', () => {
  const perPerson = parametersFor('demo.per-person');
  expect(reliefCap(1, '2026-09-18', perPerson)).toMatchObject({ fen: 82_000, per: 'person' });
  expect(reliefCap(3, '2026-09-18', perPerson)).toMatchObject({ fen: 246_000, per: 'person' }); // 3 × 820.00
});

test('says what it was worked out from, down to the dated figures', () => {
  const { because } = reliefCap(3, '2026-09-18', parametersFor('demo.per-person'));
  expect(because).toMatchObject({
    value: '2460.00',
    operation: 'product',
    of: {
      amount: {
        operation: 'share',
        of: { amount: { parameter: 'lowStandard.urban@2026-01-01' }, ratio: { parameter: 'tempAid.quickReliefCap@2021-07-01' } },
      },
      count: { value: '3', input: 'persons' },
    },
  });
});
