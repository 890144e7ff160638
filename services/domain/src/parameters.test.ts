import { describe, expect, test } from 'vitest';
import { fen } from './money.ts';
import { figure, parametersFor, withFigure } from './parameters.ts';
import { Refusal } from './refusal.ts';

const demo = parametersFor('demo');

describe('a figure', () => {
  test('comes with the day it holds from and its source', () => {
    expect(figure(demo, 'lowStandard.urban', '2026-09-01')).toMatchObject({
      value: fen(82000),
      parameter: 'lowStandard.urban@2026-01-01',
      source: '演示参数 T1',
    });
  });
  test('changes on the day that the next value holds from', () => {
    expect(figure(demo, 'income.pensionCentralPartExempt', '2025-12-31').value).toBe(true);
    expect(figure(demo, 'income.pensionCentralPartExempt', '2026-01-01').value).toBe(false);
    expect(figure(demo, 'total.delegated', '2022-10-19').value).toBe(30);
    expect(figure(demo, 'total.delegated', '2022-10-20').value).toBe(20);
  });
  test('of the place goes before the national one', () => {
    expect(figure(parametersFor('national'), 'confirmationAuthority.subsistence-allowance', '2026-09-01').value).toBe('county');
    expect(figure(demo, 'confirmationAuthority.subsistence-allowance', '2026-09-01').value).toBe('township');
  });
  test('is national where the place has none', () => {
    expect(figure(demo, 'survey.start', '2026-09-01')).toMatchObject({ value: 3, source: 'M57 15' });
  });
  test('that is not in force is refused, not guessed', () => {
    expect(() => figure(demo, 'lowStandard.urban', '2021-06-30')).toThrow(Refusal);
    expect(() => figure(parametersFor('national'), 'lowStandard.urban', '2026-09-01')).toThrow(/PARAMETER_UNKNOWN/);
  });
});

test('a set is built once, and an unknown one is refused', () => {
  expect(parametersFor('demo')).toBe(demo);
  expect(demo.demo).toBe(true);
  expect(parametersFor('national').demo).toBe(false);
  expect(() => parametersFor('atlantis')).toThrow(/PARAMETER_UNKNOWN/);
  expect(() => parametersFor('toString')).toThrow(/PARAMETER_UNKNOWN/);
});

test('a proposed figure holds from its day, and the set says that it is a proposal', () => {
  const proposed = withFigure(demo, { id: 'lowStandard.urban', from: '2026-10-01', value: fen(90000) });
  expect(figure(proposed, 'lowStandard.urban', '2026-09-30').value).toBe(82000);
  expect(figure(proposed, 'lowStandard.urban', '2026-10-01')).toMatchObject({ value: 90000, source: 'proposed' });
  expect(figure(demo, 'lowStandard.urban', '2026-10-01').value).toBe(82000);
  expect(proposed.version).not.toBe(demo.version);
});
