import { clocksOf, publicActor, trackReceipt, type Tx, withdraw } from '@zhouji/database';
import type { FastifyRequest } from 'fastify';
import type { Tracking } from './answers/tracking.ts';
import { type Language, languageOf } from './language.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { trackingShown } from './showing/show-tracking.ts';

interface Holder {
  receipt: string;
  lastFour: string;
}

/** Where an application stands, for whoever holds its receipt. @throws Refusal LAST_FOUR_WRONG, whichever of the two is wrong */
export async function trackingOf({ database, clock }: Office, request: FastifyRequest, holder: Holder): Promise<Tracking> {
  return database.transact(publicActor(), clock.now(), (tx) => shown(tx, holder, languageOf(request)));
}

/** The applicant withdraws with the receipt in hand. */
export function withdrawTracked(
  office: Office,
  request: FastifyRequest,
  { reason, ...holder }: Holder & { reason: string },
): Promise<Tracking> {
  return transactOnce(office, publicActor(), request, async (tx) => {
    const { caseId } = await trackReceipt(tx, holder.receipt, holder.lastFour);
    await withdraw(tx, { caseId, reason });
    if (office.lookAhead) await lookAhead(tx, caseId);
    return shown(tx, holder, languageOf(request));
  });
}

async function shown(tx: Tx, { receipt, lastFour }: Holder, language: Language): Promise<Tracking> {
  const { caseId, case: file } = await trackReceipt(tx, receipt, lastFour);
  return trackingShown(file, await clocksOf(tx, caseId), language);
}
