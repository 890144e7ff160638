import { type ProcessName, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { Settled } from '../record/step.ts';

export interface CaseRecord {
  caseId: string;
  process: ProcessName;
  settled: Settled[];
}

/** What is recorded of a case, without locking it: for previews of a changed statute over many cases. @throws Refusal NOT_FOUND */
export async function caseForExplore(tx: Tx, caseId: string): Promise<CaseRecord> {
  const [found] = await tx.rows<CaseRecord>(
    `select c.id as "caseId", c.process, coalesce((
       select jsonb_agg(to_jsonb(s)) from (
         select 'task' as step, kind, round, outcome from task where case_id = c.id and outcome is not null
         union all select 'period', kind, round, outcome from period where case_id = c.id and outcome is not null
         union all select 'act', kind, round, outcome from act where case_id = c.id) s), '[]') as settled
     from cases c where c.id = $1`,
    [caseId],
  );
  return found ?? refuse('NOT_FOUND');
}
