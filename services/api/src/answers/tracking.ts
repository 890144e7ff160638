import { Household } from '@zhouji/domain';
import Type from 'typebox';
import { TrackedAid } from './aid.ts';
import { TrackedPayment } from './tracked-payment.ts';
import { AwardStateWord, MonthWord } from './award.ts';
import { ClockWord, LetterWord } from './case-words.ts';
import { Amount, closed, Day, EndingWord, Id, Moment, Nullable, Programme, StageWord, Township, Village } from './words.ts';

/** A time limit that runs, as the officer sees it too. */
const TrackedClock = Type.Object(
  {
    clock: ClockWord,
    label: Type.String(),
    startedOn: Day,
    dueOn: Day,
    /** The minute, where the limit is counted in hours. */
    dueAt: Type.Optional(Moment),
    unit: Type.Enum(['working', 'calendar']),
    days: Type.Integer(),
    source: Type.String(),
    extended: Type.Optional(Type.String({ description: 'Why it was lengthened' })),
  },
  closed,
);

/** Something of the notice of what is missing; `isSupplied` once a paper of that name has come. */
const MissingThing = Type.Object(
  {
    item: Type.String(),
    kind: Type.Enum(['document', 'authorization', 'signature']),
    what: Type.String(),
    label: Type.String(),
    isSupplied: Type.Boolean(),
    /** Whether the member's signature needs the last four of the member's own ID number. */
    needsLastFour: Type.Boolean(),
  },
  closed,
);

/** What is asked of the household now. */
const Asked = Type.Object(
  {
    supplement: Type.Optional(
      Type.Object({ since: Day, missing: Type.Array(MissingThing), note: Type.Optional(Type.String()), version: Type.Integer() }, closed),
    ),
    difference: Type.Optional(
      Type.Object(
        { since: Day, summary: Type.String(), said: Type.Array(Type.Object({ at: Moment, statement: Type.String() }, closed)) },
        closed,
      ),
    ),
    /** LAW 48 — The household is to be heard before its award is cut or stopped. */
    hearing: Type.Optional(Type.Object({ since: Day, letter: Type.Optional(Id) }, closed)),
  },
  closed,
);

const TrackedLetter = Type.Object(
  { id: Id, kind: LetterWord, label: Type.String(), number: Type.String(), issuedOn: Day, servedOn: Nullable(Day) },
  closed,
);

const TrackedPaper = Type.Object({ id: Id, what: Type.String(), name: Type.String(), on: Day }, closed);

/** A decision against the household: why, and what can be done against it. */
const Decision = Type.Object(
  {
    on: Day,
    letter: Id,
    reasons: Type.Array(Type.Object({ text: Type.String(), source: Type.Optional(Type.String()) }, closed)),
    remedies: Type.Array(Type.String()),
  },
  closed,
);

/** What is paid, has been paid, and when it is looked at again. */
const TrackedAward = Type.Object(
  {
    number: Type.String(),
    state: AwardStateWord,
    label: Type.String(),
    /** Newest first. */
    amounts: Type.Array(Type.Object({ from: MonthWord, monthly: Amount, label: Type.String(), reason: Type.String() }, closed)),
    nextReviewOn: Nullable(Day),
    exitsOn: Nullable(Day),
    /** The last twelve months, newest first. */
    paid: Type.Array(Type.Object({ month: MonthWord, amount: Amount }, closed)),
  },
  closed,
);

/** What a small quick relief gives, and when it was in their hands. */
const TrackedRelief = Type.Object(
  { amount: Nullable(Amount), goods: Nullable(Type.String()), channel: Type.String(), decidedOn: Day, relievedAt: Nullable(Moment) },
  closed,
);

/** What the holder of the receipt may do now. */
export const heldActs = ['withdraw', 'report-change', 'report-death', 'give-up', 'add-papers'] as const;

/** Where an application stands, for whoever has the receipt: no address, no number of a person, and names only of those who have to sign. */
export const Tracking = Type.Object(
  {
    receipt: Type.String(),
    programme: Programme,
    stage: StageWord,
    appliedOn: Day,
    steps: Type.Array(
      Type.Object(
        { step: Type.String(), label: Type.String(), state: Type.Enum(['done', 'now', 'ahead']), on: Type.Optional(Day) },
        closed,
      ),
    ),
    nextBy: Type.Optional(Day),
    today: Day,
    clocks: Type.Array(TrackedClock),
    /** The public notice that hangs now. */
    notice: Nullable(Type.Object({ id: Id, endsOn: Day }, closed)),
    asked: Asked,
    papers: Type.Array(TrackedPaper),
    letters: Type.Array(TrackedLetter),
    ending: Nullable(EndingWord),
    endedOn: Nullable(Day),
    decision: Nullable(Decision),
    amount: Type.Optional(Amount),
    from: Type.Optional(Type.String()),
    award: Nullable(TrackedAward),
    /** Newest first. */
    payments: Type.Array(TrackedPayment),
    /** Expenditure aid that was granted, with its instalments. */
    aid: Nullable(TrackedAid),
    /** What a quick relief gives. */
    relief: Nullable(TrackedRelief),
    /** The tree of the amount or of the refusal, without names. */
    because: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    may: Type.Array(Type.Enum(heldActs)),
  },
  closed,
);
export type Tracking = Type.Static<typeof Tracking>;

/** What was stated, to be put right while papers are asked for: without ID numbers. */
export const Stated = Type.Object({ programme: Programme, township: Township, village: Village, household: Household }, closed);
export type Stated = Type.Static<typeof Stated>;
