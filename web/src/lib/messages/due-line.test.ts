import { expect, test } from 'vitest';
import { dueLine } from './due-line.ts';
import { wordsIn } from './words.ts';

const zh = wordsIn('zh');

test('a limit ahead is counted in working days, with its day', () => {
  // 2026-08-17 is a Monday.
  expect(dueLine({ dueOn: '2026-08-20', today: '2026-08-17', unit: 'working', state: 'running' }, zh).text).toBe(
    '还剩 3 个工作日（8月20日前）',
  );
});

test('a limit that has passed says by how many days', () => {
  expect(dueLine({ dueOn: '2026-08-18', today: '2026-08-20', unit: 'working', state: 'running' }, zh)).toEqual({
    text: '已逾期 2 天（8月18日）',
    tone: 'danger',
  });
});

test('today is said as today', () => {
  expect(dueLine({ dueOn: '2026-08-20', today: '2026-08-20', unit: 'working', state: 'running' }, wordsIn('en')).text).toBe(
    'Due today (Aug 20)',
  );
});

test('in a year without a published calendar plain days are counted', () => {
  expect(dueLine({ dueOn: '2031-01-10', today: '2031-01-07', unit: 'working', state: 'running' }, zh).text).toBe('还剩 3 天（1月10日前）');
});
