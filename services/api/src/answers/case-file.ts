import { AidOfCase } from './aid.ts';
import { Award } from './award.ts';
import { RecognitionOfCase } from './recognition.ts';
import { ClockWord, LedgerData, LetterWord, SideCommandWord } from './case-words.ts';
import {
  type AgentRelation,
  agentRelations,
  Assessment,
  type ExtensionReason,
  extensionReasons,
  flagCodes,
  Household,
  type PeriodKind,
  periods,
  processNames,
} from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, DutyWord, EndingWord, Id, ModeWord, Moment, Nullable, Place, Programme, StageWord, TaskWord } from './words.ts';

/** What every list and page says of a case. */
export const CaseSummary = Type.Object(
  {
    id: Id,
    receipt: Type.String(),
    programme: Programme,
    process: Type.Enum(processNames),
    /** The case that this one came from, such as the granted one of an award. */
    origin: Nullable(Id),
    township: Place,
    village: Place,
    applicant: Type.String(),
    /** Who applied in the name of the household [M57 6]; on the page of a case alone. */
    agent: Type.Optional(Type.Object({ name: Type.String(), relation: Type.Enum(Object.keys(agentRelations) as AgentRelation[]) }, closed)),
    /** Who signed for an applicant that cannot; likewise. */
    signedBy: Type.Optional(Type.String()),
    idNumber: Nullable(Type.String({ description: "The applicant's ID number, masked" })),
    stage: StageWord,
    mode: Nullable(ModeWord),
    appliedAt: Moment,
    acceptedAt: Nullable(Moment),
    closedAt: Nullable(Moment),
    ending: Nullable(EndingWord),
    flags: Type.Array(Type.Enum(flagCodes)),
  },
  closed,
);
export type CaseSummary = Type.Static<typeof CaseSummary>;

/** The facts of a household as they stood after one source spoke; the newest are the established ones. */
export const Facts = Type.Object(
  {
    version: Type.Integer(),
    source: Type.Enum([
      'application',
      'supplement',
      'survey',
      'verification',
      'recheck',
      'objection',
      'death',
      'grant',
      'report',
      'review',
      'spending-check',
    ]),
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
    kind: Type.Enum(Object.keys(periods) as PeriodKind[]),
    round: Type.Integer(),
    startsAt: Moment,
    endsAt: Nullable(Moment),
    endsOn: Nullable(Day),
    endedAt: Nullable(Moment),
    outcome: Nullable(Type.String()),
  },
  closed,
);

export const ClockOfCase = Type.Object(
  {
    kind: ClockWord,
    round: Type.Integer(),
    startedAt: Moment,
    startedOn: Day,
    dueOn: Day,
    dueAt: Moment,
    days: Type.Integer(),
    unit: Type.String(),
    state: Type.Enum(['running', 'met', 'missed', 'stopped']),
    warnings: Type.Array(Type.Object({ level: Type.String(), at: Moment }, closed)),
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
  {
    id: Type.String(),
    seq: Type.Integer(),
    hash: Type.String(),
    at: Moment,
    kind: Type.String(),
    round: Nullable(Type.Integer()),
    by: Type.String(),
    data: LedgerData,
  },
  closed,
);
export type LedgerEntry = Type.Static<typeof LedgerEntry>;

export const AssessmentOfCase = Type.Object(
  {
    round: Type.Integer(),
    day: Day,
    factsVersion: Type.Integer(),
    by: Type.String(),
    result: Assessment,
    /** What differs from the assessment before; null where none was compared. */
    changes: Nullable(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum(['result', 'fact', 'figure']),
            what: Type.String(),
            member: Type.Optional(Type.String()),
            before: Nullable(Type.String()),
            after: Nullable(Type.String()),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);

/** The notice that hangs now. */
export const NoticeOfCase = Type.Object({ id: Id, round: Type.Integer(), postedAt: Moment, endsOn: Day }, closed);

/** What somebody objected to; not who. */
export const ObjectionOfCase = Type.Object({ id: Id, round: Type.Integer(), text: Type.String(), at: Moment }, closed);

export const AnswerOfCase = Type.Object(
  {
    code: Type.String(),
    members: Type.Array(Type.String()),
    note: Type.String(),
    factsVersion: Type.Integer(),
    by: Type.String(),
    at: Moment,
  },
  closed,
);

/** That a notice was put up or taken down, with the document that shows it. */
export const ProofOfNotice = Type.Object(
  { notice: Id, what: Type.Enum(['posting', 'removal']), at: Moment, by: Type.String(), document: Id },
  closed,
);

/** The case that this one was passed on from or to; it may lie outside of the caller's area. */
const LinkedCase = Type.Object({ caseId: Id, receipt: Type.String(), township: Place }, closed);

export const CaseFile = Type.Object(
  {
    case: CaseSummary,
    household: Facts,
    declared: Facts,
    tasks: Type.Array(TaskOfCase),
    periods: Type.Array(PeriodOfCase),
    notice: Nullable(NoticeOfCase),
    award: Nullable(Award),
    recognition: Nullable(RecognitionOfCase),
    /** Expenditure aid that was granted, with its instalments. */
    aid: Nullable(AidOfCase),
    objections: Type.Array(ObjectionOfCase),
    /** What was answered to questions about the facts, with the version of the facts that it was answered for. */
    answers: Type.Array(AnswerOfCase),
    /** Reasons for which the decision may take longer and for which the record speaks. */
    extensionOffered: Type.Array(Type.Enum(Object.keys(extensionReasons) as ExtensionReason[])),
    /** Photos of notices that hung, with their times. */
    proofs: Type.Array(ProofOfNotice),
    complaints: Type.Array(Type.Object({ id: Id, text: Type.String(), at: Moment }, closed)),
    deceased: Type.Array(Type.Object({ member: Type.String(), diedOn: Day }, closed)),
    passedOnFrom: Nullable(LinkedCase),
    passedOnTo: Nullable(LinkedCase),
    /** The side commands that the caller may give now. */
    mayDo: Type.Array(SideCommandWord),
  },
  closed,
);
export type CaseFile = Type.Static<typeof CaseFile>;

/** Who received a letter, and what proves it. */
const ServiceOfLetter = Type.Object(
  { receivedBy: Type.Optional(Type.String()), trackingNumber: Type.Optional(Type.String()), witness: Type.Optional(Type.String()) },
  closed,
);

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
    servedOn: Nullable(Day),
    service: Nullable(ServiceOfLetter),
  },
  closed,
);
export type LetterLine = Type.Static<typeof LetterLine>;

export const Letter = Type.Object(
  {
    ...LetterLine.properties,
    content: Type.Record(Type.String(), Type.Unknown()),
    /** SHA-256 of the number and the content. */
    digest: Type.String(),
    verifyCode: Type.String(),
    /** Where anybody checks the letter; what its QR code says. */
    verifyUrl: Type.String(),
  },
  closed,
);
export type Letter = Type.Static<typeof Letter>;

export const DocumentLine = Type.Object(
  { id: Id, what: Type.String(), name: Type.String(), mediaType: Type.String(), bytes: Type.Integer(), by: Type.String(), at: Moment },
  closed,
);
export type DocumentLine = Type.Static<typeof DocumentLine>;
