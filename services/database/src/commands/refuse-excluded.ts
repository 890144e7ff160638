import { findExclusion, type Household, type Programme, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { standingsOf } from '../record/standings.ts';

/**
 * Programmes that exclude each other are not asked for at the same time [N2022 1(4); RIGID 4]. Whoever applies alone out
 * of an edge household is not held up by what the others have [M57 8].
 *
 * @throws Refusal EXCLUDED_BY_AWARD, EXCLUDED_BY_APPLICATION, RECOGNISED_ALREADY
 */
export async function refuseExcluded(tx: Tx, { programme, household }: { programme: Programme; household: Household }): Promise<void> {
  if (household.application === 'single-person') return;
  const found = findExclusion(programme, tx.day, await standingsOf(tx, household));
  if (found) refuse(found.code, found.details);
}
