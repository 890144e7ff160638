import type { CaseClock } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export type ClockRow = CaseClock;

/** The clocks of a case in the order in which they were started. */
export async function clocksOf(tx: Tx, caseId: string): Promise<ClockRow[]> {
  return tx.rows<ClockRow>(
    `select kind, round, started_at as "startedAt", started_on as "startedOn", due_on as "dueOn", due_at as "dueAt", days, unit, state, warnings, warned_level as "warnedLevel", parameter,
       calendar_version as "calendarVersion", extended_reason as "extendedReason", stopped_at as "stoppedAt"
     from clock where case_id = $1 order by started_at, kind, round`,
    [caseId],
  );
}
