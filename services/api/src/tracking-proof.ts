import { holderActor, trackProven, trackReceipt, type Tracked, type Tx } from '@zhouji/database';
import type { Instant } from '@zhouji/domain';
import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Office } from './office.ts';
import { isSame } from './plugins/session.ts';

/**
 * Whoever knows the receipt and the last four of the applicant's ID number stands for the applicant. They say the four once and get a
 * proof for the next two hours, so that no page of theirs has to carry the digits on.
 */
export interface TrackingProof {
  proof: string;
  until: Instant;
}

const LASTS_MS = 2 * 3_600_000;

/** The header that a proof comes in. */
export const PROOF_HEADER = 'x-tracking-proof';

/** A proof for a receipt whose last four were just said. */
export function makeProof({ sessionSecret, clock }: Pick<Office, 'sessionSecret' | 'clock'>, receipt: string): TrackingProof {
  const until = Date.parse(clock.now()) + LASTS_MS;
  return { proof: `${until.toString(36)}.${sealOf(sessionSecret, receipt, until)}`, until: new Date(until).toISOString() };
}

/** Whether the request carries a proof for the receipt in its address that still holds. */
export function isProven({ sessionSecret, clock }: Pick<Office, 'sessionSecret' | 'clock'>, request: FastifyRequest): boolean {
  const sent = request.headers[PROOF_HEADER];
  const { receipt } = (request.params ?? {}) as { receipt?: string };
  if (typeof sent !== 'string' || typeof receipt !== 'string' || sent.length > 100) return false;
  const [until = '', seal = ''] = sent.split('.');
  const ends = Number.parseInt(until, 36);
  if (!Number.isSafeInteger(ends) || ends < Date.parse(clock.now())) return false;
  return isSame(seal, sealOf(sessionSecret, receipt, ends));
}

/** Somebody who stands for the applicant of a case, and the transaction in their name. */
export interface Holder extends Tracked {
  tx: Tx;
}

/**
 * Lets whoever shows the receipt in the address act for the applicant: by a proof, or by the last four.
 *
 * @throws Refusal LAST_FOUR_WRONG, whichever is wrong
 */
export async function requireHolder(office: Office, request: FastifyRequest, tx: Tx, lastFour?: string): Promise<Holder> {
  const { receipt } = request.params as { receipt: string };
  const tracked = isProven(office, request) ? await trackProven(tx, receipt) : await trackReceipt(tx, receipt, lastFour ?? '');
  const { caseId, township } = tracked;
  return { ...tracked, tx: { ...tx, who: holderActor({ caseId, township, applicantName: tracked.case.applicantName }) } };
}

function sealOf(secret: string, receipt: string, until: number): string {
  return createHmac('sha256', secret).update(`tracking:${receipt}:${until}`).digest('base64url');
}
