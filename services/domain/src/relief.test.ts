import { expect, test } from 'vitest';
import { faultOfGift, giftFaults } from './relief.ts';

const payee = { name: '演受助', bank: '演示银行', account: '6200000000001234' };

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
  ['goods by transfer', { amount: '1', goods: '米', channel: 'bank' }, payee, 'GOODS_BY_HAND'],
  ['goods alone as cash', { goods: '米', channel: 'cash' }, undefined, 'GOODS_NEED_CHANNEL'],
  ['a transfer to nobody', { amount: '1', channel: 'bank' }, undefined, 'ACCOUNT_MISSING'],
  ['a transfer without a bank', { amount: '1', channel: 'bank' }, { name: '演受助', account: '6200000000001234' }, 'ACCOUNT_MISSING'],
] as const)('%s cannot be given', (_what, gift, to, fault) => {
  expect(faultOfGift(gift, to)).toBe(fault);
  expect(giftFaults[fault].label.zh).not.toBe('');
});
