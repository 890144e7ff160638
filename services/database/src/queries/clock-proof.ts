import {
  type ChainVerdict,
  type ClockDifference,
  compareClocks,
  type LedgerKind,
  type PlainDate,
  dayOf,
  type ProcessName,
  refuse,
  replayClocks,
  type Replay,
  type ReplayedClock,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { clocksOf } from './clocks-of.ts';
import { keptEntries, verdictOn } from './verify-ledger.ts';

/** Every limit of a case as its ledger alone gives it, and whether that is what is stored and shown. */
export interface ClockProof {
  caseId: string;
  receipt: string;
  process: ProcessName;
  chain: ChainVerdict;
  clocks: ReplayedClock[];
  /** The entries that clocks stand on, by their places. */
  entries: Record<number, { kind: LedgerKind; day: PlainDate }>;
  faults: Replay['faults'];
  differences: ClockDifference[];
  /** Whether the chain holds, the ledger follows from the law, and what is stored follows from the ledger. */
  holds: boolean;
}

/** @throws Refusal NOT_FOUND */
export async function clockProof(tx: Tx, caseId: string): Promise<ClockProof> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const [of] = await tx.rows<{ receipt: string; process: ProcessName; parameterSet: string; head: string; count: number }>(
    `select receipt, process, parameter_set as "parameterSet", ledger_head as head, ledger_count as count from cases where id = $1`,
    [caseId],
  );
  if (!of) return refuse('NOT_FOUND');
  const { receipt, process, parameterSet } = of;
  const kept = await keptEntries(tx, caseId);
  const { first, byVersion } = tx.place.calendars;
  const ground = { process, parameters: tx.place.parametersOf(parameterSet), calendars: byVersion, firstCalendar: first.version };
  const { clocks, faults } = replayClocks(kept, ground);
  const chain = verdictOn(kept, of);
  const differences = compareClocks(clocks, await clocksOf(tx, caseId));
  return {
    ...{ caseId, receipt, process, chain, clocks, faults, differences },
    entries: Object.fromEntries(kept.map(({ seq, kind, at }) => [seq, { kind, day: dayOf(at) }])),
    holds: chain.holds && faults.length === 0 && differences.length === 0,
  };
}

/** The case of a receipt, or of its own id. @throws Refusal NOT_FOUND */
export async function findCaseId(tx: Tx, receiptOrId: string): Promise<string> {
  if (isUuid.test(receiptOrId)) return receiptOrId;
  const [found] = await tx.rows<{ id: string }>('select id from cases where receipt = $1', [receiptOrId.trim().toUpperCase()]);
  return found?.id ?? refuse('NOT_FOUND', { receipt: receiptOrId });
}
