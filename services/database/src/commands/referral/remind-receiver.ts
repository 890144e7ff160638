import { addDays, dayOf, figure, type Instant, reminderText, startOfDay } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { referralOf } from '../../record/referral-of.ts';
import { keepMessage } from './write-message.ts';

/**
 * Reminds a receiver that has neither acknowledged nor answered when its limit has passed, and every few days after that, in
 * the thread of the referral [OP2020 23]. Done twice it does nothing the second time.
 *
 * @returns when it is to be reminded next; undefined while it is not late
 */
export async function remindReceiver(tx: Tx, frame: CaseFrame): Promise<Instant | undefined> {
  const late = frame.clocks.find(
    ({ kind, state, stoppedAt }) => (kind === 'referral-acknowledgement' || kind === 'referral-answer') && state === 'missed' && !stoppedAt,
  );
  if (!late || frame.closedAt) return undefined;
  const { remindedAt } = await referralOf(tx, frame.id);
  const every = figure(tx.place.parametersOf(frame.parameterSet), 'referral.remindEvery', tx.day).value;
  const isFirst = remindedAt === null || Date.parse(remindedAt) < Date.parse(late.dueAt);
  const next = (from: Instant) => startOfDay(addDays(dayOf(from), every));
  if (!isFirst && Date.parse(next(remindedAt)) > Date.parse(tx.at)) return next(remindedAt);
  await tx.rows('update referral set reminders = reminders + 1, reminded_at = $2 where case_id = $1', [frame.id, tx.at]);
  await keepMessage(tx, frame, { side: 'office', text: reminderText[late.kind === 'referral-answer' ? 'answer' : 'acknowledgement'].zh });
  enter(tx, frame, { kind: 'referral.reminded', data: { clock: late.kind }, byOffice: true });
  return next(tx.at);
}
