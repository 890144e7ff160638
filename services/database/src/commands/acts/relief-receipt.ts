import { dayOf } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { reliefReceiptLetter } from '../../letters/relief.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { findFollowCode } from '../../record/follow-code.ts';
import type { Gift } from '../relief/fit-relief.ts';
import { recordUrgencyEnded } from '../relief/end-urgency.ts';
import { issueLetter } from './issue-letter.ts';
import { giftOfRound, givenBy } from './relief-order.ts';

/** TA2018 2(4) — What was handed over is receipted in writing; of a transfer the bank's answer is the receipt. */
export async function receiptRelief(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  await tx.rows('update relief set relieved_at = $2 where case_id = $1 and relieved_at is null', [frame.id, tx.at]);
  await endWithTransfer(tx, frame, round);
  const payout = frame.tasks.find((task) => task.kind === 'payout' && task.round === round && task.outcome === 'paid');
  if (!payout) return 'done';
  const { receivedBy, proof, witness } = (payout.outcomeData ?? {}) as { receivedBy: string; proof: string; witness?: string };
  const code = await findFollowCode(tx, frame.id);
  await issueLetter(tx, frame, 'relief-receipt', round, (ground) =>
    reliefReceiptLetter(ground, {
      given: givenBy(byHandOf(giftOfRound(frame, round))),
      receivedBy,
      handedOverBy: payout.givenByName ?? '',
      isSigned: proof === 'signature',
      ...(witness === undefined ? {} : { witness }),
      ...(code === undefined ? {} : { code }),
    }),
  );
  return 'done';
}

/** With a transfer alone nobody stands before those in need: the urgency is over when it has arrived, unless the decision says that it goes on. */
async function endWithTransfer(tx: Tx, frame: CaseFrame, round: number): Promise<void> {
  const paid = frame.periods.find((period) => period.kind === 'payment' && period.round === round && period.outcome === 'paid');
  const isHandedOver = frame.tasks.some(({ kind, outcome }) => kind === 'payout' && outcome === 'paid');
  const decision = frame.tasks.find((task) => task.kind === 'relief' && task.round === round);
  if (!paid || isHandedOver || decision?.outcomeData?.['urgencyGoesOn'] === true) return;
  await recordUrgencyEnded(tx, frame, { on: dayOf(paid.endedAt ?? tx.at), byOffice: true });
}

/** What of a gift goes by hand. */
function byHandOf({ amount, cash, channel, ...gift }: Gift): Gift {
  const money = channel === 'bank' ? cash : amount;
  return { ...gift, channel: money === undefined ? 'goods' : 'cash', ...(money !== undefined && { amount: money }) };
}
