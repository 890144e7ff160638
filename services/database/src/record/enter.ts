import type { LedgerKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import { runClocks } from './clocks.ts';

export interface Entry {
  kind: LedgerKind;
  /** The round of the step that the entry is about. */
  round?: number;
  data?: Record<string, unknown>;
  /** The office did it, not whoever acts in the transaction. */
  byOffice?: boolean;
}

/**
 * Enters what happened into the ledger of a case, and starts and stops the clocks that run on it.
 *
 * @throws Refusal CALENDAR_UNKNOWN when a clock that it starts would end in a year whose calendar is not published
 */
export function enter(tx: Tx, frame: CaseFrame, entry: Entry): void {
  write(tx, frame, entry);
  runClocks(tx, frame, entry.kind, (rung) => write(tx, frame, rung));
}

function write({ writes, who, at }: Tx, frame: CaseFrame, { kind, round, data = {}, byOffice = false }: Entry): void {
  const [by, byName] = byOffice ? [null, '系统'] : [who.account, who.name];
  writes.add('ledger', { caseId: frame.id, township: frame.township, at, kind, stepRound: round ?? null, by, byName, data });
  writes.touch(frame);
}
