import Type from 'typebox';
import { IdNumber } from './id-number.ts';
import type { Label } from './label.ts';
import { fen, type Fen, parseYuan, Yuan } from './money.ts';
import { PersonName } from './person.ts';
import type { Department } from './receiver.ts';

/** What stands in the place of a name that nobody knows yet. */
export const unidentified: Label = { zh: '身份待补', en: 'Not identified yet' };

/** How a relief reaches those in need: cash and goods by hand, a transfer by the bank. */
export const reliefChannels = {
  cash: { label: { zh: '现金', en: 'Cash' } },
  bank: { label: { zh: '转账', en: 'Bank transfer' } },
  goods: { label: { zh: '实物', en: 'Goods' } },
} as const satisfies Record<string, { label: Label }>;
export type ReliefChannel = keyof typeof reliefChannels;

/** Who is protected before anything else [LAW 50, 52]. */
export const protections = {
  'minor-alone': { label: { zh: '独自一人的未成年人', en: 'A minor alone' } },
  'mentally-ill': { label: { zh: '精神障碍患者', en: 'A mentally ill person' } },
  'critically-ill': { label: { zh: '危重病人', en: 'A critically ill person' } },
} as const satisfies Record<string, { label: Label }>;
export type Protection = keyof typeof protections;

/**
 * To whom the office hands people over whom another body must help [LAW 31, 49, 52], and which department answers for it: it
 * gets a referral, whose thread stays open until it has answered [LAW 64].
 */
export const reliefReceivers = {
  'rescue-station': { label: { zh: '救助管理站', en: 'Rescue station' }, department: 'rescue-station' },
  police: { label: { zh: '公安机关', en: 'Police' }, department: 'public-security' },
  hospital: { label: { zh: '医疗机构', en: 'Hospital' }, department: 'health' },
  'child-protection': { label: { zh: '未成年人救助保护机构', en: 'Child protection' }, department: 'child-protection' },
  'emergency-management': { label: { zh: '应急管理部门', en: 'Emergency management' }, department: 'emergency-management' },
  other: { label: { zh: '其他部门或单位', en: 'Another body' }, department: null },
} as const satisfies Record<string, { label: Label; department: Department | null }>;
export type ReliefReceiver = keyof typeof reliefReceivers;

/** What the follow-up leads to where the relief was not enough [TA2018 2(4); OP2020 15]. */
export const followUps = {
  'expenditure-aid': { label: { zh: '申请支出型临时救助', en: 'Expenditure aid' } },
  'subsistence-allowance': { label: { zh: '申请最低生活保障', en: 'Subsistence allowance' } },
  'extreme-poverty-support': { label: { zh: '申请特困人员救助供养', en: 'Extreme-poverty support' } },
  'case-discussion': { label: { zh: '提请一事一议', en: 'One case, one discussion' } },
  referral: { label: { zh: '转介其他部门或慈善力量', en: 'Referral to a department or a charity' } },
} as const satisfies Record<string, { label: Label }>;
export type FollowUp = keyof typeof followUps;

/** Out of what a relief is paid: the township's reserve fund, or the county's assistance fund by transfer. */
export const reliefFunds = {
  'reserve-fund': { label: { zh: '乡镇备用金', en: 'Reserve fund of the township' } },
  'assistance-fund': { label: { zh: '县级救助资金', en: 'Assistance fund of the county' } },
} as const satisfies Record<string, { label: Label }>;
export type ReliefFund = keyof typeof reliefFunds;

/** Who receives the money. A transfer needs the account. */
export const Payee = Type.Object(
  {
    name: PersonName,
    idNumber: Type.Optional(IdNumber),
    account: Type.Optional(Type.String({ pattern: '^[0-9]{8,30}$' })),
    bank: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })),
  },
  { additionalProperties: false },
);
export type Payee = Type.Static<typeof Payee>;

/**
 * What is given in one decision: money by one way, or by two where it cannot wait for the bank; goods with it or alone. What
 * is not transferred goes by hand.
 */
export interface ReliefGift {
  /** The money that goes by the channel. */
  amount?: Yuan;
  /** What goes by hand beside a transfer, for what cannot wait until it has arrived. */
  cash?: Yuan;
  goods?: string;
  /** What the goods cost the fund; left out: they are from the store. */
  goodsValue?: Yuan;
  channel: ReliefChannel;
}

