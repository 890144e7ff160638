import type { AwardAmountKind, ChainedEntry } from '@zhouji/domain';
import type { ActRecord, ClockRecord, NoticeRecord, PeriodRecord, RecognitionRecord, TaskRecord } from './case-frame.ts';

type Text = string | null;
type Json = unknown;

interface Place {
  caseId: string;
  township: string;
}

/** What changes of a case while it runs. */
export interface CaseState {
  mode: Text;
  applicantName: string;
  applicantIdLast4: Text;
  hasRelatives: boolean;
  hasComplaint: boolean;
  idNumbers: string[];
  people: string[];
  relatives: Json;
  answers: Json;
  deceased: Json;
  acceptedAt: Text;
  closedAt: Text;
  ending: Text;
  exit: Text;
  exitReason: Text;
  wakeAt: Text;
  lastStepAt: string;
  ledgerHead: string;
  ledgerCount: number;
  lackingLimits: Json;
}

/** The rows of each part of a write. */
interface PartRows {
  case: {
    id: string;
    receipt: string;
    programme: string;
    process: string;
    origin: Text;
    township: string;
    village: string;
    declarations: Json;
    parameterSet: string;
    appliedAt: string;
    appliedBy: Text;
  } & CaseState;
  caseChange: { id: string } & CaseState;
  claim: Place & { programme: string; idNumber: string };
  claimEnd: { caseId: string };
  claimMove: { caseId: string; to: string };
  claimDrop: { caseId: string; idNumbers: string[] };
  facts: Place & { version: number; source: string; household: Json; by: Text; byName: string; at: string };
  handIn: { caseId: string; township: string; documents: string[]; draft: Text };
  draftEnd: { caseId: string; draft: string };
  task: TaskRecord;
  taskChange: TaskRecord;
  period: PeriodRecord;
  periodEnd: PeriodRecord;
  periodLength: PeriodRecord;
  act: ActRecord;
  clock: ClockRecord;
  ledger: ChainedEntry & { hash: string };
  audit: {
    at: string;
    township: Text;
    actor: Text;
    actorName: string;
    action: string;
    caseId: Text;
    target: Text;
    result: string;
    data: Json;
  };
  assessment: Place & {
    round: number;
    day: string;
    /** JSON as text. */
    result: string;
    factsVersion: number;
    parameterVersion: string;
    /** What differs from the assessment before, as JSON text; null where there was none or nobody asked. */
    changes?: Text;
    by: Text;
    byName: string;
    at: string;
  };
  notice: NoticeRecord;
  noticeEnd: NoticeRecord;
  letter: Place & { id: string; kind: string; round: number; prefix: string; issuedAt: string; content: string; verifyCode: string };
  award: Place & { programme: string; monthlyFen: number; fromMonth: string; because: string; openedAt: string };
  complaint: Place & { id: string; text: string; takenBy: Text; takenByName: string; at: string };
  recognition: RecognitionRecord;
  recognitionChange: RecognitionRecord;
  awardAmount: Place & {
    number: number;
    kind: AwardAmountKind;
    round: number | null;
    fromMonth: string;
    monthlyFen: number;
    reason: string;
    /** JSON as text. */
    because: Text;
    by: Text;
    byName: string;
    at: string;
  };
  workRefusal: Place & {
    number: number;
    member: string;
    offeredOn: string;
    offer: string;
    hasGoodReason: boolean;
    reason: string;
    by: Text;
    byName: string;
    at: string;
  };
  objection: Place & { id: string; noticeId: string; round: number; text: string; at: string; slipHash: Text };
  objector: { objectionId: string; township: string; identity: Json };
  lead: Place & {
    source: string;
    alert: Text;
    urgency: string;
    call: Json;
    keys: string[];
    reporterName: Text;
    reporterPhone: Text;
    reporterUnit: Text;
    reporterAccount: Text;
    reportedAt: string;
    matchKey: Text;
    matchList: Text;
    matchLine: number | null;
  };
  nudge: Place & { afterMs: number };
  answer: { key: string; account: string; route: string; bodyHash: string; status: number; answer: Json; at: string };
}

export type PartName = keyof PartRows;
export type PartRow<Name extends PartName> = PartRows[Name];
