import {
  assessmentsOf,
  audit,
  awardOf,
  type CaseFile as StoredFile,
  type CaseLine,
  clocksOf,
  faultsOf,
  findCases,
  getCase,
  ledgerOf,
  type Tx,
  requireUnsealed,
} from '@zhouji/database';
import { clocks, maskIdNumber, refuse, type Stage } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { CaseFile, CaseSummary, ClockOfCase, Facts, LedgerEntry, TaskOfCase } from '../answers/case-file.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { aidOfCase } from './show-aid.ts';
import { awardShown } from './show-award.ts';
import { recognitionOfCase } from './show-recognition.ts';
import { type PeopleShown, peopleShown } from './show-people.ts';
import { type SideShown, sideShown } from './show-side.ts';

type PlaceOf = Awaited<ReturnType<typeof placesOf>>;

/** A page of cases of the caller's area. */
export async function casePageOf(
  office: Office,
  { caller }: FastifyRequest,
  { township, ...filter }: { stage?: Stage; township?: string; cursor?: string; limit?: number },
) {
  const place = await placesOf(office);
  const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) =>
    findCases(tx, { ...filter, ...(township ? { townships: [township] } : {}) }),
  );
  return { items: items.map((line) => summaryShown(line, { place })), next };
}

/** The file of a case. @throws Refusal NOT_FOUND, for a case of another township too */
export async function caseFileOf(office: Office, { caller }: FastifyRequest, caseId: string): Promise<CaseFile> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const file = await getCase(tx, caseId);
    audit(tx, { action: 'read-case', township: file.township, caseId });
    const side = await sideShown(tx, file, place);
    const recognition = await recognitionOfCase(tx, caseId);
    const aid = await aidOfCase(tx, caseId);
    const people = await peopleShown(tx, file);
    const life = await awardOf(tx, caseId);
    const marks = { place, overdue: await isOverdue(tx, caseId), faults: await faultsOf(tx, caseId) };
    return { award: life && awardShown(life), recognition, aid, ...fileShown(file, marks), ...side, ...people };
  });
}

export function ledgerShown(office: Office, request: FastifyRequest, caseId: string): Promise<{ items: LedgerEntry[] }> {
  return listOf(office, request, caseId, async (tx) =>
    (await ledgerOf(tx, caseId)).map(({ id, seq, hash, at, kind, round, byName, data }) => ({
      id: String(id),
      seq,
      hash,
      at,
      kind,
      round,
      by: byName,
      data,
    })),
  );
}

export function clocksShown(office: Office, request: FastifyRequest, caseId: string): Promise<{ items: ClockOfCase[] }> {
  return listOf(office, request, caseId, async (tx) =>
    (await clocksOf(tx, caseId)).map((clock) => ({ ...clock, source: clocks[clock.kind].source })),
  );
}

export function assessmentsShown(office: Office, request: FastifyRequest, caseId: string) {
  return listOf(office, request, caseId, async (tx) =>
    (await assessmentsOf(tx, caseId)).map(({ round, day, factsVersion, byName, result, changes }) => ({
      round,
      day,
      factsVersion,
      by: byName,
      result,
      changes,
    })),
  );
}

/** A list of a case that exists for the caller. @throws Refusal NOT_FOUND */
export async function listOf<Item>(
  { database, clock }: Office,
  { caller }: FastifyRequest,
  caseId: string,
  read: (tx: Tx) => Promise<Item[]>,
): Promise<{ items: Item[] }> {
  return database.transact(caller, clock.now(), async (tx) => {
    await requireUnsealed(tx, caseId);
    const items = await read(tx);
    // An empty list may be that of a case that is not there, or is not the caller's.
    if (items.length === 0 && (await tx.rows('select 1 from cases where id = $1', [caseId])).length === 0) refuse('NOT_FOUND');
    return { items };
  });
}

/** Whether a legal limit has passed and what it was for is not done. */
export async function isOverdue(tx: Tx, caseId: string): Promise<boolean> {
  return (await clocksOf(tx, caseId)).some(({ state, stoppedAt }) => state === 'missed' && stoppedAt === null);
}

/** What lists and pages say of a case; an ID number is for the page alone, and masked. */
function summaryShown(line: CaseLine, { place, idNumber }: { place: PlaceOf; idNumber?: string | undefined }): CaseSummary {
  const {
    id,
    receipt,
    programme,
    process,
    origin,
    township,
    village,
    applicantName,
    stage,
    mode,
    appliedAt,
    acceptedAt,
    closedAt,
    ending,
    overdue,
    faults,
    hasRelatives,
    inEmergency,
  } = line;
  const flags: CaseSummary['flags'] = [
    ...(overdue ? (['OVERDUE'] as const) : []),
    ...(hasRelatives ? (['RELATIVE_REGISTERED'] as const) : []),
    ...(inEmergency ? (['EMERGENCY'] as const) : []),
    ...faults,
  ];
  const masked = idNumber === undefined ? null : maskIdNumber(idNumber);
  return {
    id,
    receipt,
    programme,
    process,
    origin,
    township: place(township),
    village: place(village),
    applicant: applicantName,
    idNumber: masked,
    stage,
    mode,
    appliedAt,
    acceptedAt,
    closedAt,
    ending,
    flags,
  };
}

/** The file of a case as it goes over the wire. */
export function fileShown(
  file: StoredFile,
  { place, overdue, faults }: { place: PlaceOf; overdue: boolean; faults: CaseSummary['flags'] },
): Omit<CaseFile, keyof SideShown | keyof PeopleShown | 'recognition' | 'aid' | 'award'> {
  const { notice, household } = file;
  const idNumber = household.members.find(({ relation }) => relation === 'applicant')?.idNumber;
  return {
    case: { ...summaryShown({ ...file, overdue, faults }, { place, idNumber }), ...signersShown(file) },
    household: factsShown(file.facts.at(-1), file),
    declared: factsShown(file.facts[0], file),
    tasks: file.tasks.map(taskShown),
    periods: file.periods as CaseFile['periods'],
    notice: notice?.kind === 'notice' ? { id: notice.id, round: notice.round, postedAt: notice.postedAt, endsOn: notice.endsOn } : null,
    objections: file.objections,
  };
}

/** Who stood for the applicant [M57 6; CIVIL 19–22]. */
function signersShown({ declarations: { agent, signedBy }, applicantName }: StoredFile): Pick<CaseSummary, 'agent' | 'signedBy'> {
  return {
    ...(agent ? { agent: { name: agent.name, relation: agent.relation } } : {}),
    ...(signedBy !== undefined && signedBy !== applicantName ? { signedBy } : {}),
  };
}

export function taskShown({
  id,
  kind,
  round,
  duty,
  openedAt,
  dueOn,
  version,
  outcome,
  outcomeData,
  givenByName,
  givenAt,
}: StoredFile['tasks'][number]): TaskOfCase {
  return {
    id,
    kind,
    round,
    duty: duty as TaskOfCase['duty'],
    openedAt,
    dueOn,
    version,
    outcome,
    with: outcomeData,
    by: givenByName,
    at: givenAt,
  };
}

/** Of a case that is about nobody's household: version 0, and nobody in it. */
function factsShown(facts: StoredFile['facts'][number] | undefined, { household: nobody, appliedAt }: StoredFile): Facts {
  if (!facts) return { version: 0, source: 'application', by: '', at: appliedAt, household: nobody };
  const { version, source, byName, at, household } = facts;
  return { version, source: source as Facts['source'], by: byName, at, household };
}
