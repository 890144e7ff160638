import {
  type Agent,
  emptyHead,
  findHouseholdFaults,
  type Household,
  householdFaults,
  type Instant,
  liesIn,
  type ProcessName,
  type Programme,
  programmes,
  refuse,
  type RelativeDeclaration,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { applicantOf } from '../place.ts';
import { newReceipt } from '../receipt.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { claimedOf, peopleOf } from '../record/people-of.ts';
import { stateOf } from '../record/save-case.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';
import { refuseExcluded } from './refuse-excluded.ts';

export interface Declarations {
  /** The applicant declares that all of it is true [M57 9(2)]. */
  truthful: true;
  /** The names of the members who let their means be verified [M57 9(3)]. */
  authorizations: string[];
  /** Close relatives among officers and members of the village committee [M57 11]. */
  relatives: RelativeDeclaration[];
  /** Who signed the application; left out: the applicant. Of a minor or a person without capacity the guardian does [CIVIL 19–22]. */
  signedBy?: string;
  /** Who applies in the name of the household [M57 6]; its mandate is a document of the draft. */
  agent?: Agent;
}

export interface NewCase {
  programme: Programme;
  township: string;
  village: string;
  household: Household;
  declarations: Declarations;
  /** What the applicant says is missing: `document:<what>`, `authorization:<member>`. */
  without?: string[];
  /** Documents that were handed in already. */
  documents?: string[];
  /** The case that it was passed on from, with the day and the account of the application [M57 5; LAW 64]. */
  passedOn?: { origin: string; appliedAt: Instant; appliedBy: string | null };
  /** The draft that this application was typed in. */
  draft?: string;
}

/**
 * Takes an application [M57 4, 9]. What follows from it is opened by the next look.
 *
 * @throws Refusal PROGRAMME_NOT_OFFERED, NOT_FOUND (no such village in the township), FIELDS_REFUSED, CALENDAR_UNKNOWN,
 *   EXCLUDED_BY_AWARD, EXCLUDED_BY_APPLICATION, RECOGNISED_ALREADY; and
 *   DUPLICATE, at the latest when the transaction ends: the key of claims knows it, wherever the other case is
 */
export async function openCase(tx: Tx, application: NewCase): Promise<{ caseId: string; receipt: string }> {
  const { programme, township, village, household } = application;
  const process = programmes[programme]?.process;
  if (!process) return refuse('PROGRAMME_NOT_OFFERED', { programme });
  refuseFaults(household, tx.day);
  const parameterSet = await getParameterSet(tx, { township, village });
  if (!application.passedOn) await refuseExcluded(tx, { programme, household });
  await requireMandate(tx, application);
  const frame = frameFor(tx, { ...application, process, parameterSet });
  tx.frames.set(frame.id, frame);
  writeCase(tx, frame, application);
  return { caseId: frame.id, receipt: frame.receipt };
}

function refuseFaults(household: Household, day: string): void {
  const faults = findHouseholdFaults(household, day);
  if (faults.length === 0) return;
  refuse('FIELDS_REFUSED', {
    errors: faults.map(({ code, path }) => ({ path: `household/${path}`, code, message: householdFaults[code] })),
  });
}

/** M57 6 — A mandate that is named was handed in with the same draft. */
async function requireMandate(tx: Tx, { declarations, draft }: NewCase): Promise<void> {
  const mandate = declarations.agent?.mandate;
  if (mandate === undefined) return;
  const [found] = await tx.rows('select 1 from document where id = $1::uuid and draft_id = $2::uuid and case_id is null', [
    mandate,
    draft ?? null,
  ]);
  const message = { zh: '委托书没有随本申请上传。', en: 'The mandate was not handed in with this application.' };
  if (!found) refuse('FIELDS_REFUSED', { errors: [{ path: 'declarations/agent/mandate', code: 'NO_SUCH_DOCUMENT', message }] });
}

async function getParameterSet(tx: Tx, { township, village }: { township: string; village: string }): Promise<string> {
  if (tx.who.townships !== '*' && !tx.who.townships.includes(township)) refuse('NOT_FOUND', { township });
  if (!liesIn(village, township)) refuse('NOT_FOUND', { village });
  const [area] = await tx.rows<{ parameter_set: string | null }>(
    `select coalesce(township.parameter_set, county.parameter_set) as parameter_set
     from area village join area township on township.code = $2 join area county on county.code = left($2, 6)
     where village.code = $1`,
    [village, township],
  );
  return area?.parameter_set ?? refuse('NOT_FOUND', { village });
}

function frameFor(
  tx: Tx,
  {
    programme,
    process,
    parameterSet,
    township,
    village,
    household,
    declarations,
    without = [],
    passedOn,
  }: NewCase & { process: ProcessName; parameterSet: string },
): CaseFrame {
  return {
    id: newId(),
    receipt: newReceipt(programme, tx.day),
    programme,
    process,
    origin: passedOn?.origin ?? null,
    township,
    village,
    applicantName: applicantOf(household).name,
    applicantIdLast4: applicantOf(household).idNumber?.slice(-4) ?? null,
    declarations: { ...declarations, without },
    hasRelatives: declarations.relatives.length > 0,
    hasComplaint: false,
    deceased: [],
    ...peopleOf(household),
    relatives: [],
    answers: [],
    mode: null,
    parameterSet,
    appliedAt: passedOn?.appliedAt ?? tx.at,
    appliedBy: passedOn ? passedOn.appliedBy : tx.who.account,
    acceptedAt: null,
    closedAt: null,
    ending: null,
    exit: null,
    exitReason: null,
    wakeAt: null,
    lastStepAt: tx.at,
    ledgerHead: emptyHead,
    ledgerCount: 0,
    tasks: [],
    periods: [],
    acts: [],
    clocks: [],
    facts: { version: 1, household },
    assessments: [],
    notices: [],
  };
}

function writeCase(tx: Tx, frame: CaseFrame, { household, documents = [], draft }: NewCase): void {
  const { id, receipt, programme, process, origin, township, village } = frame;
  const { declarations, parameterSet, appliedAt, appliedBy } = frame;
  tx.writes.add('case', {
    ...{ id, receipt, programme, process, origin, township, village, declarations, parameterSet, appliedAt, appliedBy },
    ...stateOf(frame),
  });
  for (const idNumber of claimedOf(household)) tx.writes.add('claim', { caseId: id, township, programme, idNumber });
  tx.writes.add('facts', {
    caseId: id,
    township,
    version: 1,
    source: 'application',
    household,
    by: tx.who.account,
    byName: tx.who.name,
    at: tx.at,
  });
  enter(tx, frame, { kind: 'applied', data: { programme, without: declarations.without ?? [], documents: documents.length } });
  if (documents.length > 0 || draft) tx.writes.add('handIn', { caseId: id, township, documents, draft: draft ?? null });
  if (draft) tx.writes.add('draftEnd', { caseId: id, draft });
  audit(tx, { action: 'open-case', township, caseId: id });
  tx.writes.nudge(frame);
}
