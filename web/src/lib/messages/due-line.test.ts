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

test('of a limit in hours the time is said, and that it has passed; of one that ends with a day only the day', () => {
  const due = { dueOn: '2026-08-20', today: '2026-08-20', unit: 'working', state: 'running' } as const;
  // Half past three in the afternoon.
  const dueAt = '2026-08-20T07:30:00.000Z';
  expect(dueLine({ ...due, dueAt }, zh)).toEqual({ text: '8月20日 15:30 前', tone: 'warning' });
  expect(dueLine({ ...due, dueAt, isOver: true }, zh)).toEqual({ text: '8月20日 15:30 已超时', tone: 'danger' });
  expect(dueLine({ ...due, dueAt, today: '2026-08-19' }, zh).tone).toBe('plain');
  expect(dueLine({ ...due, dueAt: '2026-08-20T16:00:00.000Z' }, wordsIn('en')).text).toBe('Due today (Aug 20)');
});
