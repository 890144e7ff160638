import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { audit } from '../commands/audit.ts';

/** That somebody has cash or goods in hand. */
export interface HandOver {
  stage: number;
  /** Who received it. */
  receivedBy: string;
  /** How that is proved; `document` is the id of the paper or photo. */
  proof: 'signature' | 'photo';
  document?: string;
  /** Who saw it. */
  witness?: string;
}

/**
 * Records that cash and goods of a stage were handed over, with the receipt; the books follow. Done twice it does nothing
 * the second time. The case is locked by the caller, whose task it is.
 *
 * @returns the ids of the payments that it completes
 * @throws Refusal PAYMENT_STATE when nothing was approved for that stage
 */
export async function recordHandOver(tx: Tx, frame: CaseFrame, { stage, ...receipt }: HandOver): Promise<string[]> {
  const given = await tx.rows<{ id: string }>(
    `update pay_intent set state = 'paid', settled_at = $3, receipt = $4::jsonb
     where case_id = $1 and occasion = $2 and channel in ('cash', 'goods') and state = 'approved' and give_up_at is null returning id`,
    [frame.id, String(stage), tx.at, JSON.stringify({ ...receipt, by: tx.who.name })],
  );
  if (given.length === 0) {
    const before = await tx.rows<{ id: string }>(
      `select id from pay_intent where case_id = $1 and occasion = $2 and channel in ('cash', 'goods') and state = 'paid'`,
      [frame.id, String(stage)],
    );
    if (before.length === 0) refuse('PAYMENT_STATE', { stage });
    return before.map(({ id }) => id);
  }
  audit(tx, { action: 'hand-over', township: frame.township, caseId: frame.id, data: { stage, proof: receipt.proof } });
  tx.writes.touch(frame);
  return given.map(({ id }) => id);
}
