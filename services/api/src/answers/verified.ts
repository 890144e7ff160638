import Type from 'typebox';
import { LetterWord } from './case-words.ts';
import { closed, Day, Nullable } from './words.ts';

/** What anybody learns of a letter by its code: nothing of whom it is about. */
export const Verified = Type.Object(
  {
    kind: LetterWord,
    title: Type.String(),
    number: Type.String(),
    /** The authority that issued it. */
    body: Type.String(),
    issuedOn: Day,
    /** SHA-256 of what it says. */
    digest: Type.String(),
    /** Superseded: a later letter has taken its place. */
    state: Type.Enum(['valid', 'superseded']),
    servedOn: Nullable(Day),
  },
  closed,
);
export type Verified = Type.Static<typeof Verified>;
