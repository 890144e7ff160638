import { dayOf, type PlainDate, refuse } from '@zhouji/domain';
import { systemActor } from '../../actor.ts';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { lockCase } from '../../record/lock-case.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { saveCase } from '../../record/save-case.ts';
import { audit } from '../audit.ts';

/**
 * Says that the urgency is over which still went on when people were helped [LAW 50; TA2018 2(2)]: who, when, and on which
 * day it ended. From that day the limit of the papers runs.
 *
 * @param on left out: today
 * @throws Refusal NOT_FOUND, CASE_CLOSED, NOT_RELIEVED_YET, URGENCY_OVER (with the day), URGENCY_DAY_WRONG (before anybody was
 *   helped, or a day to come)
 */
export async function endUrgency(tx: Tx, { caseId, on = tx.day, note }: { caseId: string; on?: PlainDate; note?: string }): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  const { relievedAt, urgencyEndedOn } = await reliefOf(tx, caseId);
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  if (urgencyEndedOn !== null) refuse('URGENCY_OVER', { on: urgencyEndedOn });
  if (relievedAt === null) return refuse('NOT_RELIEVED_YET');
  const from = dayOf(relievedAt);
  if (on < from || on > tx.day) refuse('URGENCY_DAY_WRONG', { from, to: tx.day });
  await recordUrgencyEnded(tx, frame, { on, ...(note === undefined ? {} : { note }) });
  audit(tx, { action: 'end-urgency', township: frame.township, caseId, data: { on } });
  saveCase(tx, frame);
  tx.writes.nudge(frame);
}

/** Enters the end of the urgency, once: the limit of the papers begins with it. The case is locked by the caller, who saves it. */
export async function recordUrgencyEnded(
  tx: Tx,
  frame: CaseFrame,
  { on, note, byOffice = false }: { on: PlainDate; note?: string; byOffice?: boolean },
): Promise<void> {
  const ended = await tx.rows(
    `update relief set urgency_ended_on = $2, urgency_ended_by_name = $3 where case_id = $1 and urgency_ended_on is null returning 1`,
    [frame.id, on, byOffice ? systemActor.name : tx.who.name],
  );
  if (ended.length === 0) return;
  enter(tx, frame, { kind: 'relief.urgency-ended', data: { urgencyEndedOn: on, ...(note === undefined ? {} : { note }) }, byOffice });
}
