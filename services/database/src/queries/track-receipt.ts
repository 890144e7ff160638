import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { findFollowCode } from '../record/follow-code.ts';
import { type CaseFile, getCase } from './get-case.ts';

export interface Tracked {
  caseId: string;
  township: string;
  case: CaseFile;
}

/**
 * The case of a receipt, for whoever holds it and knows the last four of the applicant's ID number, or the code that stands
 * on the receipt. Opens the fence for its township: what is shown of it is the caller's to choose.
 *
 * @throws Refusal LAST_FOUR_WRONG, whichever of the two is wrong
 */
export async function trackReceipt(tx: Tx, receipt: string, lastFour: string): Promise<Tracked> {
  const tracked = await trackProven(tx, receipt);
  const said = lastFour.trim().toUpperCase();
  if (tracked.case.applicantIdLast4 !== said && (await findFollowCode(tx, tracked.caseId)) !== said) refuse('LAST_FOUR_WRONG');
  return tracked;
}

/**
 * The same for whoever has proven already that they know the last four: that this is so is the caller's to see to.
 *
 * @throws Refusal LAST_FOUR_WRONG when there is no such receipt
 */
export async function trackProven(tx: Tx, receipt: string): Promise<Tracked> {
  const number = receipt.trim().toUpperCase();
  const [place] = await tx.rows<{ township: string | null }>('select township_of_receipt($1) as township', [number]);
  if (!place?.township) return refuse('LAST_FOUR_WRONG');
  await tx.admit(place.township);
  const [found] = await tx.rows<{ id: string }>('select id from cases where receipt = $1', [number]);
  if (!found) return refuse('LAST_FOUR_WRONG');
  return { caseId: found.id, township: place.township, case: await getCase(tx, found.id) };
}
