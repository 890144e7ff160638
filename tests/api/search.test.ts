// Finding a case by what is at hand: the number on the receipt, an ID number, part of a name.
import { makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { household, openOffice, type TestOffice } from './open-office.ts';
import { apply } from './walk.ts';

let office: TestOffice;
let own: { caseId: string; receipt: string };
let elsewhere: { caseId: string; receipt: string };
beforeAll(async () => {
  office = await openOffice();
  own = await apply(office, 1);
  elsewhere = await apply(office, 2, { township: '999901102' });
});
afterAll(() => office.close());

async function found(who: string, text: string): Promise<string[]> {
  const { body } = await office.ask<{ items: { id: string }[] }>(who, 'POST', '/api/case-searches', { text });
  return body.items.map(({ id }) => id);
}

describe('a case is found', () => {
  test('by its number, with and without the dash, in small letters and with spaces', async () => {
    for (const text of [own.receipt, own.receipt.replace('-', ''), ` ${own.receipt.toLowerCase()} `])
      expect(await found('caseworker', text)).toEqual([own.caseId]);
  });

  test('by the ID number of anybody in the household, also in full-width digits', async () => {
    for (const { idNumber } of household(1).members) {
      if (!idNumber) continue;
      expect(await found('caseworker', idNumber)).toContain(own.caseId);
      const wide = idNumber.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      expect(await found('caseworker', wide)).toContain(own.caseId);
    }
  });

  test('by two characters of the name of the applicant, wherever they stand', async () => {
    const name = household(1).members[0]!.name;
    expect(await found('caseworker', name.slice(0, 2))).toContain(own.caseId);
    expect(await found('caseworker', name.slice(1))).toContain(own.caseId);
  });
});

describe('a case is not found', () => {
  test('in a township that is not one’s own; the county finds both', async () => {
    expect(await found('caseworker', elsewhere.receipt)).toEqual([]);
    expect(await found('county', elsewhere.receipt)).toEqual([elsewhere.caseId]);
    expect(await found('county', own.receipt)).toEqual([own.caseId]);
  });

  test('by an ID number that nobody has, or by signs that a search could mistake for more', async () => {
    expect(await found('caseworker', makeIdNumber('999901', '1950-01-01', 'male', 999))).toEqual([]);
    for (const text of ['%%', '__', "' or true --", '甲 ']) expect(await found('caseworker', text)).toEqual([]);
  });

  test('without something to search for', async () => {
    for (const body of [{ text: '甲' }, { text: '' }, { text: '甲\u0000秋' }, { text: 'a'.repeat(61) }, {}, { text: 'ab', more: 1 }])
      expect((await office.ask('caseworker', 'POST', '/api/case-searches', body)).status).toBeGreaterThanOrEqual(400);
  });
});

test('every search is kept, and what was searched for is not', async () => {
  const first = await searches();
  expect(await found('caseworker', own.receipt)).toHaveLength(1);
  expect(await found('caseworker', 'DB26-00000000')).toEqual([]);
  expect(await found('county', elsewhere.receipt)).toHaveLength(1);
  const { body } = await office.ask<object>('inspector', 'GET', '/api/audit');
  expect(await searches()).toBe(first + 3);
  expect(JSON.stringify(body)).not.toContain(own.receipt);
});

async function searches(): Promise<number> {
  const { body } = await office.ask<{ items: { action: string }[] }>('inspector', 'GET', '/api/audit?limit=200');
  return body.items.filter(({ action }) => action === 'search-cases').length;
}
