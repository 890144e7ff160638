import { ClockWord, LedgerData, LetterWord } from './case-words.ts';
import { Assessment, Household } from '@zhouji/domain';
import Type from 'typebox';
import {
  Amount,
  closed,
  Day,
  DutyWord,
  EndingWord,
  Id,
  ModeWord,
  Moment,
  Nullable,
  Place,
  Programme,
  StageWord,
  TaskWord,
} from './words.ts';

/** What every list and page says of a case. */
export const CaseSummary = Type.Object(
  {
    id: Id,
    receipt: Type.String(),
    programme: Programme,
    township: Place,
    village: Place,
    applicant: Type.String(),
    idNumber: Nullable(Type.String({ description: "The applicant's ID number, masked" })),
    stage: StageWord,
    mode: Nullable(ModeWord),
    appliedAt: Moment,
    acceptedAt: Nullable(Moment),
    closedAt: Nullable(Moment),
    ending: Nullable(EndingWord),
    flags: Type.Array(Type.Enum(['OVERDUE', 'RELATIVE_REGISTERED'])),
  },
  closed,
);
export type CaseSummary = Type.Static<typeof CaseSummary>;

/** The facts of a household as they stood after one source spoke; the newest are the established ones. */
export const Facts = Type.Object(
  {
    version: Type.Integer(),
    source: Type.Enum(['application', 'supplement', 'survey', 'verification', 'recheck', 'objection']),
    by: Type.String(),
    at: Moment,
    household: Household,
  },
  closed,
);
export type Facts = Type.Static<typeof Facts>;

/** A task of a case, open or done. */
export const TaskOfCase = Type.Object(
  {
    id: Id,
    kind: TaskWord,
    round: Type.Integer(),
    duty: DutyWord,
    openedAt: Moment,
    dueOn: Nullable(Day),
    version: Type.Integer(),
    outcome: Nullable(Type.String()),
    with: Nullable(Type.Record(Type.String(), Type.Unknown())),
    by: Nullable(Type.String()),
    at: Nullable(Moment),
  },
  closed,
);
export type TaskOfCase = Type.Static<typeof TaskOfCase>;

export const PeriodOfCase = Type.Object(
  {
    kind: Type.Enum(['notice']),
    round: Type.Integer(),
    startsAt: Moment,
    endsAt: Moment,
    endsOn: Day,
    endedAt: Nullable(Moment),
    outcome: Nullable(Type.String()),
  },
  closed,
);

export const ClockOfCase = Type.Object(
  {
    kind: ClockWord,
    round: Type.Integer(),
    startedOn: Day,
    dueOn: Day,
    dueAt: Moment,
    days: Type.Integer(),
    unit: Type.String(),
    state: Type.Enum(['running', 'met', 'missed', 'stopped']),
    warnedLevel: Nullable(Type.String()),
    parameter: Type.String(),
    calendarVersion: Type.String(),
    source: Type.String(),
    extendedReason: Nullable(Type.String()),
    stoppedAt: Nullable(Moment),
  },
  closed,
);
export type ClockOfCase = Type.Static<typeof ClockOfCase>;

export const LedgerEntry = Type.Object(
  { id: Type.String(), at: Moment, kind: Type.String(), round: Nullable(Type.Integer()), by: Type.String(), data: LedgerData },
  closed,
);
export type LedgerEntry = Type.Static<typeof LedgerEntry>;

export const AssessmentOfCase = Type.Object(
  { round: Type.Integer(), day: Day, factsVersion: Type.Integer(), by: Type.String(), result: Assessment },
  closed,
);

export const Award = Type.Object({ monthly: Amount, from: Type.String({ description: 'First month, YYYY-MM' }) }, closed);
/** The notice that hangs now. */
export const NoticeOfCase = Type.Object({ id: Id, round: Type.Integer(), postedAt: Moment, endsOn: Day }, closed);

/** What somebody objected to; not who. */
export const ObjectionOfCase = Type.Object({ id: Id, round: Type.Integer(), text: Type.String(), at: Moment }, closed);

export const CaseFile = Type.Object(
  {
    case: CaseSummary,
    household: Facts,
    declared: Facts,
    tasks: Type.Array(TaskOfCase),
    periods: Type.Array(PeriodOfCase),
    notice: Nullable(NoticeOfCase),
    award: Nullable(Award),
    objections: Type.Array(ObjectionOfCase),
  },
  closed,
);
export type CaseFile = Type.Static<typeof CaseFile>;

export const LetterLine = Type.Object(
  {
    id: Id,
    caseId: Id,
    kind: LetterWord,
    round: Type.Integer(),
    number: Type.String(),
    issuedAt: Moment,
    servedAt: Nullable(Moment),
    servedHow: Nullable(Type.String()),
  },
  closed,
);
export type LetterLine = Type.Static<typeof LetterLine>;

export const Letter = Type.Object({ ...LetterLine.properties, content: Type.Record(Type.String(), Type.Unknown()) }, closed);
export type Letter = Type.Static<typeof Letter>;

export const DocumentLine = Type.Object(
  { id: Id, what: Type.String(), name: Type.String(), mediaType: Type.String(), bytes: Type.Integer(), by: Type.String(), at: Moment },
  closed,
);
export type DocumentLine = Type.Static<typeof DocumentLine>;
