import Type from 'typebox';
import { Hukou } from './hukou.ts';
import { IdNumber } from './id-number.ts';
import type { Label } from './label.ts';
import { parseYuan, Yuan } from './money.ts';
import { Disability, PersonName, Sex } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { anyText } from './text-pattern.ts';

/**
 * What is known of a household on a day: who belongs to it and what it lives from. It is what the applicant states, the
 * survey finds and the rules read; who of its members counts is the rules' affair.
 */

export const residences = ['urban', 'rural'] as const;
export type Residence = (typeof residences)[number];

/** What a member is to the applicant. `other` owes and is owed no support: an uncle, a parent-in-law, a friend. */
export const relations = ['applicant', 'spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'other'] as const;
export type Relation = (typeof relations)[number];

/** Why a member does not share the household's life although belonging to it [M57 7]. */
export const absences = ['clergy-apart-three-years', 'prison', 'compulsory-rehabilitation', 'missing'] as const;
export type Absence = (typeof absences)[number];

/** Kinds of income [M57 13]. */
export const incomeKinds = [
  'wage',
  'business',
  'property',
  'transfer',
  'support-received',
  'residents-pension-central',
  'residents-pension-local',
  'other-pension',
  'special-care-pension',
  'family-planning-reward',
  'scholarship',
  'bravery-award',
  'social-assistance',
  'old-age-allowance',
] as const;
export type IncomeKind = (typeof incomeKinds)[number];

/** Kinds of assets [M57 14]. */
export const assetKinds = ['deposit', 'security', 'insurance', 'passenger-car', 'second-home', 'company'] as const;
export type AssetKind = (typeof assetKinds)[number];

/**
 * Kinds of spending. The law counts the first four as rigid [RIGID 5(1)–(4)]; a county may add from the rest [RIGID 5(5)].
 */
export const expenditureKinds = ['basic-living', 'medical', 'education', 'disability-rehabilitation', 'housing', 'other'] as const;
export type ExpenditureKind = (typeof expenditureKinds)[number];

/** By what spending is shown: a bill, what insurance has settled, or a signed declaration in their place [N2022 1(2)]. */
export const evidenceKinds = ['bill', 'settlement', 'declaration'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What has put the household in hardship: the reason for which temporary aid is asked [LAW 29; TA2018 2(1)]. */
export const hardshipKinds = ['illness', 'education', 'disability', 'accident', 'disaster', 'other'] as const;
export type HardshipKind = (typeof hardshipKinds)[number];

/** What somebody can do in law by themselves: full, limited or no capacity [CIVIL 18–22]. */
export const capacities = ['full', 'limited', 'none'] as const;
export type Capacity = (typeof capacities)[number];

/** Whether the household applies, or the applicant alone out of an edge household [M57 8]. */
export const applications = ['household', 'single-person'] as const;
export type Application = (typeof applications)[number];

const closed = { additionalProperties: false };

export const HouseholdMember = Type.Object(
  {
    name: PersonName,
    relation: Type.Enum(relations),
    birth: PlainDate,
    sex: Sex,
    idNumber: Type.Optional(IdNumber),
    disability: Type.Optional(Disability),
    /** A major illness that the place recognises (重病). */
    seriousIllness: Type.Optional(Type.Boolean()),
    /** In full-time education up to bachelor level. */
    fullTimeStudent: Type.Optional(Type.Boolean()),
    /** Left out: yes. */
    livesWith: Type.Optional(Type.Boolean()),
    absence: Type.Optional(Type.Enum(absences)),
    canWork: Type.Optional(Type.Boolean()),
    /** Capacity of an adult to act for themselves [CIVIL 18–22]; left out: full. */
    capacity: Type.Optional(Type.Enum(capacities)),
    /** Who signs for a minor or a person without capacity; need not be a member. */
    guardian: Type.Optional(PersonName),
    /** Where the member is registered; left out: where the household lives. */
    hukou: Type.Optional(Hukou),
    /** The day of death, where one is known. */
    diedOn: Type.Optional(PlainDate),
  },
  closed,
);
export type HouseholdMember = Type.Static<typeof HouseholdMember>;

/** Gross income per month; deductions are the rules' affair. */
export const Income = Type.Object({ member: PersonName, kind: Type.Enum(incomeKinds), monthly: Yuan }, closed);
export type Income = Type.Static<typeof Income>;

/** What the household owns. Money has an amount; of a car, a home or a company it counts that it is there. */
export const Asset = Type.Object({ kind: Type.Enum(assetKinds), amount: Type.Optional(Yuan) }, closed);
export type Asset = Type.Static<typeof Asset>;

/**
 * What the household had to spend in the twelve months before it applied, in yuan; asked for a rigid-expenditure
 * household [RIGID 4, 5] and for expenditure aid [TA2018 2(1)]. Without `member` it is the spending of all.
 */
export const Expenditure = Type.Object(
  {
    kind: Type.Enum(expenditureKinds),
    member: Type.Optional(PersonName),
    annual: Yuan,
    /** Of medical spending: what insurance and aid have paid back of `annual`, or will. */
    reimbursed: Type.Optional(Yuan),
    /** Of education: what a public school costs by the price list, where `annual` was paid elsewhere. */
    publicPrice: Type.Optional(Yuan),
    /** By what it is shown; left out: nothing yet. */
    evidence: Type.Optional(Type.Enum(evidenceKinds)),
  },
  closed,
);
export type Expenditure = Type.Static<typeof Expenditure>;

/** Somebody who owes support and lives apart; asked for in extremely-poor support only [M43 8]. */
export const Supporter = Type.Object(
  { name: PersonName, relation: Type.Enum(relations.slice(1) as Exclude<Relation, 'applicant'>[]), ableToSupport: Type.Boolean() },
  closed,
);
export type Supporter = Type.Static<typeof Supporter>;

/** What happened, to whom and since when; asked for in temporary aid only. */
export const Hardship = Type.Object(
  {
    kind: Type.Enum(hardshipKinds),
    /** Whom it struck; left out: all of them. */
    member: Type.Optional(PersonName),
    what: Type.String({ minLength: 1, maxLength: 1000, pattern: anyText }),
    since: PlainDate,
  },
  closed,
);
export type Hardship = Type.Static<typeof Hardship>;

export const Household = Type.Object(
  {
    residence: Type.Enum(residences),
    application: Type.Optional(Type.Enum(applications)),
    members: Type.Array(HouseholdMember, { minItems: 1, maxItems: 30 }),
    income: Type.Array(Income, { maxItems: 200 }),
    assets: Type.Array(Asset, { maxItems: 200 }),
    supporters: Type.Optional(Type.Array(Supporter, { maxItems: 30 })),
    expenditure: Type.Optional(Type.Array(Expenditure, { maxItems: 200 })),
    hardship: Type.Optional(Hardship),
  },
  closed,
);
export type Household = Type.Static<typeof Household>;

/** What a schema of single values cannot say. A household with a fault cannot be assessed at all. */
export const householdFaults = {
  NO_APPLICANT: { zh: '没有申请人。', en: 'No member is the applicant.' },
  SEVERAL_APPLICANTS: { zh: '申请人只能有一名。', en: 'Only one member can be the applicant.' },
  NAME_TWICE: { zh: '两名成员同名，要写得能区分。', en: 'Two members have the same name. Tell them apart.' },
  INCOME_OF_NOBODY: { zh: '这项收入不属于任何家庭成员。', en: 'This income belongs to no member of the household.' },
  BORN_AFTER_DAY: { zh: '出生日期晚于核算日期。', en: 'The day of birth lies after the day that is assessed.' },
  DIED_BEFORE_BIRTH: { zh: '死亡日期早于出生日期。', en: 'The day of death lies before the day of birth.' },
  SPENDING_OF_NOBODY: { zh: '这项支出不属于任何家庭成员。', en: 'This spending belongs to no member of the household.' },
  REIMBURSED_MORE_THAN_PAID: { zh: '报销金额不能超过支出金额。', en: 'No more can be paid back than was spent.' },
  HARDSHIP_OF_NOBODY: { zh: '遇到困难的人不是家庭成员。', en: 'Whom the hardship struck is no member of the household.' },
  HARDSHIP_NOT_TOLD: { zh: '写明遇到了什么困难、从什么时候开始。', en: 'Tell what the hardship is and since when.' },
  HARDSHIP_TO_COME: { zh: '困难发生的日期晚于今天。', en: 'The hardship begins after today.' },
  AMOUNT_MISSING: { zh: '存款、有价证券和保险要写明金额。', en: 'Deposits, securities and insurance need an amount.' },
} as const satisfies Record<string, Label>;
export type HouseholdFaultCode = keyof typeof householdFaults;

/** `path` leads to the value, in steps joined by `/`: `members/1/name`. */
export interface HouseholdFault {
  readonly code: HouseholdFaultCode;
  readonly path: string;
}

/** The faults of a household that its schema has let pass, as of `day`. */
export function findHouseholdFaults(household: Household, day: PlainDate): HouseholdFault[] {
  const faults: HouseholdFault[] = [];
  const names = new Set<string>();
  let applicants = 0;
  household.members.forEach((member, i) => {
    if (names.has(member.name)) faults.push({ code: 'NAME_TWICE', path: `members/${i}/name` });
    names.add(member.name);
    if (member.relation === 'applicant' && (applicants += 1) > 1)
      faults.push({ code: 'SEVERAL_APPLICANTS', path: `members/${i}/relation` });
    if (member.birth > day) faults.push({ code: 'BORN_AFTER_DAY', path: `members/${i}/birth` });
    if (member.diedOn !== undefined && member.diedOn < member.birth)
      faults.push({ code: 'DIED_BEFORE_BIRTH', path: `members/${i}/diedOn` });
  });
  if (applicants === 0) faults.push({ code: 'NO_APPLICANT', path: 'members' });
  household.income.forEach(({ member }, i) => {
    if (!names.has(member)) faults.push({ code: 'INCOME_OF_NOBODY', path: `income/${i}/member` });
  });
  household.expenditure?.forEach(({ member, annual, reimbursed }, i) => {
    if (member !== undefined && !names.has(member)) faults.push({ code: 'SPENDING_OF_NOBODY', path: `expenditure/${i}/member` });
    if (reimbursed !== undefined && parseYuan(reimbursed) > parseYuan(annual))
      faults.push({ code: 'REIMBURSED_MORE_THAN_PAID', path: `expenditure/${i}/reimbursed` });
  });
  const { hardship } = household;
  if (hardship?.member !== undefined && !names.has(hardship.member)) faults.push({ code: 'HARDSHIP_OF_NOBODY', path: 'hardship/member' });
  if (hardship && hardship.since > day) faults.push({ code: 'HARDSHIP_TO_COME', path: 'hardship/since' });
  household.assets.forEach(({ kind, amount }, i) => {
    if (isMoney(kind) && amount === undefined) faults.push({ code: 'AMOUNT_MISSING', path: `assets/${i}` });
  });
  return faults;
}

/** Whether an asset is money or as good as money, and so has an amount [M57 14]. */
export function isMoney(kind: AssetKind): kind is 'deposit' | 'security' | 'insurance' {
  return kind === 'deposit' || kind === 'security' || kind === 'insurance';
}

export { contradictions, findContradictions, type Contradiction, type ContradictionCode } from './contradiction.ts';
