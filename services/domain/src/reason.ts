import type { Label } from './label.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * Why an assessment came out as it did, in the order in which reasons are given. `sources` are the articles with the
 * day from which each carries the reason, the latest first: the Social Assistance Law goes before the rules it stands above.
 */
export const reasons = {
  NO_COUNTED_MEMBER: {
    label: { zh: '没有可以计入的共同生活家庭成员。', en: 'No member of the household can be counted.' },
    sources: [['2021-07-01', 'M57 7']],
  },
  INCOME_BELOW_STANDARD: {
    label: { zh: '人均收入低于当地最低生活保障标准。', en: 'Income per head is below the local standard.' },
    sources: [
      ['2026-07-01', 'LAW 18'],
      ['2021-07-01', 'SC649 9'],
    ],
  },
  INCOME_NOT_BELOW_STANDARD: {
    label: { zh: '人均收入不低于当地最低生活保障标准。', en: 'Income per head is not below the local standard.' },
    sources: [
      ['2026-07-01', 'LAW 18'],
      ['2021-07-01', 'SC649 9'],
    ],
  },
  INCOME_BELOW_EDGE: {
    label: { zh: '人均收入低于边缘家庭收入标准。', en: 'Income per head is below the limit for edge households.' },
    sources: [
      ['2026-07-01', 'LAW 21'],
      ['2022-10-20', 'N2022 1(4)'],
      ['2021-07-01', 'M57 8'],
    ],
  },
  INCOME_NOT_BELOW_EDGE: {
    label: { zh: '人均收入不低于边缘家庭收入标准。', en: 'Income per head is not below the limit for edge households.' },
    sources: [
      ['2026-07-01', 'LAW 21'],
      ['2022-10-20', 'N2022 1(4)'],
      ['2021-07-01', 'M57 8'],
    ],
  },
  ENTITLED_TO_SUBSISTENCE_ALLOWANCE: {
    label: { zh: '家庭符合最低生活保障条件，应整户申请。', en: 'The household itself is entitled to the subsistence allowance.' },
    sources: [
      ['2022-10-20', 'N2022 1(1)'],
      ['2021-07-01', 'M57 8'],
    ],
  },
  SUBSISTENCE_ALLOWANCE_GOES_FIRST: {
    label: {
      zh: '家庭符合最低生活保障条件，应申请最低生活保障。',
      en: 'The household is entitled to the subsistence allowance, which goes first.',
    },
    sources: [
      ['2026-07-01', 'LAW 22'],
      ['2025-01-01', 'RIGID 4'],
    ],
  },
  EDGE_HOUSEHOLD_GOES_FIRST: {
    label: { zh: '家庭符合低保边缘家庭条件，应申请低保边缘家庭认定。', en: 'The household is an edge household, which goes first.' },
    sources: [
      ['2026-07-01', 'LAW 22'],
      ['2025-01-01', 'RIGID 4'],
    ],
  },
  INCOME_NOT_BELOW_DISPOSABLE: {
    label: {
      zh: '人均收入不低于当地上年度人均可支配收入。',
      en: 'Income per head is not below the disposable income per head of the place in the year before.',
    },
    sources: [
      ['2026-07-01', 'LAW 22'],
      ['2025-01-01', 'RIGID 4'],
    ],
  },
  SPENDING_OVER_SHARE: {
    label: { zh: '必需支出占收入的比例超过规定比例。', en: 'Necessary spending takes more of the income than the share that is set.' },
    sources: [
      ['2026-07-01', 'LAW 22'],
      ['2025-01-01', 'RIGID 4'],
    ],
  },
  SPENDING_NOT_OVER_SHARE: {
    label: {
      zh: '必需支出占收入的比例没有超过规定比例。',
      en: 'Necessary spending does not take more of the income than the share that is set.',
    },
    sources: [
      ['2026-07-01', 'LAW 22'],
      ['2025-01-01', 'RIGID 4'],
    ],
  },
  DEPOSITS_OVER_LIMIT: {
    label: { zh: '存款等金融财产超过规定限额。', en: 'Deposits and other financial assets are over the limit.' },
    sources: [
      ['2026-07-01', 'LAW 23'],
      ['2021-07-01', 'M57 14'],
    ],
  },
  PASSENGER_CAR: {
    label: { zh: '拥有小汽车。', en: 'The household owns a passenger car.' },
    sources: [
      ['2026-07-01', 'LAW 23'],
      ['2021-07-01', 'M57 14'],
    ],
  },
  SECOND_HOME: {
    label: { zh: '拥有第二套住房。', en: 'The household owns a second home.' },
    sources: [
      ['2026-07-01', 'LAW 23'],
      ['2021-07-01', 'M57 14'],
    ],
  },
  COMPANY: {
    label: { zh: '拥有公司或企业。', en: 'The household owns a company.' },
    sources: [
      ['2026-07-01', 'LAW 23'],
      ['2021-07-01', 'M57 14'],
    ],
  },
  NOT_EDGE_HOUSEHOLD: {
    label: { zh: '家庭不是低保边缘家庭，不能单人申请。', en: 'The household is no edge household, so nobody can apply out of it alone.' },
    sources: [['2021-07-01', 'M57 8']],
  },
  NOT_SINGLE_PERSON_CATEGORY: {
    label: { zh: '申请人不属于可以单人申请的人员。', en: 'The applicant is not among those who may apply alone.' },
    sources: [['2021-07-01', 'M57 8']],
  },
  SPENDING_REACHES_TIER: {
    label: {
      zh: '必需支出占收入的比例达到救助档次。',
      en: 'Necessary spending takes so much of the income that it reaches a tier of the aid.',
    },
    sources: [['2018-01-23', 'TA2018 2(1)']],
  },
  SPENDING_BELOW_TIERS: {
    label: {
      zh: '必需支出占收入的比例没有达到救助档次。',
      en: 'Necessary spending does not take so much of the income that it reaches a tier of the aid.',
    },
    sources: [['2018-01-23', 'TA2018 2(1)']],
  },
  AID_INCOME_NOT_BELOW_DISPOSABLE: {
    label: {
      zh: '人均收入不低于当地上年度人均可支配收入。',
      en: 'Income per head is not below the disposable income per head of the place in the year before.',
    },
    sources: [['2018-01-23', 'TA2018 2(1)']],
  },
  SAME_REASON_THIS_YEAR: {
    label: {
      zh: '同一事由本年度已经救助过，县级没有认定情况特殊。',
      en: 'The same reason was helped this calendar year, and the county has not found the case special.',
    },
    sources: [['2014-10-03', 'TA2014']],
  },
} as const satisfies Record<string, { label: Label; sources: readonly (readonly [from: PlainDate, article: string])[] }>;
export type ReasonCode = keyof typeof reasons;

/** A reason as it stands in an assessment. */
export interface AssessmentReason {
  readonly code: ReasonCode;
  readonly source: string;
}

/** The reason with the article that carries it on `day`; there are no figures, and so no assessments, before the first of them. */
export function reasonOn(code: ReasonCode, day: PlainDate): AssessmentReason {
  const [, source] = reasons[code].sources.find(([from]) => from <= day)!;
  return { code, source };
}
