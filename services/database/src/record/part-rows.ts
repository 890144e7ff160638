import type { ActRecord, ClockRecord, NoticeRecord, PeriodRecord, TaskRecord } from './case-frame.ts';

type Text = string | null;
type Json = unknown;

interface Place {
  caseId: string;
  township: string;
}

/** What changes of a case while it runs. */
export interface CaseState {
  mode: Text;
  hasRelatives: boolean;
  acceptedAt: Text;
  closedAt: Text;
  ending: Text;
  exit: Text;
  exitReason: Text;
  wakeAt: Text;
  lastStepAt: string;
}

/** The rows of each part of a write. */
interface PartRows {
  case: {
    id: string;
    receipt: string;
    programme: string;
    township: string;
    village: string;
    applicantName: string;
    applicantIdLast4: Text;
    idNumbers: string[];
    declarations: Json;
    parameterSet: string;
    appliedAt: string;
    appliedBy: Text;
  } & CaseState;
  caseChange: { id: string } & CaseState;
  claim: Place & { programme: string; idNumber: string };
  claimEnd: { caseId: string };
  facts: Place & { version: number; source: string; household: Json; by: Text; byName: string; at: string };
  handIn: { caseId: string; township: string; documents: string[]; draft: Text };
  draftEnd: { caseId: string; draft: string };
  task: TaskRecord;
  taskChange: TaskRecord;
  period: PeriodRecord;
  periodEnd: PeriodRecord;
  act: ActRecord;
  clock: ClockRecord;
  ledger: Place & { at: string; kind: string; stepRound: number | null; by: Text; byName: string; data: Json };
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
    by: Text;
    byName: string;
    at: string;
  };
  notice: NoticeRecord;
  noticeEnd: NoticeRecord;
  letter: Place & { id: string; kind: string; round: number; prefix: string; issuedAt: string; content: string };
  award: Place & { programme: string; monthlyFen: number; fromMonth: string; because: string; openedAt: string };
  objection: Place & { id: string; noticeId: string; round: number; text: string; at: string };
  objector: { objectionId: string; township: string; identity: Json };
  nudge: Place & { afterMs: number };
  answer: { key: string; account: string; route: string; bodyHash: string; status: number; answer: Json; at: string };
}

export type PartName = keyof PartRows;
export type PartRow<Name extends PartName> = PartRows[Name];
