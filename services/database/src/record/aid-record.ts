import {
  type AidRecord,
  dayOf,
  type EarlierAid,
  type Household,
  type HardshipKind,
  type Instant,
  isSameReason,
  type KnownGroup,
  type PlainDate,
  yearOf,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** Under which programmes a household is known as one in hardship [TA2018 2(2); OP2023 2]. */
const knownUnder: readonly string[] = ['subsistence-allowance', 'edge-household', 'rigid-expenditure'];

/** What is on record of a household that asks for expenditure aid: as what it is known, and for what it was helped this year. */
export async function aidRecordOf(tx: Tx, { id, household }: { id: string; household: Household }): Promise<AidRecord> {
  const checked = await checkedOf(tx, id);
  // As it was found when it was checked: who was known by then has had its spending looked at, and nothing else.
  const known = checked.known === 'unknown' ? undefined : await knownGroupOf(tx, { id, household }, checked.on ?? tx.day);
  return {
    ...(known && { known }),
    earlierAid: await earlierAidOf(tx, { id, household }),
    isSpecial: checked.isSpecial,
  };
}

/** As what the household of the applicant is known on a day, itself and not one of its members alone; undefined when it is not. */
export async function knownGroupOf(
  tx: Tx,
  { id, household }: { id: string; household: Household },
  day: PlainDate,
): Promise<KnownGroup | undefined> {
  return (await standingGroupOf(tx, household, day)) ?? (await groupElsewhereOf(tx, id));
}

/** LAW 42 — What the register of extremely poor people says, as whoever took the application in has looked it up. */
async function groupElsewhereOf(tx: Tx, caseId: string): Promise<KnownGroup | undefined> {
  const [found] = await tx.rows<{ number: string | null }>(
    `select outcome_data ->> 'supportRecord' as number from task where case_id = $1 and kind = 'intake' and outcome = 'accepted' order by round desc limit 1`,
    [caseId],
  );
  return found?.number ? { programme: 'extreme-poverty-support', receipt: found.number } : undefined;
}

async function standingGroupOf(tx: Tx, { members }: Household, day: PlainDate): Promise<KnownGroup | undefined> {
  const idNumber = members.find(({ relation }) => relation === 'applicant')?.idNumber;
  if (idNumber === undefined) return undefined;
  const standings = await tx.rows<KnownGroup & { state: string; isAlone: boolean }>(
    `select programme, receipt, state, is_alone as "isAlone" from standing_of($1::text[], $2::date)`,
    [[idNumber], day],
  );
  const found = standings.find(({ programme, state, isAlone }) => knownUnder.includes(programme) && state !== 'applied' && !isAlone);
  return found && { programme: found.programme, receipt: found.receipt };
}

/** The expenditure aid that people of the household were granted this year, in whatever township, in another case. */
export async function earlierAidOf(tx: Tx, { id, household: { members } }: { id: string; household: Household }): Promise<EarlierAid[]> {
  const idNumbers = members.flatMap(({ idNumber }) => idNumber ?? []);
  if (idNumbers.length === 0) return [];
  const given = await tx.rows<{
    reason: HardshipKind;
    member: string | null;
    memberId: string | null;
    since: PlainDate | null;
    on: PlainDate;
  }>(
    `select reason, member, member_id_number as "memberId", since_day::text as since, decided_on::text as "on" from aid_given($1::text[], $2, $3::uuid)`,
    [idNumbers, yearOf(tx.day), id],
  );
  return given.map(({ reason, member, memberId, since, on }) => ({
    ...{ reason, on },
    ...(member === null ? {} : { member }),
    ...(memberId === null ? {} : { memberId }),
    ...(since === null ? {} : { since }),
  }));
}

/** Whether the household was helped already this year for what it asks for now [TA2014]. */
export function wasHelpedForThis(household: Household, earlier: readonly EarlierAid[]): boolean {
  return earlier.some((aid) => isSameReason(aid, household));
}

async function checkedOf(tx: Tx, caseId: string): Promise<{ known?: string; on?: PlainDate; isSpecial: boolean }> {
  const [row] = await tx.rows<{ known: string | null; at: Instant | null; special: boolean }>(
    `select (select outcome from act where case_id = $1 and kind = 'known-group') as known,
       (select done_at from act where case_id = $1 and kind = 'known-group') as at,
       exists (select from task where case_id = $1 and kind = 'special-ground' and outcome = 'special') as special`,
    [caseId],
  );
  return { ...(row?.known ? { known: row.known } : {}), ...(row?.at ? { on: dayOf(row.at) } : {}), isSpecial: row?.special ?? false };
}
