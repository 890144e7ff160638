import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { endPeriod, findRunning } from '../record/end-period.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';

/** A payment of a case that waits for it, by the stage that the period is named after. */
export interface WaitedFor {
  intentId: string;
  caseId: string;
  occasion: string;
}

/** Which of these instructions a case waits for, with the cases locked in an order that everybody keeps to. */
export async function lockWaiting(tx: Tx, intents: { column: 'instruction_id' | 'id'; values: readonly string[] }): Promise<WaitedFor[]> {
  const waiting = await tx.rows<WaitedFor>(
    `select i.id as "intentId", i.case_id as "caseId", i.occasion
     from pay_intent i join cases c on c.id = i.case_id
     where i.${intents.column} = any ($1) and i.occasion ~ '^[0-9]{1,3}$' and c.closed_at is null order by i.case_id, i.id`,
    [intents.values],
  );
  for (const { caseId } of waiting) await lockCase(tx, { caseId });
  return waiting;
}

/** Tells a case that waits for it that its money has arrived, or that it will not be paid: its process goes on. */
export async function tellPayment(tx: Tx, { intentId, caseId, occasion }: WaitedFor, outcome: 'paid' | 'given-up'): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  const period = findRunning(frame, 'payment', Number(occasion));
  if (!period) return;
  endPeriod(tx, frame, period, outcome, { byOffice: true, data: { payment: intentId } });
  go(tx, frame);
}

/** Tells a case that money of it has come back. It goes on waiting for the next attempt. */
export async function tellReturned(tx: Tx, { intentId, caseId, occasion }: WaitedFor, reason: string): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  enter(tx, frame, { kind: 'payment.returned', round: Number(occasion), data: { payment: intentId, reason }, byOffice: true });
  go(tx, frame);
}

function go(tx: Tx, frame: CaseFrame): void {
  saveCase(tx, frame);
  tx.writes.nudge(frame);
}
