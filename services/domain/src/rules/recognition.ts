/**
 * How long a recognition holds, and what stands in its way. RIGID = 刚性支出困难家庭认定办法 4, 10; M57 31 by reference for
 * the edge household [OP2023 2]; N2022 1(4).
 */
import type { Label } from '../label.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import { addDays, addMonths, type PlainDate } from '../plain-date.ts';
import type { Programme } from '../programme.ts';
import type { RefusalCode } from '../refusal.ts';

/** The programmes that end with a recognition and no monthly money. */
export const recognisedProgrammes = ['edge-household', 'rigid-expenditure'] as const satisfies readonly Programme[];
export type RecognisedProgramme = (typeof recognisedProgrammes)[number];

export function isRecognised(programme: string): programme is RecognisedProgramme {
  return (recognisedProgrammes as readonly string[]).includes(programme);
}

/** Why a recognition stands no more. */
export const recognitionEnds = {
  expired: { zh: '有效期届满', en: 'Its time is over' },
  renewed: { zh: '重新认定', en: 'Recognised anew' },
  'not-renewed': { zh: '重新核查后不再符合条件', en: 'Looked at anew and no longer given' },
  'other-programme': { zh: '家庭已享受其他救助', en: 'The household is helped by another programme' },
} as const satisfies Record<string, Label>;
export type RecognitionEnd = keyof typeof recognitionEnds;

/** A recognition holds from `fromDay` to the end of `untilDay`, or, where it is null, until it is looked at anew, by `reviewDay`. */
export interface RecognitionTerm {
  readonly fromDay: PlainDate;
  readonly untilDay: PlainDate | null;
  readonly reviewDay: PlainDate | null;
  /** From here on the household is reminded, and may apply anew. */
  readonly remindDay: PlainDate;
  /** The parameter that set the length. */
  readonly parameter: string;
}

/**
 * The term of a recognition that is decided on `day`, which is not counted [CIVIL 201].
 *
 * RIGID 10 — A rigid-expenditure household is recognised for twelve months at most; so its last day does not move to a
 * working day. An edge household stands until it is reviewed, as an award does.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function recognitionTerm(programme: RecognisedProgramme, day: PlainDate, parameters: ParameterSet): RecognitionTerm {
  const { value: months, parameter } = figure(
    parameters,
    programme === 'rigid-expenditure' ? 'rigid.validMonths' : 'edge.reviewMonths',
    day,
  );
  const last = addMonths(day, months);
  const remindDay = addDays(last, -figure(parameters, 'recognition.reminderDays', day).value);
  const [untilDay, reviewDay] = programme === 'rigid-expenditure' ? [last, null] : [null, last];
  return { fromDay: day, untilDay, reviewDay, remindDay, parameter };
}

/** Where a recognition stands on a day: `ending`: its last days; `review-due`: the day of its review has come. */
export type RecognitionState = 'in-force' | 'ending' | 'review-due' | 'ended';

export function recognitionStateOn(
  { untilDay, reviewDay, remindDay, isEnded }: Omit<RecognitionTerm, 'fromDay' | 'parameter'> & { isEnded: boolean },
  day: PlainDate,
): RecognitionState {
  if (isEnded || (untilDay !== null && day > untilDay)) return 'ended';
  if (reviewDay !== null && day >= reviewDay) return 'review-due';
  return day >= remindDay ? 'ending' : 'in-force';
}

/** What a household has or asks for already, under a programme. */
export interface Standing {
  readonly programme: Programme;
  readonly state: 'applied' | 'granted' | 'recognised';
  /** Only one member has it, out of an edge household [M57 8]. */
  readonly isAlone: boolean;
  readonly untilDay: PlainDate | null;
  readonly remindDay: PlainDate | null;
}

/** Whoever is helped by one of these is not recognised under the programme [N2022 1(4); RIGID 4]. */
const goingBefore: Partial<Record<Programme, readonly Programme[]>> = {
  'edge-household': ['subsistence-allowance'],
  'rigid-expenditure': ['subsistence-allowance', 'edge-household'],
};

/** The programmes of which a household that is helped under `programme` cannot be recognised at the same time. */
export function recognitionsEndedBy(programme: Programme): RecognisedProgramme[] {
  return recognisedProgrammes.filter((later) => goingBefore[later]?.includes(programme));
}

/** What stands in the way of an application under `programme` on `day`, if anything does; a member who applies alone is not held up by it. */
export function findExclusion(
  programme: Programme,
  day: PlainDate,
  standings: readonly Standing[],
): { code: RefusalCode; details: Record<string, unknown> } | undefined {
  const before = goingBefore[programme] ?? [];
  for (const { programme: other, state, isAlone, untilDay, remindDay } of standings) {
    if (isAlone) continue;
    const excludes = before.includes(other) || (goingBefore[other] ?? []).includes(programme);
    if (state === 'applied' && excludes) return { code: 'EXCLUDED_BY_APPLICATION', details: { programme: other } };
    if (state !== 'applied' && before.includes(other)) return { code: 'EXCLUDED_BY_AWARD', details: { programme: other } };
    if (state === 'recognised' && other === programme && remindDay !== null && day < remindDay)
      return { code: 'RECOGNISED_ALREADY', details: { programme, until: untilDay, from: remindDay } };
  }
  return undefined;
}
