import type { Month } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { lockCase } from '../../record/lock-case.ts';
import { findAssessment } from '../acts/find-assessment.ts';
import { openAward } from './open-award.ts';

/**
 * Opens the life of awards that were granted before awards had one; gives how many. Done twice it does nothing the second time.
 */
export async function openMissingAwards(tx: Tx): Promise<number> {
  const missing = await tx.rows<{ caseId: string; fromMonth: Month }>(
    `select a.case_id as "caseId", a.from_month as "fromMonth" from award a
     where not exists (select from cases c where c.origin = a.case_id and c.process = $1)`,
    ['subsistence-award'],
  );
  let opened = 0;
  for (const { caseId, fromMonth } of missing) {
    const granted = await lockCase(tx, { caseId });
    const assessment = await findAssessment(tx, granted);
    if (!assessment) continue;
    await openAward(tx, granted, { fromMonth, assessment });
    opened++;
  }
  return opened;
}
