import { addWorkingDays, figure, outcomeLabel, Refusal } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { referralLetter, referralResultLetter } from '../../letters/referral.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { referralOf } from '../../record/referral-of.ts';
import { openReferral } from '../referral/open-referral.ts';
import { issueLetter } from './issue-letter.ts';

/** LAW 64; OP2020 23 — The letter goes to the receiver, and its limit for acknowledging runs from now. */
export async function sendReferral(tx: Tx, frame: CaseFrame, round: number): Promise<'asked' | 'measure'> {
  const { receiverName: receiver, what, passed, consent, isMeasure } = await referralOf(tx, frame.id);
  const acknowledgeBy = acknowledgedBy(tx, frame);
  await issueLetter(tx, frame, 'referral', round, (ground) =>
    referralLetter(ground, { receiver, what, passed, consent, isMeasure, acknowledgeBy }),
  );
  return isMeasure ? 'measure' : 'asked';
}

/** LAW 64 — What belongs to another receiver goes on to it, with what was passed on before and the consent for that. */
export async function handReferralOn(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { what, passed, consent } = await referralOf(tx, frame.id);
  const answer = frame.tasks.find((task) => task.kind === 'answer-referral' && task.round === round);
  const receiver = String(answer?.outcomeData?.['receiver'] ?? '');
  await openReferral(tx, { receiver, what, passed, ...(consent ? { consent } : {}), origin: frame.id });
  return 'done';
}

/** LAW 64 — Whoever asked for help is told what the receiver answered. */
export async function tellReferral(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { receiverName: receiver, what } = await referralOf(tx, frame.id);
  const answer = frame.tasks.find((task) => (task.kind === 'answer-referral' || task.kind === 'measure') && task.round === round);
  if (!answer?.outcome) throw new Error('a referral is closed that nobody has answered');
  const finding = String(answer.outcomeData?.['finding'] ?? answer.outcomeData?.reason ?? '');
  const answered = outcomeLabel(answer.kind, answer.outcome);
  await issueLetter(tx, frame, 'referral-result', round, (ground) =>
    referralResultLetter(ground, { receiver, what, answer: answered, finding }),
  );
  return 'done';
}

function acknowledgedBy(tx: Tx, frame: CaseFrame): string | undefined {
  try {
    const { value } = figure(tx.place.parametersOf(frame.parameterSet), 'referral.acknowledge', tx.day);
    return addWorkingDays(tx.place.calendar, tx.day, value);
  } catch (error) {
    // A letter may go before the calendar of its limit is published.
    if (error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN') return undefined;
    throw error;
  }
}
