import { recognisedProgrammes, recognitionEnds } from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, Id, Nullable, Place } from './words.ts';

export const RecognisedProgramme = Type.Enum(recognisedProgrammes);

/** As what a household is recognised, and for how long; without monthly money. */
export const RecognitionOfCase = Type.Object(
  {
    programme: RecognisedProgramme,
    from: Day,
    until: Nullable(Type.String({ format: 'date', description: 'The last day; null where it stands until it is reviewed' })),
    reviewBy: Nullable(Day),
    mayApplyAnewFrom: Day,
    state: Type.Enum(['in-force', 'ending', 'review-due', 'ended']),
    endReason: Nullable(Type.Enum(Object.keys(recognitionEnds) as (keyof typeof recognitionEnds)[])),
  },
  closed,
);
export type RecognitionOfCase = Type.Static<typeof RecognitionOfCase>;

export const Recognition = Type.Object(
  { caseId: Id, receipt: Type.String(), township: Place, village: Place, applicant: Type.String(), ...RecognitionOfCase.properties },
  closed,
);
export type Recognition = Type.Static<typeof Recognition>;
