import type {
  CaseEnding,
  ClockKind,
  ClockState,
  Household,
  Instant,
  Mode,
  NoticeFields,
  PlainDate,
  Programme,
  RelativeDeclaration,
  TaskKind,
  WarningLevel,
} from '@zhouji/domain';

/**
 * A case with everything that steps of it rest on, as it stands in the transaction that holds it locked. Commands change
 * the frame and the writes together, so that the next command of the transaction need not read again.
 */
export interface CaseFrame {
  id: string;
  receipt: string;
  programme: Programme;
  township: string;
  village: string;
  applicantName: string;
  declarations: { relatives?: RelativeDeclaration[] } & Record<string, unknown>;
  hasRelatives: boolean;
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
  tasks: TaskRecord[];
  periods: PeriodRecord[];
  acts: ActRecord[];
  clocks: ClockRecord[];
  facts: { version: number; household: Household };
  assessments: { round: number; eligible: boolean; monthly: string }[];
  notices: NoticeRecord[];
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
  endsAt: Instant;
  endsOn: PlainDate;
  endedAt: Instant | null;
  outcome: string | null;
  parameter: string;
  calendarVersion: string;
}

export interface ActRecord extends InCase {
  kind: string;
  round: number;
  doneAt: Instant;
  outcome: string;
}

export interface ClockRecord extends InCase {
  kind: ClockKind;
  round: number;
  startedAt: Instant;
  startedOn: PlainDate;
  dueOn: PlainDate;
  dueAt: Instant;
  days: number;
  unit: string;
  state: ClockState;
  warnings: { level: WarningLevel; at: Instant }[];
  warnedLevel: WarningLevel | null;
  parameter: string;
  calendarVersion: string;
  extendedReason: string | null;
  stoppedAt: Instant | null;
}

export interface NoticeRecord extends InCase {
  id: string;
  kind: 'notice' | 'publication';
  round: number;
  fields: NoticeFields;
  postedAt: Instant;
  endsOn: PlainDate;
  removedAt: Instant | null;
}
