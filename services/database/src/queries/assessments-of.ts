import type { Assessment, AssessmentChange, Instant, PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface AssessmentRow {
  round: number;
  day: PlainDate;
  result: Assessment;
  factsVersion: number;
  parameterVersion: string;
  /** What differs from the assessment before; null where none was compared. */
  changes: AssessmentChange[] | null;
  byName: string;
  at: Instant;
}

/** The assessments that were kept with the opinions of a case, in their order. */
export async function assessmentsOf(tx: Tx, caseId: string): Promise<AssessmentRow[]> {
  return tx.rows<AssessmentRow>(
    `select round, day, result, facts_version as "factsVersion", parameter_version as "parameterVersion", changes, by_name as "byName", at
     from assessment where case_id = $1 order by round`,
    [caseId],
  );
}
