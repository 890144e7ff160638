import { aloneFrom, holds, type Household, type Programme, refuse, type Role, roles } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { documentsOf } from './documents-of.ts';
import { getCase } from './get-case.ts';

/** What is known from a case that has ended, for an application that follows it. */
export interface Offer {
  programme: Programme;
  township: string;
  village: string;
  household: Household;
  /** Papers that are on file and, unless something has changed, not asked for again [LAW 62; RIGID 10]. */
  onFile: string[];
}

/**
 * What need not be stated again: the household as it was established, for a renewal; or one member of a recognised edge
 * household, who applies for the subsistence allowance alone [M57 8]. Who may not read cases is offered
 * what comes from an own application.
 *
 * @throws Refusal NOT_FOUND when there is no such case, or no such member of it
 */
export async function offerOf(tx: Tx, caseId: string, member?: string): Promise<Offer> {
  const { programme, township, village, household, appliedBy } = await getCase(tx, caseId);
  if (!mayRead(tx.who.role) && (appliedBy === null || appliedBy !== tx.who.account)) return refuse('NOT_FOUND');
  const onFile = [...new Set((await documentsOf(tx, { caseId })).map(({ what }) => what))];
  if (member === undefined) return { programme, township, village, household, onFile };
  const alone = aloneFrom(household, member);
  return alone ? { programme: 'subsistence-allowance', township, village, household: alone, onFile } : refuse('NOT_FOUND', { member });
}

function mayRead(role: Tx['who']['role']): boolean {
  return Object.hasOwn(roles, role) && holds(role as Role, 'read-cases');
}
