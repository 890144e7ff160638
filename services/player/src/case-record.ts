/** What the player reads of a case to hold it against what is expected; told by the API, in its words. */
export interface CaseRecord {
  caseId: string;
  township: string;
  isOpen: boolean;
  ending: string | null;
  tasks: TaskRecord[];
  clocks: ClockRecord[];
  ledger: LedgerRecord[];
  letters: { id: string; kind: string; text: string }[];
  /** The newest. */
  assessment: Record<string, unknown> | null;
  /** The newest; `text` is what the public reads of it, nothing once it has been taken down. */
  notice: { id: string; endsOn: string; text: string } | null;
  award: { monthly: string; from: string } | null;
}

export interface TaskRecord {
  id: string;
  kind: string;
  round: number;
  duty: string;
  version: number;
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
