import { expect, test } from 'vitest';
import { limitText } from './limit-text.ts';

test('a limit of days ends with a day, and one of hours at a time', () => {
  expect(limitText('2026-09-16T16:00:00.000Z', 'zh')).toBe('2026年9月16日');
  expect(limitText('2026-09-16T15:59:00.000Z', 'en')).toBe('Sep 16, 2026, 23:59');
});
