// ARL = 行政复议法 (2023); ALL = 行政诉讼法 (2017).
import { expect, test } from 'vitest';
import { parametersFor } from '../parameters.ts';
import { nameOfSigner, remediesAgainst, signerOf } from './remedies.ts';

const places = { township: '清溪镇', county: '演示县' };
const street = { township: '柳荫街道', county: '演示区', setUpBy: '演示市' };
const on = { day: '2026-09-07', parameters: parametersFor('demo') };

test('what a township signs the county government hears [ARL 24(1)(2)]', () => {
  const signer = signerOf('delegated', places);
  expect(nameOfSigner(signer, places)).toBe('清溪镇人民政府');
  expect(remediesAgainst(signer, places, on)).toEqual({
    reconsideration: { body: '演示县人民政府', days: 60, source: 'ARL 24(1)(2)' },
    litigation: { months: 6, source: 'ALL 46' },
    online: 'county-portal',
  });
});

test('what a street office signs the government hears that set it up [ARL 24(1)(3)]', () => {
  const signer = signerOf('delegated', street);
  expect(nameOfSigner(signer, street)).toBe('柳荫街道办事处');
  expect(remediesAgainst(signer, street, on).reconsideration).toEqual({ body: '演示市人民政府', days: 60, source: 'ARL 24(1)(3)' });
});

test('a street office that nobody else is known to have set up is of its county [ARL 24(1)(3)]', () => {
  const unknown = { township: street.township, county: street.county };
  const signer = signerOf('delegated', unknown);
  expect(remediesAgainst(signer, unknown, on).reconsideration.body).toBe('演示区人民政府');
});

test('what the bureau of the county signs the county government hears, wherever the household lives [ARL 24(1)(1)]', () => {
  for (const place of [places, street]) {
    const signer = signerOf('county', place);
    expect(nameOfSigner(signer, place)).toBe(`${place.county}民政局`);
    expect(remediesAgainst(signer, place, on).reconsideration).toEqual({
      body: `${place.county}人民政府`,
      days: 60,
      source: 'ARL 24(1)(1)',
    });
  }
});

test('the limits are those of the day: before the law of 2024 none is guessed [ARL 20]', () => {
  expect(() => remediesAgainst('township-government', places, { ...on, day: '2023-12-31' })).toThrow('PARAMETER_UNKNOWN');
  expect(remediesAgainst('township-government', places, { ...on, day: '2024-01-01' }).reconsideration.days).toBe(60);
});
