import {
  type Agent,
  findHouseholdFaults,
  type Household,
  householdFaults,
  type Instant,
  type Programme,
  programmes,
  refuse,
  type RelativeDeclaration,
  fieldFaults,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { setPayeeAccount } from '../money/payee-account.ts';
import { applicantOf } from '../place.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { claimedOf } from '../record/people-of.ts';
import { audit } from './audit.ts';
import { newFrame, parameterSetOf, writeNewCase } from './begin-case.ts';
import { applyFromLead } from './lead/apply-from-lead.ts';
import { originOfDraft } from './prepare-application.ts';
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
  /** Where the money is to go, in the name of the applicant [M57 25]. */
  account?: { bank: string; account: string };
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
  if (programme === 'temporary-aid') refuseUntold(household);
  const [parameterSet] = await Promise.all([
    parameterSetOf(tx, { township, village }),
    application.passedOn ? undefined : refuseExcluded(tx, { programme, household }),
  ]);
  await requireMandate(tx, application);
  const { declarations, without = [], passedOn } = application;
  const applicant = applicantOf(household);
  const origin = passedOn ? undefined : await originOfDraft(tx, application.draft);
  const frame = newFrame(tx, {
    ...{ process, programme, township, village, name: applicant.name, household, parameterSet },
    ...{ idNumbers: applicant.idNumber ? [applicant.idNumber] : [], declarations: { ...declarations, without } },
    ...(origin === undefined ? {} : { origin }),
    ...passedOn,
  });
  writeCase(tx, frame, application);
  if (application.account) await setPayeeAccount(tx, { caseId: frame.id, ...application.account, holder: applicant.name });
  if (origin !== undefined) await applyFromLead(tx, frame, origin);
  return { caseId: frame.id, receipt: frame.receipt };
}

function refuseFaults(household: Household, day: string): void {
  const faults = findHouseholdFaults(household, day);
  if (faults.length === 0) return;
  refuse('FIELDS_REFUSED', {
    errors: faults.map(({ code, path }) => ({ path: `household/${path}`, code, message: householdFaults[code] })),
  });
}

/** LAW 29; TA2018 2(1) — Temporary aid is asked for a hardship, which is told. */
function refuseUntold({ hardship }: Household): void {
  if (!hardship)
    refuse('FIELDS_REFUSED', {
      errors: [{ path: '/household/hardship', code: 'HARDSHIP_NOT_TOLD', message: householdFaults.HARDSHIP_NOT_TOLD }],
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
  const message = fieldFaults['no-mandate'];
  if (!found) refuse('FIELDS_REFUSED', { errors: [{ path: 'declarations/agent/mandate', code: 'NO_SUCH_DOCUMENT', message }] });
}

function writeCase(tx: Tx, frame: CaseFrame, { household, documents = [], draft }: NewCase): void {
  const { id, programme, township, declarations } = frame;
  writeNewCase(tx, frame);
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
  enter(tx, frame, { kind: 'applied', data: { programme, without: declarations['without'] ?? [], documents: documents.length } });
  if (documents.length > 0 || draft) tx.writes.add('handIn', { caseId: id, township, documents, draft: draft ?? null });
  if (draft) tx.writes.add('draftEnd', { caseId: id, draft });
  audit(tx, { action: 'open-case', township, caseId: id });
  tx.writes.nudge(frame);
}
