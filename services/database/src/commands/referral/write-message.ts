import { systemActor } from '../../actor.ts';
import { refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { lockCase } from '../../record/lock-case.ts';
import { saveCase } from '../../record/save-case.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';
import { admitToReferral } from './admit-to-referral.ts';

/**
 * Writes into the thread of a referral, from either side, while it is open.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED
 */
export async function writeMessage(tx: Tx, { caseId, text }: { caseId: string; text: string }): Promise<{ caseId: string }> {
  await admitToReferral(tx, { caseId });
  const frame = await lockCase(tx, { caseId });
  if (frame.process !== 'referral') refuse('NOT_FOUND');
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  const side = tx.who.role === 'department-officer' ? 'receiver' : 'sender';
  await keepMessage(tx, frame, { side, text });
  enter(tx, frame, { kind: 'referral.message', data: { side } });
  saveCase(tx, frame);
  audit(tx, { action: 'write-referral-message', township: frame.township, caseId });
  return { caseId };
}

/** Puts a message into the thread; `office` where nobody wrote it. */
export async function keepMessage(
  tx: Tx,
  frame: CaseFrame,
  { side, text }: { side: 'sender' | 'receiver' | 'office'; text: string },
): Promise<void> {
  const [by, byName] = side === 'office' ? [null, systemActor.name] : [tx.who.account, tx.who.name];
  await tx.rows(
    `insert into referral_message (id, case_id, township, side, text, "by", by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), frame.id, frame.township, side, text, by, byName, tx.at],
  );
}
