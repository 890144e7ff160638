import Type from 'typebox';
import { Amount, closed, Day, EndingWord, Nullable, Programme, StageWord } from './words.ts';

/** Where an application stands, for whoever has the receipt: no name, no address, no number of a person. */
export const Tracking = Type.Object(
  {
    receipt: Type.String(),
    programme: Programme,
    stage: StageWord,
    steps: Type.Array(
      Type.Object(
        { step: Type.String(), label: Type.String(), state: Type.Enum(['done', 'now', 'ahead']), on: Type.Optional(Day) },
        closed,
      ),
    ),
    nextBy: Type.Optional(Day),
    ending: Nullable(EndingWord),
    amount: Type.Optional(Amount),
    from: Type.Optional(Type.String()),
    /** The tree of the amount, without names. */
    because: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  closed,
);
export type Tracking = Type.Static<typeof Tracking>;
