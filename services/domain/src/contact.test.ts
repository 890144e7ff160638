import { expect, test } from 'vitest';
import { type ContactClass, contactClasses, isContactClass, mayBeExplained, plainPhone } from './contact.ts';

test('a number is the same however it is written', () => {
  for (const written of ['13800000001', '138 0000 0001', '+86 138-0000-0001', '008613800000001', '１３８００００ ０００１']) {
    expect(plainPhone(written)).toBe('13800000001');
  }
});

test('what is too short to be a number is none', () => {
  expect([plainPhone(undefined), plainPhone(''), plainPhone('12'), plainPhone('110')]).toEqual([undefined, undefined, undefined, '110']);
});

test('a landline of a number that begins with 86 keeps it', () => {
  expect(plainPhone('8612345')).toBe('8612345');
});

test('the classes fit a list that is read at a glance', () => {
  expect(Object.keys(contactClasses).length).toBeLessThanOrEqual(12);
  expect([isContactClass('help'), isContactClass('toString')]).toEqual([true, false]);
});

test('ordinary matters alone may be explained instead of done [analog: WF-12345 20]', () => {
  const explained = (Object.keys(contactClasses) as ContactClass[]).filter(mayBeExplained);
  expect(explained).toEqual(['suggestion', 'other']);
});
