import { type AwardAmountKind, awardAmountKinds, type AwardState, awardStates } from '@zhouji/domain';
import Type from 'typebox';
import { Amount, closed, Day, EndingWord, Id, Moment, Nullable, Place, Programme } from './words.ts';

export const AwardStateWord = Type.Enum(Object.keys(awardStates) as AwardState[]);
export const MonthWord = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'A month, YYYY-MM' });

/** An amount of an award, from its month until the next one begins. */
export const AmountOfAward = Type.Object(
  {
    from: MonthWord,
    monthly: Amount,
    kind: Type.Enum(Object.keys(awardAmountKinds) as AwardAmountKind[]),
    reason: Type.String(),
    /** The trees of the amount, as in an assessment; null where it was not worked out. */
    because: Type.Unknown(),
  },
  closed,
);

/** An award with its life. `monthly` and `from` are those of the amount that is in force or next to come. */
export const Award = Type.Object(
  {
    caseId: Id,
    number: Type.String(),
    state: AwardStateWord,
    ending: Nullable(EndingWord),
    monthly: Amount,
    from: MonthWord,
    /** In the order in which they were decided. */
    amounts: Type.Array(AmountOfAward),
    nextReviewOn: Nullable(Day),
    /** The last day of the gradual exit that runs. */
    exitsOn: Nullable(Day),
    /** What was put on a list to be paid. */
    entitlements: Type.Array(Type.Object({ month: MonthWord, amount: Amount }, closed)),
    workRefusals: Type.Array(
      Type.Object(
        { member: Type.String(), offeredOn: Day, offer: Type.String(), hasGoodReason: Type.Boolean(), reason: Type.String() },
        closed,
      ),
    ),
  },
  closed,
);
export type Award = Type.Static<typeof Award>;

/** A row of the list of awards. */
export const AwardLine = Type.Object(
  {
    caseId: Id,
    number: Type.String(),
    /** The granted case that it came from. */
    origin: Id,
    programme: Programme,
    township: Place,
    village: Place,
    recipient: Type.String(),
    openedAt: Moment,
    state: AwardStateWord,
    ending: Nullable(EndingWord),
    monthly: Amount,
    from: MonthWord,
    nextReviewOn: Nullable(Day),
    underReview: Type.Boolean(),
  },
  closed,
);
export type AwardLine = Type.Static<typeof AwardLine>;

export const PayListLine = Type.Object(
  {
    id: Id,
    township: Place,
    programme: Programme,
    month: MonthWord,
    lines: Type.Integer(),
    sum: Amount,
    madeBy: Type.String(),
    madeAt: Moment,
  },
  closed,
);
export type PayListLine = Type.Static<typeof PayListLine>;

/** A payment list; a line of an earlier month than that of the list was decided after the list of its own month. */
export const PayList = Type.Object(
  {
    ...PayListLine.properties,
    /** How many of its lines no payment stands behind. */
    unplanned: Type.Integer(),
    items: Type.Array(
      Type.Object(
        { caseId: Id, number: Type.String(), recipient: Type.String(), village: Place, month: MonthWord, amount: Amount },
        closed,
      ),
    ),
  },
  closed,
);
export type PayList = Type.Static<typeof PayList>;
