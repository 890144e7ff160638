import {
  alertKinds,
  CallForHelp,
  leadFindings,
  leadProgress,
  leadSources,
  lostReasonLabels,
  matchVerdicts,
  processNames,
  urgencies,
} from '@zhouji/domain';
import Type from 'typebox';
import { CaseSummary, DocumentLine, TaskOfCase } from './case-file.ts';
import { closed, Day, EndingWord, Id, Moment, Nullable, Place, Programme, Receipt, StageWord, TaskWord, Text, Township } from './words.ts';

function keysOf<Key extends string>(table: Record<Key, unknown>): Key[] {
  return Object.keys(table) as Key[];
}

const Source = Type.Enum(keysOf(leadSources));
const Urgency = Type.Enum(keysOf(urgencies));
const Alert = Type.Enum(keysOf(alertKinds));
const Finding = Type.Enum(keysOf(leadFindings));
const ProcessWord = Type.Enum(processNames);

/** A report that somebody may need help [LAW 39]. The public says no source; staff name the one that told them. */
export const NewLead = Type.Object(
  {
    call: CallForHelp,
    /** Where the hardship is. */
    township: Township,
    source: Type.Optional(Type.Enum(keysOf(leadSources).filter((source) => source !== 'data-alert'))),
    /** The hospital, school or station that the reporter speaks for. */
    unit: Type.Optional(Text(100)),
    urgency: Type.Optional(Urgency),
  },
  closed,
);
export type NewLead = Type.Static<typeof NewLead>;

/** The number under which a report can be asked about; its case, for those who may open it. */
export const LeadReported = Type.Object(
  {
    receipt: Receipt,
    /** With the number it asks how far the report has come, and adds photos. */
    code: Type.String(),
    caseId: Nullable(Id),
    /** By when the township takes it on, somebody is in touch, and whoever left a phone is told; null where nothing says so. */
    expects: Type.Object({ receiptBy: Nullable(Moment), contactBy: Nullable(Moment), toldBy: Nullable(Moment) }, closed),
  },
  closed,
);
export type LeadReported = Type.Static<typeof LeadReported>;

export const LeadLine = Type.Object(
  {
    caseId: Id,
    receipt: Type.String(),
    name: Type.String(),
    township: Place,
    village: Place,
    source: Source,
    alert: Nullable(Alert),
    urgency: Urgency,
    what: Type.String(),
    reportedAt: Moment,
    found: Nullable(Finding),
    stage: StageWord,
    ending: Nullable(EndingWord),
    dueOn: Nullable(Day),
    dueAt: Nullable(Moment),
  },
  closed,
);
export type LeadLine = Type.Static<typeof LeadLine>;

const Related = Type.Object({ caseId: Id, receipt: Type.String(), process: ProcessWord, ending: Nullable(EndingWord) }, closed);

/** A lead with all that whoever follows it needs; whoever only reported it sees what they told and how far it has come. */
export const LeadFile = Type.Object(
  {
    case: CaseSummary,
    source: Source,
    alert: Nullable(Alert),
    urgency: Urgency,
    /** What was told, with what was learnt of the person since. */
    known: CallForHelp,
    reportedAt: Moment,
    found: Nullable(Finding),
    progress: Type.Enum(keysOf(leadProgress)),
    met: Nullable(Type.Object({ means: Type.String(), metOn: Day, finding: Type.String() }, closed)),
    reporter: Nullable(
      Type.Object(
        { name: Nullable(Type.String()), phone: Nullable(Type.String()), unit: Nullable(Type.String()), isStaff: Type.Boolean() },
        closed,
      ),
    ),
    photos: Type.Array(DocumentLine),
    tasks: Type.Array(TaskOfCase),
    /** What came of it. */
    turnedInto: Type.Array(
      Type.Object(
        {
          ...Related.properties,
          openedAt: Moment,
          tasks: Type.Array(Type.Object({ id: Id, kind: TaskWord }, closed)),
        },
        closed,
      ),
    ),
    /** Applications that the office has begun and nobody has handed in yet. */
    prepared: Type.Array(Type.Object({ id: Id, programme: Programme }, closed)),
    similar: Type.Array(Type.Object({ ...Related.properties, at: Moment }, closed)),
    helped: Type.Array(Related),
  },
  closed,
);
export type LeadFile = Type.Static<typeof LeadFile>;

/** How far a report has come: nothing of the person. */
export const LeadProgressOf = Type.Object(
  { receipt: Receipt, reportedAt: Moment, progress: Type.Enum(keysOf(leadProgress)), photos: Type.Integer() },
  closed,
);
export type LeadProgressOf = Type.Static<typeof LeadProgressOf>;

/** An application that the office has begun for somebody, with what is known of them. */
export const Prepared = Type.Object(
  {
    id: Id,
    programme: Programme,
    township: Place,
    village: Nullable(Type.String()),
    applicant: Type.Object(
      {
        name: Type.Optional(Type.String()),
        idNumber: Type.Optional(Type.String()),
        birth: Type.Optional(Day),
        sex: Type.Optional(Type.Enum(['male', 'female'])),
      },
      closed,
    ),
    phone: Nullable(Type.String()),
    persons: Nullable(Type.Integer()),
    what: Type.String(),
    since: Nullable(Day),
    origin: Type.Object({ caseId: Id, receipt: Type.String(), process: ProcessWord }, closed),
    caseId: Nullable(Id),
  },
  closed,
);
export type Prepared = Type.Static<typeof Prepared>;

const Counts = Type.Array(Type.Object({ verdict: Type.Enum(keysOf(matchVerdicts)), count: Type.Integer() }, closed));
const Lines = Type.Array(
  Type.Object(
    {
      line: Type.Integer(),
      verdict: Type.Enum(keysOf(matchVerdicts)),
      name: Type.String(),
      idNumber: Type.String(),
      caseId: Nullable(Id),
    },
    closed,
  ),
);
const ofList = {
  /** By which the same file is known again. */
  digest: Type.String(),
  comparedOn: Day,
  encoding: Type.Enum(['utf-8', 'gb18030', 'utf-16le']),
  counts: Counts,
  lines: Lines,
  /** Columns that nobody knows. */
  ignored: Type.Array(Type.String()),
};

/** What a match list says, line by line; nothing was written. */
export const MatchReport = Type.Object(ofList, closed);
export type MatchReport = Type.Static<typeof MatchReport>;

/** A match list that is being imported, or was: `done` of `all` lines are judged. Its lines are told when it is finished. */
export const MatchImport = Type.Object(
  { ...ofList, id: Id, by: Type.String(), beganAt: Moment, finishedAt: Nullable(Moment), all: Type.Integer(), done: Type.Integer() },
  closed,
);
export type MatchImport = Type.Static<typeof MatchImport>;

/** Open cases that wait on nobody, as the standing check found them last. */
export const LostCases = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          caseId: Id,
          receipt: Type.String(),
          process: ProcessWord,
          applicant: Type.String(),
          township: Place,
          village: Place,
          why: Type.Enum(keysOf(lostReasonLabels)),
          since: Moment,
        },
        closed,
      ),
    ),
  },
  closed,
);
