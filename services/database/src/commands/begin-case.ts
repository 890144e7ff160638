import {
  emptyHead,
  type Household,
  type Instant,
  type LedgerKind,
  liesIn,
  type ProcessName,
  processRow,
  type Programme,
  refuse,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { newReceipt } from '../receipt.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { noFacts } from '../record/lock-case.ts';
import { peopleOf, sorted } from '../record/people-of.ts';
import { stateOf } from '../record/save-case.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';

/** What every case begins with, whoever opened it. */
export interface Beginning {
  process: ProcessName;
  /** Left out: that of the process. */
  programme?: Programme;
  township: string;
  /** Left out: it is not known which one of the township. */
  village?: string;
  /** Whom it is about, as lists show it. */
  name: string;
  idNumbers?: string[];
  household?: Household;
  declarations?: CaseFrame['declarations'];
  origin?: string;
  /** When it was logged, where that was before the transaction. */
  appliedAt?: Instant;
  appliedBy?: string | null;
}

/**
 * Opens a case that no application opens: a work order, a lead, a relief, a discussion. Its first entry is `enterAs`; what
 * follows from it is opened by the next look.
 *
 * @throws Refusal NOT_FOUND (no such township inside the fence, or no such village in it), CALENDAR_UNKNOWN
 */
export async function beginCase(
  tx: Tx,
  { enterAs, data = {}, ...beginning }: Beginning & { enterAs: LedgerKind; data?: Record<string, unknown> },
): Promise<CaseFrame> {
  const village = beginning.village ?? unknownVillageOf(beginning.township);
  const parameterSet = await parameterSetOf(tx, { township: beginning.township, village });
  const frame = newFrame(tx, { ...beginning, village, parameterSet });
  writeNewCase(tx, frame);
  if (beginning.household)
    tx.writes.add('facts', {
      ...{ caseId: frame.id, township: frame.township, version: 1, source: 'application', household: beginning.household },
      ...{ by: tx.who.account, byName: tx.who.name, at: tx.at },
    });
  enter(tx, frame, { kind: enterAs, data });
  audit(tx, { action: `open-${frame.process}`, township: frame.township, caseId: frame.id });
  tx.writes.nudge(frame);
  return frame;
}

/** Where in a township it is, while nobody knows the village. */
export function unknownVillageOf(township: string): string {
  return `${township}000`;
}

/**
 * The set of figures of a place.
 *
 * @throws Refusal NOT_FOUND when it is not inside the fence, or the village not in the township
 */
export async function parameterSetOf(tx: Tx, { township, village }: { township: string; village: string }): Promise<string> {
  if (tx.who.townships !== '*' && !tx.who.townships.includes(township)) refuse('NOT_FOUND', { township });
  if (!liesIn(village, township)) refuse('NOT_FOUND', { village });
  const known = setsOfVillages.get(tx) ?? new Map<string, string>();
  setsOfVillages.set(tx, known);
  const set = known.get(village) ?? (await readParameterSet(tx, { township, village }));
  known.set(village, set);
  return set;
}

/** Asked for once a transaction: whoever opens many cases in one place does not ask for each. */
const setsOfVillages = new WeakMap<Tx, Map<string, string>>();

async function readParameterSet(tx: Tx, { township, village }: { township: string; village: string }): Promise<string> {
  const [area] = await tx.rows<{ parameter_set: string | null }>(
    `select coalesce(township.parameter_set, county.parameter_set) as parameter_set
     from area township join area county on county.code = left($2, 6)
     where township.code = $2 and ($1 = $3 or exists (select from area village where village.code = $1))`,
    [village, township, unknownVillageOf(township)],
  );
  return area?.parameter_set ?? refuse('NOT_FOUND', { village });
}

/** A case in which nothing has happened yet, held by the transaction. */
export function newFrame(
  tx: Tx,
  {
    process,
    programme = processRow(process).programme,
    township,
    village,
    name,
    idNumbers = [],
    household,
    declarations = {},
    origin,
    appliedAt = tx.at,
    appliedBy = tx.who.account,
    parameterSet,
  }: Beginning & { village: string; parameterSet: string },
): CaseFrame {
  const known = household
    ? peopleOf(household)
    : { idNumbers: sorted(idNumbers), people: sorted(idNumbers.map((idNumber) => `id:${idNumber}`)) };
  const frame: CaseFrame = {
    ...{ id: newId(), receipt: newReceipt(programme, tx.day, process), programme, process, origin: origin ?? null, township, village },
    ...{
      applicantName: name,
      applicantIdLast4: idNumbers[0]?.slice(-4) ?? null,
      declarations,
      hasRelatives: (declarations.relatives ?? []).length > 0,
    },
    ...{ hasComplaint: false, deceased: [], ...known, relatives: [], answers: [], mode: null, parameterSet, appliedAt, appliedBy },
    ...{ acceptedAt: null, closedAt: null, ending: null, exit: null, exitReason: null, wakeAt: null, lastStepAt: tx.at },
    ...{ ledgerHead: emptyHead, ledgerCount: 0, tasks: [], periods: [], acts: [], clocks: [], assessments: [], notices: [] },
    facts: household ? { version: 1, household } : noFacts,
  };
  tx.frames.set(frame.id, frame);
  return frame;
}

/** Writes a case that did not exist before. */
export function writeNewCase(tx: Tx, frame: CaseFrame): void {
  const { id, receipt, programme, process, origin, township, village, declarations, parameterSet, appliedAt, appliedBy } = frame;
  tx.writes.add('case', {
    ...{ id, receipt, programme, process, origin, township, village, declarations, parameterSet, appliedAt, appliedBy },
    ...stateOf(frame),
  });
}
