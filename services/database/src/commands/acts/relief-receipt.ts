import type { Tx } from '../../database.ts';
import { reliefReceiptLetter } from '../../letters/relief.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { issueLetter } from './issue-letter.ts';
import { givenRelief } from './relief-order.ts';

/** TA2018 2(4) — What was handed over is receipted in writing; of a transfer the bank's answer is the receipt. */
export async function receiptRelief(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  await tx.rows('update relief set relieved_at = $2 where case_id = $1 and relieved_at is null', [frame.id, tx.at]);
  const payout = frame.tasks.find((task) => task.kind === 'payout' && task.round === round && task.outcome === 'paid');
  if (!payout) return 'done';
  const { receivedBy, proof, witness } = (payout.outcomeData ?? {}) as { receivedBy: string; proof: string; witness?: string };
  const relief = await reliefOf(tx, frame.id);
  await issueLetter(tx, frame, 'relief-receipt', round, (ground) =>
    reliefReceiptLetter(ground, {
      given: givenRelief(relief),
      receivedBy,
      handedOverBy: payout.givenByName ?? '',
      isSigned: proof === 'signature',
      ...(witness === undefined ? {} : { witness }),
    }),
  );
  return 'done';
}
