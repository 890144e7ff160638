/**
 * After a quick relief: whether what is known of the people points to help that lasts [TA2018 2(4); OP2020 15]. It proposes
 * and finds nothing: income, assets and supporters are looked at in the application.
 *
 * LAW = 社会救助法; M43 = 特困人员认定办法; M57 = 最低生活保障审核确认办法; OP2020 = the opinions of the two offices of 2020.
 */
import type { Vulnerability } from '../hardship.ts';
import type { Label } from '../label.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';
import type { FollowUp } from '../relief.ts';

/** What is known of those in need when somebody asks whether more help is needed. */
export interface ScreeningFacts {
  readonly persons: number;
  /** Of the person in need; left out: not known. */
  readonly birth?: PlainDate;
  readonly vulnerable: readonly Vulnerability[];
  /** The same people were relieved not long before. */
  readonly isRepeat: boolean;
  /** Under which programmes they are helped or recognised already. */
  readonly known: readonly string[];
}

/** Why help that lasts is proposed, with the article. */
export const screeningGrounds = {
  'alone-elderly': { label: { zh: '独自一人，年满 60 周岁', en: 'Alone, and 60 or older' }, source: 'M43 4, 5' },
  'alone-minor': { label: { zh: '独自一人，未满 16 周岁', en: 'Alone, and under 16' }, source: 'M43 4, 5' },
  'alone-disabled': { label: { zh: '独自一人，有残疾', en: 'Alone, and disabled' }, source: 'M43 4, 5' },
  repeated: { label: { zh: '近期不止一次急难救助', en: 'Relieved more than once within a short time' }, source: 'OP2020 15' },
  'weak-member': {
    label: { zh: '家中有老人、儿童、残疾人或者病人', en: 'An elderly, ill or disabled person or a child in the family' },
    source: 'M57 6',
  },
} as const satisfies Record<string, { label: Label; source: string }>;
export type ScreeningGround = keyof typeof screeningGrounds;

/** A programme that is proposed. */
export interface ScreeningProposal {
  readonly next: Extract<FollowUp, 'subsistence-allowance' | 'extreme-poverty-support'>;
  readonly grounds: readonly ScreeningGround[];
}

/** M43 5 — No work ability by age alone. */
const elderlyFrom = 60;
const minorUnder = 16;
const weak: readonly Vulnerability[] = ['elderly', 'child', 'disabled', 'ill'];

/** TA2018 2(4); OP2020 15; LAW 16, 18 — What is proposed to the officer who follows up, the stronger one first; nothing where they are in it already. */
export function screen(facts: ScreeningFacts, day: PlainDate): ScreeningProposal[] {
  const { isRepeat, vulnerable, known } = facts;
  const alone = groundsOfPoverty(facts, day);
  const lasting: ScreeningGround[] = [
    ...(isRepeat ? (['repeated'] as const) : []),
    ...(vulnerable.some((who) => weak.includes(who)) ? (['weak-member'] as const) : []),
  ];
  // SC649 15; LAW 16 — Nobody is in both.
  const isHelped = known.includes('subsistence-allowance') || known.includes('extreme-poverty-support');
  if (known.includes('extreme-poverty-support')) return [];
  return [
    ...(alone.length > 0 ? [{ next: 'extreme-poverty-support' as const, grounds: alone }] : []),
    ...(lasting.length > 0 && !isHelped ? [{ next: 'subsistence-allowance' as const, grounds: lasting }] : []),
  ];
}

/** M43 4, 5 — Alone and without work ability; whether there is a livelihood or a supporter nobody has looked at yet. */
function groundsOfPoverty({ persons, birth, vulnerable }: ScreeningFacts, day: PlainDate): ScreeningGround[] {
  if (persons !== 1) return [];
  const age = birth === undefined ? undefined : ageOn(birth, day);
  const isElderly = age === undefined ? vulnerable.includes('elderly') : age >= elderlyFrom;
  const isMinor = age === undefined ? vulnerable.includes('child') : age < minorUnder;
  return [
    ...(isElderly ? (['alone-elderly'] as const) : []),
    ...(isMinor ? (['alone-minor'] as const) : []),
    ...(vulnerable.includes('disabled') ? (['alone-disabled'] as const) : []),
  ];
}
