import Type from 'typebox';
import type { Label } from './label.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { filledLine } from './text-pattern.ts';

/**
 * What of a person may be passed on with a referral, thing by thing: nothing goes that is not on the list of the one
 * referral [PIPL 6, 13, 23].
 */
export const passedThings = {
  name: { label: { zh: '姓名', en: 'Name' } },
  'id-number': { label: { zh: '公民身份号码', en: 'ID number' } },
  phone: { label: { zh: '联系电话', en: 'Telephone' } },
  address: { label: { zh: '住址', en: 'Address' } },
  persons: { label: { zh: '家庭人口', en: 'Persons in the household' } },
  illness: { label: { zh: '患病情况', en: 'Illness' } },
  disability: { label: { zh: '残疾情况', en: 'Disability' } },
  schooling: { label: { zh: '就学情况', en: 'Schooling' } },
  income: { label: { zh: '收入情况', en: 'Income' } },
  housing: { label: { zh: '住房情况', en: 'Housing' } },
  spending: { label: { zh: '支出情况', en: 'Spending' } },
} as const satisfies Record<string, { label: Label }>;
export type PassedThing = keyof typeof passedThings;

/** How somebody agreed that it is passed on, or why nobody could be asked. */
export const consentWays = {
  'in-writing': { label: { zh: '书面同意', en: 'In writing' } },
  spoken: { label: { zh: '口头同意，已记录', en: 'By word of mouth, recorded' } },
  'life-in-danger': { label: { zh: '危及生命健康，来不及征得同意', en: 'Life or health in danger: there was no time to ask' } },
} as const satisfies Record<string, { label: Label }>;
export type ConsentWay = keyof typeof consentWays;

const closed = { additionalProperties: false };
const Line = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: filledLine,
});

/** One thing that is passed on, in the words that the receiver reads. */
export const Passed = Type.Object({ thing: Type.Enum(Object.keys(passedThings) as PassedThing[]), value: Line }, closed);
export type Passed = Type.Static<typeof Passed>;

/** Who agreed, how and when. Where life is in danger, `by` is the officer who answers for it. */
export const Consent = Type.Object({ by: PersonName, how: Type.Enum(Object.keys(consentWays) as ConsentWay[]), on: PlainDate }, closed);
export type Consent = Type.Static<typeof Consent>;

/** How a receiver can answer. */
export const referralAnswers = ['done', 'partly', 'refused', 'passed-on'] as const;
export type ReferralAnswer = (typeof referralAnswers)[number];

/** Whether a referral may go: what tells of a person goes with consent alone. */
export function mayPass(passed: readonly Passed[], consent: Consent | undefined): boolean {
  return passed.length === 0 || consent !== undefined;
}

/** What the office writes into the thread when a receiver is late. */
export const reminderText = {
  acknowledgement: { zh: '已超过签收期限，请尽快签收。', en: 'The limit for acknowledging has passed. Please acknowledge this now.' },
  answer: { zh: '已超过答复期限，请尽快答复。', en: 'The limit for answering has passed. Please answer now.' },
} as const satisfies Record<string, Label>;
