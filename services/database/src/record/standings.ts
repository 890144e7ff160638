import type { Household, PlainDate, Programme, Standing } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** What a person has or asks for, and where. */
export interface StandingOfPerson extends Standing {
  readonly idNumber: string;
  readonly caseId: string;
  readonly township: string;
  readonly receipt: string;
  readonly fromDay: PlainDate | null;
  readonly reviewDay: PlainDate | null;
}

/**
 * What those who share the household's life have or ask for already, in whatever township, as it stood before this
 * transaction wrote. Two who ask for the same people at the same time wait for each other.
 */
export async function standingsOf(tx: Tx, household: Household): Promise<StandingOfPerson[]> {
  const together = household.members.filter(({ livesWith, absence }) => livesWith !== false && !absence);
  return standingsOfPeople(
    tx,
    together.flatMap(({ idNumber }) => idNumber ?? []),
  );
}

/** The same, by ID number. */
export async function standingsOfPeople(tx: Tx, idNumbers: readonly string[]): Promise<StandingOfPerson[]> {
  if (idNumbers.length === 0) return [];
  return tx.untouchedRows<StandingOfPerson & { programme: Programme }>(
    `select id_number as "idNumber", programme, state, case_id as "caseId", township, receipt, is_alone as "isAlone", from_day::text as "fromDay",
       until_day::text as "untilDay", review_day::text as "reviewDay", remind_day::text as "remindDay"
     from standing_of($1::text[], $2::date)`,
    [[...new Set(idNumbers)].sort(), tx.day],
  );
}
