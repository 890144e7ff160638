/** What the player reads of a case to hold it against what is expected; told by the API, in its words. */
export interface CaseRecord {
  caseId: string;
  /** Of what was asked for; with it the applicant speaks without an account. */
  receipt: string;
  township: string;
  isOpen: boolean;
  ending: string | null;
  tasks: TaskRecord[];
  clocks: ClockRecord[];
  ledger: LedgerRecord[];
  /** What the office is to look at. */
  flags: string[];
  /** What was asked about the household before it was handed in: the codes of the questions. */
  questions: string[];
  letters: { id: string; kind: string; text: string }[];
  /** The newest. */
  assessment: Record<string, unknown> | null;
  /** The newest; `text` is what the public reads of it, nothing once it has been taken down. */
  notice: { id: string; endsOn: string; text: string } | null;
  /** What lives on after a grant; its tasks, clocks, letters and entries stand among those of the case. */
  award: { caseId: string; monthly: string; from: string; state: string; ending: string | null } | null;
  /** Of a small quick relief: what was granted, what may be, what the fund holds. Amounts in yuan. */
  relief: {
    amount: string | null;
    cap: string;
    goods: string | null;
    channel: string | null;
    fund: string;
    isRelieved: boolean;
    earlier: number;
  } | null;
  /** What was asked for from it besides: discussions and referrals. Their tasks, clocks, letters and entries stand among its own. */
  further: { caseId: string; isOpen: boolean; ending: string | null }[];
  recognition: {
    programme: string;
    from: string;
    until: string | null;
    reviewBy: string | null;
    state: string;
    endReason: string | null;
  } | null;
}

export interface TaskRecord {
  id: string;
  kind: string;
  round: number;
  duty: string;
  version: number;
  /** Of a step that a department does. */
  department?: string;
  isOpen: boolean;
  due: string | null;
}

export interface ClockRecord {
  kind: string;
  round: number;
  due: string;
  /** An instant, UTC. */
  dueAt: string;
  state: string;
}

export interface LedgerRecord {
  kind: string;
  round: number | null;
}
