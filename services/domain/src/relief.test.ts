import { expect, test } from 'vitest';
import { faultOfGift, giftFaults, leftOf, moneyOf, type ReliefGift, waysOf } from './relief.ts';

const payee = { name: '演受助', bank: '演示银行', account: '6200000000001234' };
const whole: ReliefGift = { channel: 'bank', amount: '500', cash: '320', goods: '棉被', goodsValue: '150' };

test('money in cash, by transfer to an account, goods alone, and goods beside cash can be given', () => {
  expect(faultOfGift({ amount: '820', channel: 'cash' }, undefined)).toBeUndefined();
  expect(faultOfGift({ amount: '820', channel: 'bank' }, payee)).toBeUndefined();
  expect(faultOfGift({ goods: '棉被两床', channel: 'goods' }, undefined)).toBeUndefined();
  expect(faultOfGift({ amount: '820', goods: '棉被两床', goodsValue: '160', channel: 'cash' }, undefined)).toBeUndefined();
});

test.each([
  ['nothing at all', { channel: 'cash' }, undefined, 'NOTHING_GIVEN'],
  ['no yuan', { amount: '0', channel: 'cash' }, undefined, 'NOTHING_GIVEN'],
  ['the cost of goods that nobody names', { amount: '1', goodsValue: '5', channel: 'cash' }, undefined, 'GOODS_NOT_NAMED'],
  ['money as goods', { amount: '1', goods: '米', channel: 'goods' }, undefined, 'MONEY_NEEDS_CHANNEL'],
  ['goods alone as cash', { goods: '米', channel: 'cash' }, undefined, 'GOODS_NEED_CHANNEL'],
  ['a transfer to nobody', { amount: '1', channel: 'bank' }, undefined, 'ACCOUNT_MISSING'],
  ['a transfer without a bank', { amount: '1', channel: 'bank' }, { name: '演受助', account: '6200000000001234' }, 'ACCOUNT_MISSING'],
] as const)('%s cannot be given', (_what, gift, to, fault) => {
  expect(faultOfGift(gift, to)).toBe(fault);
  expect(giftFaults[fault].label.zh).not.toBe('');
});

test('all the money of a gift counts, and goods do not [TA2026 2(1)]', () => {
  expect(moneyOf(whole)).toBe(82_000);
  expect(moneyOf({})).toBe(0);
});

test('a gift goes by the bank, by hand, or both ways', () => {
  expect(waysOf(whole)).toEqual({ byBank: true, byHand: true });
  expect(waysOf({ channel: 'bank', amount: '500' })).toEqual({ byBank: true, byHand: false });
  expect(waysOf({ channel: 'bank', amount: '500', goods: '棉被' })).toEqual({ byBank: true, byHand: true });
  expect(waysOf({ channel: 'cash', amount: '500' })).toEqual({ byBank: false, byHand: true });
  expect(waysOf({ channel: 'goods', goods: '棉被' })).toEqual({ byBank: false, byHand: true });
});

test('goods and cash may go beside a transfer; cash is said once', () => {
  expect(faultOfGift(whole, payee)).toBeUndefined();
  expect(faultOfGift({ ...whole, channel: 'cash' }, payee)).toBe('CASH_TWICE');
  expect(faultOfGift({ channel: 'bank', cash: '320' }, payee)).toBe('GOODS_NEED_CHANNEL');
  expect(faultOfGift(whole, { name: '演受助' })).toBe('ACCOUNT_MISSING');
  expect(faultOfGift({ channel: 'cash' }, undefined)).toBe('NOTHING_GIVEN');
  expect(faultOfGift({ channel: 'bank', amount: '1', goodsValue: '2' }, payee)).toBe('GOODS_NOT_NAMED');
});

test('what has arrived is not given again, and what is left goes its own way', () => {
  const arrived = (byBank: boolean, byHand: boolean) => leftOf(whole, { byBank, byHand });
  expect(arrived(false, false)).toEqual(whole);
  expect(arrived(true, false)).toEqual({ channel: 'cash', amount: '320', goods: '棉被', goodsValue: '150' });
  expect(arrived(false, true)).toEqual({ channel: 'bank', amount: '500' });
  expect(leftOf({ channel: 'bank', amount: '500', goods: '棉被' }, { byBank: true, byHand: false })).toEqual({
    channel: 'goods',
    goods: '棉被',
  });
  expect(leftOf({ channel: 'cash', amount: '500' }, { byBank: false, byHand: false })).toEqual({ channel: 'cash', amount: '500' });
});
