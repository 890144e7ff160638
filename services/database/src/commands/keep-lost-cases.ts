import type { Tx } from '../database.ts';
import { casesWaitingOnNobody, type LostCase } from '../queries/cases-waiting-on-nobody.ts';

/**
 * Puts down which cases wait on nobody, so that the county sees them: found again they stay, found no more they go.
 *
 * @returns all that wait on nobody now, and how many of them were not known before
 */
export async function keepLostCases(tx: Tx): Promise<{ lost: LostCase[]; added: number }> {
  const lost = await casesWaitingOnNobody(tx);
  await tx.rows('delete from lost_case where case_id <> all ($1::uuid[])', [lost.map(({ caseId }) => caseId)]);
  const added = await tx.rows(
    `insert into lost_case (case_id, township, why, since)
     select * from jsonb_to_recordset($1::jsonb) as r("caseId" uuid, township text, why text, since timestamptz)
     on conflict (case_id) do update set why = excluded.why where lost_case.why <> excluded.why
     returning case_id`,
    [JSON.stringify(lost)],
  );
  return { lost, added: added.length };
}
