import { expect, test } from 'vitest';
import { choiceFault, fieldFault, fieldFaults, kindFault } from './field-fault.ts';

test('what is said beside a field is filled in, in both languages', () => {
  expect(fieldFault('too-long', { limit: '60' })).toEqual({ zh: '最多填写 60 个字。', en: 'Write at most 60 characters.' });
  expect(kindFault('integer')).toEqual({ zh: '这里要填整数。', en: 'This must be a whole number.' });
  expect(kindFault('null')).toEqual({ zh: '这里要填别的内容。', en: 'This must be something else.' });
  expect(choiceFault(['urban', 'rural'])).toEqual({ zh: '从这些中选择：urban、rural。', en: 'Choose one of: urban, rural.' });
});

test('what people wrote is filled in as they wrote it, and is never a place to fill', () => {
  expect(fieldFault('last-four-differ', { member: '{limit} $& $1' }).zh).toBe('核对{limit} $& $1的身份证后四位。');
});

test('both languages have the same places to fill', () => {
  const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const { zh, en } of Object.values(fieldFaults)) expect(placesOf(en)).toEqual(placesOf(zh));
});
