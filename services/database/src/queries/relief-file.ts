import {
  addDays,
  type Because,
  dayOf,
  type Fen,
  figure,
  type Instant,
  type ParameterSet,
  type PlainDate,
  Refusal,
  refuse,
  birthOf,
  reliefCap,
  screen,
  type ScreeningProposal,
  workingDaysAfter,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { fundYearOf, reserveFundOf } from '../money/reserve-fund.ts';
import { findFollowCode } from '../record/follow-code.ts';
import { isUuid } from '../record/lock-case.ts';
import { type ReliefRow, reliefOf } from '../record/relief-of.ts';
import { standingsOfPeople } from '../record/standings.ts';

/** A relief with what it takes to decide it. */
export interface ReliefFile extends ReliefRow {
  receipt: string;
  applicantName: string;
  closedAt: Instant | null;
  ending: string | null;
  /** The most that may be given today to as many as are in need, and what one person more or less makes of it. */
  cap: { fen: Fen; per: 'case' | 'person'; ofOneFen: Fen; because: Because; isDemo: boolean };
  /** What the reserve fund of the township holds today. */
  fundFen: Fen;
  /** Earlier reliefs of the same people, wherever; of another township nothing but when, where and how much. */
  earlier: EarlierRelief[];
  /** Within how many days such a one is pointed out. */
  repeatDays: number;
  /** By when the file is to be complete; before anything was handed over, as if it were today. Null while the calendar of that year is not published. */
  papersDueOn: PlainDate | null;
  /** Which parts have arrived: what is decided anew is the rest. */
  arrived: { byBank: boolean; byHand: boolean };
  /** Help that lasts, which what is known of them points to. */
  screening: ScreeningProposal[];
  /** With what whoever holds the number follows it without an ID number. */
  followCode: string | null;
}

export interface EarlierRelief {
  caseId: string;
  receipt: string;
  township: string;
  loggedAt: Instant;
  amountFen: Fen | null;
  goods: string | null;
  isRelieved: boolean;
}

/** The relief of a case. Nothing is locked. @throws Refusal NOT_FOUND */
export async function getReliefFile(tx: Tx, caseId: string): Promise<ReliefFile> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const relief = await reliefOf(tx, caseId);
  const [own] = await tx.rows<{ receipt: string; name: string; set: string; closedAt: Instant | null; ending: string | null }>(
    `select receipt, applicant_name as name, parameter_set as "set", closed_at as "closedAt", ending from cases where id = $1`,
    [caseId],
  );
  if (!own) return refuse('NOT_FOUND');
  const parameters = tx.place.parametersOf(own.set);
  const cap = reliefCap(relief.persons ?? 1, tx.day, parameters);
  const { fen: ofOneFen } = reliefCap(1, tx.day, parameters);
  const repeatDays = repeatDaysOf(tx, own.set);
  return {
    ...relief,
    ...{ receipt: own.receipt, applicantName: own.name, closedAt: own.closedAt, ending: own.ending },
    cap: { ...cap, ofOneFen, isDemo: parameters.demo },
    fundFen: (await reserveFundOf(tx, relief.township, fundYearOf(tx.day))).balance,
    earlier: await earlierReliefs(tx, relief, repeatDays),
    repeatDays,
    papersDueOn: await papersDueOn(tx, caseId, parameters),
    arrived: await arrivedIn(tx, caseId),
    screening: await screeningOf(tx, relief),
    followCode: (await findFollowCode(tx, caseId)) ?? null,
  };
}

/** TA2018 2(4); OP2020 15 — Only of people who were helped: before that nobody asks what lasts. */
async function screeningOf(tx: Tx, { idNumber, persons, call, isRepeat, relievedAt }: ReliefRow): Promise<ScreeningProposal[]> {
  if (relievedAt === null) return [];
  const standings = await standingsOfPeople(tx, idNumber === null ? [] : [idNumber]);
  const known = standings.filter(({ state }) => state !== 'applied').map(({ programme }) => programme);
  const facts = { persons: persons ?? 1, vulnerable: call.vulnerable, isRepeat, known };
  return screen({ ...facts, ...(idNumber === null ? {} : { birth: birthOf(idNumber) }) }, tx.day);
}

async function arrivedIn(tx: Tx, caseId: string): Promise<ReliefFile['arrived']> {
  const [row] = await tx.rows<ReliefFile['arrived']>(
    `select exists (select from period where case_id = $1 and kind = 'payment' and outcome = 'paid') as "byBank",
       exists (select from task where case_id = $1 and kind = 'payout' and outcome = 'paid') as "byHand"`,
    [caseId],
  );
  return row ?? { byBank: false, byHand: false };
}

async function papersDueOn(tx: Tx, caseId: string, parameters: ParameterSet): Promise<PlainDate | null> {
  const [clock] = await tx.rows<{ dueOn: PlainDate }>(`select due_on as "dueOn" from clock where case_id = $1 and kind = 'paperwork'`, [
    caseId,
  ]);
  if (clock) return clock.dueOn;
  const { value } = figure(parameters, 'tempAid.paperworkWithin', tx.day);
  try {
    return workingDaysAfter(tx.place.calendar, tx.day, [value])[0] ?? null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN') return null;
    throw error;
  }
}

/** Within how many days an earlier relief is pointed out. @throws Refusal PARAMETER_UNKNOWN */
export function repeatDaysOf(tx: Tx, parameterSet: string): number {
  return figure(tx.place.parametersOf(parameterSet), 'tempAid.repeatWithin', tx.day).value;
}

/** Reliefs of the same people in the days before: pointed out, and no reason to refuse. */
export async function earlierReliefs(
  tx: Tx,
  { caseId, keys, loggedAt }: Pick<ReliefRow, 'caseId' | 'keys' | 'loggedAt'>,
  days: number,
): Promise<EarlierRelief[]> {
  if (keys.length === 0) return [];
  const since = addDays(dayOf(loggedAt), -days);
  return tx.rows<EarlierRelief>(
    `select case_id as "caseId", receipt, township, logged_at as "loggedAt", amount_fen as "amountFen", goods, is_relieved as "isRelieved"
     from reliefs_like($1::text[], $2::timestamptz, $3::uuid)`,
    [keys, `${since}T00:00:00Z`, caseId],
  );
}
