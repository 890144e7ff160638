import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { lockCase } from '../record/lock-case.ts';
import { endCase } from './end-case.ts';
import { type Destination, passOn } from './pass-on.ts';
import { requireImpartial } from '../record/require-impartial.ts';

/**
 * M57 5 — A case goes to another township at any step: it closes here, and opens there with all that was handed in. Sent
 * to the same township twice it goes once.
 *
 * @returns the case there
 * @throws Refusal NOT_FOUND, CASE_CLOSED, RECUSED, TRANSFER_NOWHERE, OUTCOME_NOT_NOW (what lives on after a decision stays)
 */
export async function transferCase(tx: Tx, { caseId, ...destination }: Destination & { caseId: string }): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.process !== 'subsistence-award' && frame.ending === 'transferred') {
    const [sent] = await tx.rows<{ to: string; case: string }>(
      `select data ->> 'to' as "to", data ->> 'case' as "case" from ledger where case_id = $1 and kind = 'case.handed-on' order by id desc limit 1`,
      [caseId],
    );
    if (sent?.to === destination.township) return { caseId: sent.case };
  }
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  requireImpartial(tx.who, frame);
  const opened = await passOn(tx, frame, destination);
  await endCase(tx, { caseId, ending: 'transferred', reason: destination.reason });
  return { caseId: opened.caseId };
}
