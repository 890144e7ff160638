import type {
  CaseClock,
  ClockKind,
  CaseEnding,
  Household,
  Instant,
  LedgerKind,
  Mode,
  NoticeFields,
  PlainDate,
  ProcessName,
  Programme,
  RegisteredRelative,
  RelativeDeclaration,
  TaskKind,
  RecognisedProgramme,
  RecognitionEnd,
} from '@zhouji/domain';

/**
 * A case with everything that steps of it rest on, as it stands in the transaction that holds it locked. Commands change
 * the frame and the writes together, so that the next command of the transaction need not read again.
 */
export interface CaseFrame {
  id: string;
  receipt: string;
  programme: Programme;
  /** The statute that carries the case. */
  process: ProcessName;
  /** The case that this one came from. */
  origin: string | null;
  township: string;
  village: string;
  applicantName: string;
  applicantIdLast4: string | null;
  declarations: { relatives?: RelativeDeclaration[] } & Record<string, unknown>;
  hasRelatives: boolean;
  /** Somebody complained before the decision [M57 20]. */
  hasComplaint: boolean;
  /** Members who died since the application. */
  deceased: Deceased[];
  /** The ID numbers of everybody who was ever among its facts: each is claimed. */
  idNumbers: string[];
  /** By what the people of the newest facts are found. */
  people: string[];
  /** Registered close relatives among officers [M57 11]. */
  relatives: RegisteredRelative[];
  /** What was answered to questions about the facts. */
  answers: KeptAnswer[];
  mode: Mode | null;
  parameterSet: string;
  appliedAt: Instant;
  appliedBy: string | null;
  acceptedAt: Instant | null;
  closedAt: Instant | null;
  ending: CaseEnding | null;
  exit: string | null;
  exitReason: string | null;
  wakeAt: Instant | null;
  lastStepAt: Instant;
  /** The hash of the last entry of the ledger, and how many there are. */
  ledgerHead: string;
  ledgerCount: number;
  /** Left out where there are none. */
  lackingLimits?: LackingLimit[];
  tasks: TaskRecord[];
  periods: PeriodRecord[];
  acts: ActRecord[];
  clocks: ClockRecord[];
  facts: { version: number; household: Household };
  /** `persons` where the assessment was made in this transaction. */
  assessments: { round: number; eligible: boolean; monthly: string; persons?: number }[];
  notices: NoticeRecord[];
  /** The recognition that the case ended with, once it has been read or written in the transaction. */
  recognition?: RecognitionRecord | null;
}

/** A limit that something has started, and that waits for the calendar of its end. */
export interface LackingLimit {
  clock: ClockKind;
  /** The kind of the entry that started it. */
  startedBy: LedgerKind;
  startedAt: Instant;
  startedOn: PlainDate;
}

/** A member who died while the case ran. */
export interface Deceased {
  member: string;
  /** Whether the case was in this person's name until then. */
  wasApplicant: boolean;
  diedOn: PlainDate;
  reason: string;
  reportedAt: Instant;
}

/** Why a question about the facts is no fault, with the facts that it was answered for. */
export interface KeptAnswer {
  code: string;
  members: string[];
  note: string;
  factsVersion: number;
  byName: string;
  at: Instant;
}

/** Where a row of a case belongs. */
interface InCase {
  caseId: string;
  township: string;
}

export interface TaskRecord extends InCase {
  id: string;
  kind: TaskKind;
  round: number;
  duty: string;
  openedAt: Instant;
  dueOn: PlainDate | null;
  version: number;
  outcome: string | null;
  outcomeData: Record<string, unknown> | null;
  givenBy: string | null;
  givenByName: string | null;
  givenAt: Instant | null;
  closedAt: Instant | null;
}

export interface PeriodRecord extends InCase {
  kind: string;
  round: number;
  startsAt: Instant;
  /** Null where no day ends it, but something that happens. */
  endsAt: Instant | null;
  endsOn: PlainDate | null;
  endedAt: Instant | null;
  outcome: string | null;
  parameter: string;
  calendarVersion: string;
  /** The emergency for which it was lengthened; left out where it was opened in this transaction. */
  lengthenedBy?: string | null;
}

export interface ActRecord extends InCase {
  kind: string;
  round: number;
  doneAt: Instant;
  outcome: string;
}

export type ClockRecord = InCase & CaseClock;

export interface NoticeRecord extends InCase {
  id: string;
  kind: 'notice' | 'publication';
  round: number;
  fields: NoticeFields;
  postedAt: Instant;
  endsOn: PlainDate;
  removedAt: Instant | null;
}

export interface RecognitionRecord extends InCase {
  programme: RecognisedProgramme;
  fromDay: PlainDate;
  untilDay: PlainDate | null;
  reviewDay: PlainDate | null;
  remindDay: PlainDate;
  factsVersion: number;
  /** The tree of the test, as text: its keys have an order. */
  because: string;
  parameter: string;
  recognisedAt: Instant;
  remindedAt: Instant | null;
  endedAt: Instant | null;
  endReason: RecognitionEnd | null;
}
