import {
  addMonths,
  type CaseEnding,
  fen,
  figure,
  formatYuan,
  type Household,
  type HouseholdMember,
  type Instant,
  maskIdNumber,
  type Programme,
  Refusal,
  type Stage,
  stageOf,
  startOfDay,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { peopleOf } from '../record/people-of.ts';
import { getCase } from './get-case.ts';

/** Another case that shares a person with one, side by side with it. */
export interface Duplicate {
  /** Null where the other case lies outside the fence: who asks learns the township and no more than a mask. */
  caseId: string | null;
  township: string;
  receipt: string;
  programme: Programme;
  stage: Stage;
  ending: CaseEnding | null;
  appliedAt: Instant;
  monthly: string | null;
  /** `same`: by ID number, the same person; `possible`: name and birth agree and an ID number is lacking, a question. */
  match: 'same' | 'possible';
  people: { match: 'same' | 'possible'; fields: { field: string; here: string | null; there: string | null; isSame: boolean }[] }[];
}

interface SharingCase {
  id: string;
  township: string;
  village: string;
  receipt: string;
  programme: Programme;
  applied_at: Instant;
  closed_at: Instant | null;
  ending: CaseEnding | null;
  household: Household;
  monthly_fen: string | null;
  tasks: string[];
  periods: string[];
}

/**
 * Every other open case, award or recent refusal, in whatever township, that shares a person with the case, field by field.
 *
 * @throws Refusal NOT_FOUND
 */
export async function duplicatesOf(tx: Tx, caseId: string): Promise<Duplicate[]> {
  const { household, parameterSet } = await getCase(tx, caseId);
  return casesSharing(tx, { caseId, household, parameterSet });
}

/** The same for a household that has no case yet, or whose case was refused because of another. */
export async function casesSharing(
  tx: Tx,
  { caseId = null, household, parameterSet }: { caseId?: string | null; household: Household; parameterSet: string },
): Promise<Duplicate[]> {
  const rows = await tx.rows<SharingCase>('select * from cases_sharing_people($1::uuid, $2::text[], $3::timestamptz)', [
    caseId,
    peopleOf(household).people,
    refusedSince(tx, parameterSet),
  ]);
  return rows.flatMap((row) => {
    const isInside = tx.who.townships === '*' || tx.who.townships.includes(row.township);
    const people = household.members.flatMap((here) => peopleShared(here, row, isInside));
    return people.length === 0 ? [] : [shown(row, people, isInside)];
  });
}

/** From when on a refusal is recent. Where the place has not said, none is shown: how long it is remembered is not guessed. */
function refusedSince(tx: Tx, parameterSet: string): Instant {
  try {
    const { value } = figure(tx.place.parametersOf(parameterSet), 'duplicates.refusalMonths', tx.day);
    return startOfDay(addMonths(tx.day, -value));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'PARAMETER_UNKNOWN') return tx.at;
    throw error;
  }
}

function peopleShared(here: HouseholdMember, { household, village }: SharingCase, isInside: boolean): Duplicate['people'] {
  return household.members.flatMap((there) => {
    const match = matchOf(here, there);
    return match === undefined ? [] : [{ match, fields: fieldsOf({ here, there, village }, isInside) }];
  });
}

function matchOf(here: HouseholdMember, there: HouseholdMember): 'same' | 'possible' | undefined {
  if (here.idNumber !== undefined && there.idNumber !== undefined) return here.idNumber === there.idNumber ? 'same' : undefined;
  return here.name === there.name && here.birth === there.birth ? 'possible' : undefined;
}

function fieldsOf({ here, there, village }: { here: HouseholdMember; there: HouseholdMember; village: string }, isInside: boolean) {
  const open = (one: string | undefined, other: string | undefined, mask: (text: string) => string) => ({
    here: one ?? null,
    there: other === undefined ? null : isInside ? other : mask(other),
    isSame: one === other,
  });
  return [
    { field: 'name', ...open(here.name, there.name, maskName) },
    {
      field: 'idNumber',
      ...open(here.idNumber && maskIdNumber(here.idNumber), there.idNumber && maskIdNumber(there.idNumber), (text) => text),
    },
    { field: 'birth', ...open(here.birth, there.birth, (birth) => `${birth.slice(0, 4)}-**-**`) },
    { field: 'sex', ...open(here.sex, there.sex, (sex) => sex) },
    { field: 'relation', ...open(here.relation, there.relation, () => '*') },
    { field: 'village', ...open(undefined, village, (code) => `${code.slice(0, 9)}***`) },
  ];
}

function shown(row: SharingCase, people: Duplicate['people'], isInside: boolean): Duplicate {
  const { tasks, periods, ending, programme, township } = row;
  return {
    caseId: isInside ? row.id : null,
    township,
    receipt: isInside ? row.receipt : `${row.receipt.slice(0, 5)}****${row.receipt.slice(-4)}`,
    programme,
    stage: stageOf({ tasks, periods, isClosed: row.closed_at !== null }),
    ending,
    appliedAt: row.applied_at,
    monthly: isInside && row.monthly_fen !== null ? formatYuan(fen(Number(row.monthly_fen))) : null,
    match: people.some(({ match }) => match === 'same') ? 'same' : 'possible',
    people,
  };
}

function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return `${first}${'*'.repeat(Math.max(1, rest.length))}`;
}
