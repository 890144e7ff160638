/** Words of paying: M57 25 (through a bank, to the account of the household), TA2018 2(4) (temporary aid; cash and goods where a transfer does not help). */
import Type from 'typebox';
import type { Label } from './label.ts';
import { fen } from './money.ts';
import { PersonName } from './person.ts';

/** How help reaches people. */
export const payChannels = {
  bank: { label: { zh: '银行转账', en: 'Bank transfer' } },
  cash: { label: { zh: '现金', en: 'Cash' } },
  goods: { label: { zh: '实物', en: 'Goods' } },
} as const satisfies Record<string, { label: Label }>;
export type PayChannel = keyof typeof payChannels;

/** Out of which money. */
export const paySources = {
  'assistance-fund': { label: { zh: '救助资金', en: 'Assistance fund' } },
  'reserve-fund': { label: { zh: '临时救助备用金', en: 'Township reserve fund' } },
} as const satisfies Record<string, { label: Label }>;
export type PaySource = keyof typeof paySources;

/**
 * What an intent to pay can be. `unknown`: the instruction has left and nobody knows what became of it; it is asked
 * about, and never sent again.
 */
export const payStates = {
  planned: { label: { zh: '待审批', en: 'To be approved' } },
  approved: { label: { zh: '待发送', en: 'Approved' } },
  sent: { label: { zh: '发放中', en: 'Sent' } },
  unknown: { label: { zh: '结果待查', en: 'Outcome unknown' } },
  paid: { label: { zh: '已发放', en: 'Paid' } },
  returned: { label: { zh: '已退汇', en: 'Returned' } },
  cancelled: { label: { zh: '不再发放', en: 'Given up' } },
} as const satisfies Record<string, { label: Label }>;
export type PayState = keyof typeof payStates;

/** What a bank says of an instruction. `pending`: taken in, not carried out yet; `not-received`: it does not know of it so far. */
export const bankResults = ['paid', 'returned', 'pending', 'not-received'] as const;
export type BankResult = (typeof bankResults)[number];

/** How an answer of the bank reached the office. */
export const bankRoads = {
  callback: { label: { zh: '银行通知', en: 'Told by the bank' } },
  reply: { label: { zh: '发送时答复', en: 'Reply on sending' } },
  query: { label: { zh: '查询答复', en: 'Answer to a question' } },
  statement: { label: { zh: '银行流水', en: 'Statement' } },
} as const satisfies Record<string, { label: Label }>;
export type BankRoad = keyof typeof bankRoads;

/** Why money came back. */
export const returnReasons = {
  'account-closed': { label: { zh: '账户已销户', en: 'The account is closed' } },
  'account-unknown': { label: { zh: '没有这个账户', en: 'There is no such account' } },
  'name-mismatch': { label: { zh: '户名不符', en: 'The account is in another name' } },
  'not-received': { label: { zh: '银行没有收到指令', en: 'The bank did not get the instruction' } },
  other: { label: { zh: '其他原因', en: 'Another reason' } },
} as const satisfies Record<string, { label: Label }>;
export type ReturnReason = keyof typeof returnReasons;

/** The reason as one that the table has. */
export function returnReasonOf(reason: string | null | undefined): ReturnReason {
  return reason !== null && reason !== undefined && Object.hasOwn(returnReasons, reason) ? (reason as ReturnReason) : 'other';
}

/** Why the office itself holds a payment until two people of finance have answered. */
export const reasonsToHold = {
  'payee-died': { zh: '收款人已经死亡', en: 'Whoever was to receive it has died' },
} as const satisfies Record<string, Label>;

/** What became of an answer of the bank. */
export const answerVerdicts = {
  taken: { label: { zh: '已采用', en: 'Taken' } },
  noted: { label: { zh: '已记录', en: 'Noted' } },
  repeated: { label: { zh: '重复', en: 'Repeated' } },
  'to-confirm': { label: { zh: '待向银行核实', en: 'To be confirmed by the bank' } },
  contradicts: { label: { zh: '前后矛盾', en: 'Contradicts what is known' } },
  'amount-differs': { label: { zh: '金额不符', en: 'The amount differs' } },
  'unknown-instruction': { label: { zh: '没有这笔指令', en: 'No such instruction' } },
  forged: { label: { zh: '签名不符', en: 'The signature is wrong' } },
  stale: { label: { zh: '时间不符', en: 'The time is out of range' } },
} as const satisfies Record<string, { label: Label }>;
export type AnswerVerdict = keyof typeof answerVerdicts;

/** Where money stands, in the books that have two sides. */
export const moneyAccounts = {
  budget: { label: { zh: '预算拨入', en: 'Budget' } },
  'assistance-fund': { label: { zh: '救助资金', en: 'Assistance fund' } },
  'reserve-fund': { label: { zh: '备用金', en: 'Reserve fund' } },
  committed: { label: { zh: '应发未发', en: 'Committed' } },
  'in-transit': { label: { zh: '发放在途', en: 'In transit' } },
  'paid-bank': { label: { zh: '银行已发放', en: 'Paid by bank' } },
  'paid-cash': { label: { zh: '现金已发放', en: 'Paid in cash' } },
  'paid-goods': { label: { zh: '实物已发放', en: 'Given in goods' } },
} as const satisfies Record<string, { label: Label }>;
export type MoneyAccount = keyof typeof moneyAccounts;

/** Why our ledger and the bank's differ in a line. */
export const moneyDifferences = {
  'not-at-bank': { label: { zh: '我方已发放，银行流水中没有', en: 'Paid with us, not on the statement' } },
  'not-with-us': { label: { zh: '银行已付出，我方还没有记为已发放', en: 'On the statement, not paid with us' } },
  'instruction-unknown': { label: { zh: '银行流水中有，我方没有这笔指令', en: 'On the statement, no instruction of ours' } },
  'amount-differs': { label: { zh: '金额不符', en: 'The amount differs' } },
} as const satisfies Record<string, { label: Label }>;
export type MoneyDifference = keyof typeof moneyDifferences;

/** The largest single payment, one million yuan: beyond it something is wrong. The database holds it as well. */
export const mostPaid = fen(100_000_000);

/** The account of whoever receives: it bears the payee's own name. */
export const PayAccount = Type.Object(
  {
    bank: Type.String({ minLength: 2, maxLength: 60, pattern: '^[^\\u0000-\\u001f\\u007f]*\\S[^\\u0000-\\u001f\\u007f]*$' }),
    account: Type.String({ pattern: '^[0-9]{8,30}$', description: 'Digits only' }),
    holder: PersonName,
  },
  { additionalProperties: false },
);
export type PayAccount = Type.Static<typeof PayAccount>;

/** How an account is shown in lists: its last four digits. */
export function maskAccount(account: string): string {
  return `**** ${account.slice(-4)}`;
}
