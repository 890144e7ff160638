import { hash } from 'node:crypto';
import { chainText, type LedgerKind } from '@zhouji/domain';
import { systemActor } from '../actor.ts';
import type { Tx } from '../database.ts';
import { emergencyOn } from '../emergencies.ts';
import type { CaseFrame } from './case-frame.ts';
import { limitsStartedBy, runClocks } from './clocks.ts';
import { stateOf } from './save-case.ts';

export interface Entry {
  kind: LedgerKind;
  /** The round of the step that the entry is about. */
  round?: number;
  data?: Record<string, unknown>;
  /** The office did it, not whoever acts in the transaction. */
  byOffice?: boolean;
}

/** What of a transaction the ledger and its clocks stand on. */
export type Ground = Pick<Tx, 'at' | 'day' | 'who' | 'place' | 'writes'>;

/**
 * Enters what happened into the ledger of a case, and starts and stops the clocks that run on it. An entry that starts
 * limits says which, in which mode and with which calendar: so they can be worked out again from the ledger alone.
 *
 * @throws Refusal CALENDAR_UNKNOWN when a clock that it starts would end in a year whose calendar is not published
 */
export function enter(tx: Ground, frame: CaseFrame, entry: Entry): void {
  const started = limitsStartedBy(tx, frame, entry);
  write(tx, frame, started ? { ...entry, data: { ...entry.data, limits: started.said } } : entry);
  runClocks(tx, frame, entry, started?.limits ?? [], (rung) => write(tx, frame, rung));
}

/** Every entry goes through here: it stands upon the one before it. */
function write(tx: Ground, frame: CaseFrame, { kind, round, data: said = {}, byOffice = false }: Entry): void {
  const { writes, who, at } = tx;
  const [by, byName] = byOffice ? [null, systemActor.name] : [who.account, who.name];
  const seq = frame.ledgerCount + 1;
  // What is done while an emergency reigns bears its mark for good. A limit that passes is nothing that anybody did.
  const emergency = kind.startsWith('clock.') ? null : emergencyOn(tx, frame.township, tx.day);
  const data = emergency ? { ...said, emergency: emergency.id } : said;
  const entry = { seq, caseId: frame.id, township: frame.township, at, kind, stepRound: round ?? null, by, byName, data };
  frame.ledgerHead = sha256(chainText(frame.ledgerHead, entry));
  frame.ledgerCount = seq;
  writes.add('ledger', { ...entry, hash: frame.ledgerHead });
  writes.changeCase(frame.id, stateOf(frame));
  writes.touch(frame);
}

/** In lower-case hexadecimal, of the text as UTF-8. */
export function sha256(text: string): string {
  return hash('sha256', text);
}
