import { expect, test } from 'vitest';
import { citationOf } from './instrument.ts';

test('an article is called by the short title of its instrument', () => {
  expect(citationOf('LAW 18')).toEqual({ zh: '《社会救助法》第18条', en: 'Social Assistance Law, art. 18' });
  expect(citationOf('OP2023')).toEqual({ zh: '《2023年低收入人口意见》', en: 'Low Income Opinions 2023' });
});

test('several articles of one instrument are named together, and several instruments one after the other', () => {
  expect(citationOf('M57 23, 27').zh).toBe('《低保审核确认办法》第23、27条');
  expect(citationOf('M57 30–31').en).toBe('Subsistence Allowance Measures, arts 30–31');
  expect(citationOf('N2022 4(1); M57 22')).toEqual({
    zh: '《2022年兜底保障通知》四(一)；《低保审核确认办法》第22条',
    en: 'Basic Support Notice 2022, item 4(1); Subsistence Allowance Measures, art. 22',
  });
});

test('a paragraph stands behind its article, and items that are numbered through keep their number', () => {
  expect(citationOf('ARL 24(1)(3)').zh).toBe('《行政复议法》第24条(1)(3)');
  expect(citationOf('LAW 37, 50; OP2020 15, 16').zh).toBe('《社会救助法》第37、50条；《2020年社会救助改革意见》第15项、第16项');
  expect(citationOf('OP2020 15, 16').en).toBe('Reform Opinions 2020, items 15, 16');
});

test('what is no article of a known instrument stays as it was written', () => {
  for (const source of ['演示参数 T1', '县政发〔2026〕3号', 'RIGID 4: the income', 'XX 12', ''])
    expect(citationOf(source)).toEqual({ zh: source, en: source });
});
