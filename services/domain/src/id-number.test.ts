import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthOf, checkIdNumber, makeIdNumber, maskIdNumber, sexOf } from './id-number.ts';

test('the example of the standard is right, with its X', () => {
  expect(checkIdNumber('11010519491231002X')).toBeUndefined();
  expect(checkIdNumber('440524188001010014')).toBe('birth');
});

test.each([
  ['11010519491231002x', 'form'],
  ['1101051949123100', 'form'],
  ['01010519491231002X', 'form'],
  ['110105194912310021', 'check-digit'],
  ['110105199002300021', 'birth'],
  ['110105199013010021', 'birth'],
  ['110105190002290029', 'birth'],
])('%s is refused for its %s', (idNumber, fault) => {
  expect(checkIdNumber(idNumber)).toBe(fault);
});

test('a made-up number is right, and says birth and sex', () => {
  const anyBirth = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(anyBirth, fc.constantFrom('male' as const, 'female' as const), fc.nat(499), (birth, sex, serial) => {
      const idNumber = makeIdNumber('450203', birth, sex, serial);
      expect(checkIdNumber(idNumber)).toBeUndefined();
      expect([birthOf(idNumber), sexOf(idNumber)]).toEqual([birth, sex]);
    }),
  );
});

test('another digit anywhere is noticed', () => {
  const idNumber = makeIdNumber('450203', '1984-03-02', 'male', 7);
  for (let i = 0; i < 17; i += 1) {
    const other = String((Number(idNumber[i]) + 1) % 10);
    expect(checkIdNumber(`${idNumber.slice(0, i)}${other}${idNumber.slice(i + 1)}`)).toBeDefined();
  }
});

test('a masked number hides the birth', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
  expect(maskIdNumber('张伟 123')).toBe('******');
});