/** All the money of a gift, by whichever way it goes: what the cap counts. Goods are not money. */
export function moneyOf({ amount, cash }: Pick<ReliefGift, 'amount' | 'cash'>): Fen {
  return fen(fenOf(amount) + fenOf(cash));
}

/** Which ways the parts of a gift go. */
export function waysOf({ channel, amount, cash, goods }: ReliefGift): { byBank: boolean; byHand: boolean } {
  const byBank = channel === 'bank' && fenOf(amount) > 0;
  return { byBank, byHand: !byBank || fenOf(cash) > 0 || goods !== undefined };
}

/** What is left of a gift when parts of it have arrived. */
export function leftOf<Gift extends ReliefGift>(gift: Gift, arrived: { byBank: boolean; byHand: boolean }): Gift {
  const { amount, cash, goods, goodsValue, ...rest } = gift;
  const byHand = arrived.byHand ? {} : { ...(goods !== undefined && { goods }), ...(goodsValue !== undefined && { goodsValue }) };
  if (gift.channel === 'bank' && !arrived.byBank)
    return { ...rest, ...byHand, ...(amount !== undefined && { amount }), ...(cash !== undefined && !arrived.byHand && { cash }) } as Gift;
  // What went beside a transfer that has arrived is by itself now.
  const money = arrived.byHand ? undefined : gift.channel === 'bank' ? cash : amount;
  const channel = gift.channel === 'bank' ? (money === undefined ? 'goods' : 'cash') : gift.channel;
  return { ...rest, ...byHand, channel, ...(money !== undefined && { amount: money }) } as Gift;
}

/** What is wrong with a gift, if anything: nothing is given, goods without saying which, money by no way that it can go, a transfer without an account. */
export function faultOfGift({ amount, cash, goods, goodsValue, channel }: ReliefGift, payee: Payee | undefined): GiftFault | undefined {
  const hasMoney = fenOf(amount) > 0;
  if (!hasMoney && fenOf(cash) === 0 && goods === undefined) return 'NOTHING_GIVEN';
  if (goodsValue !== undefined && goods === undefined) return 'GOODS_NOT_NAMED';
  if (fenOf(cash) > 0 && channel !== 'bank') return 'CASH_TWICE';
  if (channel === 'goods') return hasMoney ? 'MONEY_NEEDS_CHANNEL' : undefined;
  if (!hasMoney) return 'GOODS_NEED_CHANNEL';
  if (channel === 'cash') return undefined;
  return payee?.account === undefined || payee.bank === undefined ? 'ACCOUNT_MISSING' : undefined;
}

/** What a gift lacks, in words, with where it stands. */
export const giftFaults = {
  NOTHING_GIVEN: { path: '/with/amount', label: { zh: '写明金额，或者写明给什么实物。', en: 'Say how much money, or which goods.' } },
  MONEY_NEEDS_CHANNEL: {
    path: '/with/channel',
    label: { zh: '有金额的，方式选现金或者转账；实物可以同时给。', en: 'Money goes as cash or by transfer; goods may go with it.' },
  },
  CASH_TWICE: {
    path: '/with/cash',
    label: {
      zh: '方式不是转账的，现金写在金额里。',
      en: 'Where nothing is transferred, the cash is the amount: write it there.',
    },
  },
  GOODS_NOT_NAMED: { path: '/with/goods', label: { zh: '写明给什么实物、多少。', en: 'Say which goods, and how many.' } },
  GOODS_NEED_CHANNEL: {
    path: '/with/amount',
    label: { zh: '写明金额；只给实物的，方式选实物。', en: 'Say how much; where only goods are given, choose goods.' },
  },
  ACCOUNT_MISSING: {
    path: '/with/payee',
    label: {
      zh: '转账要写明开户行和账号。没有账户的，改用现金。',
      en: 'A transfer needs bank and account. Without an account, choose cash.',
    },
  },
} as const satisfies Record<string, { path: string; label: Label }>;
export type GiftFault = keyof typeof giftFaults;

/** An amount in fen; none is nothing. */
function fenOf(yuan: Yuan | undefined): Fen {
  return yuan === undefined ? fen(0) : parseYuan(yuan);
}
