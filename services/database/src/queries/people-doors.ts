import { createHash } from 'node:crypto';
import type { Flag, Instant, Programme } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { typedCode } from '../random-code.ts';

/** What whoever holds the slip of an objection may know: what came of it, and nothing of the household. */
export interface ObjectionOnSlip {
  programme: Programme;
  township: string;
  at: Instant;
  outcome: 'upheld' | 'partly' | 'rejected' | null;
  answeredAt: Instant | null;
  /** The case ended before the objection was looked into. */
  isClosed: boolean;
}

/** Under which a slip is kept, however it was typed. */
export function slipHash(slip: string): string {
  return createHash('sha256').update(typedCode(slip)).digest('hex');
}

/** The objection of a slip; undefined when there is none. Needs no fence opened. */
export async function objectionOfSlip(tx: Tx, slip: string): Promise<ObjectionOnSlip | undefined> {
  const [found] = await tx.rows<ObjectionOnSlip>(
    `select programme, township, at, outcome, given_at as "answeredAt", is_closed as "isClosed" from objection_of_slip($1)`,
    [slipHash(slip)],
  );
  return found;
}

/** What a case is to be looked at for: what its notices lack, and what other places answered. */
export async function faultsOf(tx: Tx, caseId: string): Promise<Flag[]> {
  const [row] = await tx.rows<{ faults: Flag[] }>('select case_faults($1::uuid, $2::date) as faults', [caseId, tx.day]);
  return row?.faults ?? [];
}

/** A photo of a notice, put up or taken down. */
export interface ProofRow {
  notice: string;
  what: 'posting' | 'removal';
  at: Instant;
  by: string;
  document: string;
}

/** The photos of the notices of a case, in the order of their times. */
export async function proofsOf(tx: Tx, caseId: string): Promise<ProofRow[]> {
  return tx.rows<ProofRow>(
    `select notice_id as notice, what, at, by_name as "by", document_id as document from notice_proof where case_id = $1 order by at, what`,
    [caseId],
  );
}
