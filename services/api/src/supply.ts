import { type CaseFile, documentsOf, giveOutcome, publicActor } from '@zhouji/database';
import { type Household, refuse, stillMissing, fieldFault, fieldFaults } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Stated, Tracking } from './answers/tracking.ts';
import { checkOutcome } from './check-outcome.ts';
import type { Office } from './office.ts';
import { type FieldFault, FieldsRefused } from './plugins/fields-refused.ts';
import { missingOf } from './showing/show-asked.ts';
import { asHolder } from './track.ts';
import { requireHolder } from './tracking-proof.ts';

/** What somebody hands in for a household whose papers were incomplete; the files have come before. */
export interface Supply {
  lastFour?: string;
  version: number;
  /** Each adult signs for themselves, with the last four of their own ID number where it is known [M57 9(3)]. */
  signatures?: { member: string; lastFour?: string }[];
  household?: Household;
  note?: string;
}

/**
 * M57 10 — What was missing is handed in by whoever holds the receipt, and the papers are checked again.
 *
 * @throws Refusal NOTHING_ASKED, TASK_CLOSED, STALE; FieldsRefused for a signature that is not the member's, and for a paper that is left
 *   out without a word
 */
export function supplyTracked(office: Office, request: FastifyRequest, supply: Supply): Promise<Tracking> {
  const { version, signatures = [], note, household, lastFour } = supply;
  return asHolder(office, request, lastFour, async ({ tx, caseId, case: file }) => {
    const task = file.tasks.findLast(({ kind }) => kind === 'supplement');
    if (!task) return refuse('NOTHING_ASKED');
    const signed = signatures.map(({ member }) => member);
    const documents = (await documentsOf(tx, { caseId })).map(({ what }) => what);
    requireSignatures(file, signatures);
    requireWord(stillMissing(missingOf(file), { documents, signed }).length > 0, note);
    const given = {
      ...(signed.length > 0 ? { authorizations: [...new Set(signed)] } : {}),
      ...(household ? { household: withKnownNumbers(household, file.household) } : {}),
      ...(note ? { note } : {}),
    };
    await giveOutcome(tx, { taskId: task.id, version, outcome: 'supplied', with: given }, (kind) =>
      checkOutcome(kind, { outcome: 'supplied', with: given }, tx.day),
    );
  });
}

/** The household as it stands, for correcting it; ID numbers stay behind, they are put back by name. @throws Refusal NOTHING_ASKED */
export function statedTracked(office: Office, request: FastifyRequest, lastFour: string | undefined): Promise<Stated> {
  return office.database.transact(publicActor(), office.clock.now(), async (tx) => {
    const { programme, township, village, household, tasks } = (await requireHolder(office, request, tx, lastFour)).case;
    if (!tasks.some(({ kind, outcome }) => kind === 'supplement' && outcome === null)) refuse('NOTHING_ASKED');
    const members = household.members.map(({ idNumber: _kept, ...member }) => member);
    return { programme, township, village, household: { ...household, members } };
  });
}

function withKnownNumbers(given: Household, known: Household): Household {
  const numbers = new Map(known.members.map(({ name, idNumber }) => [name, idNumber]));
  return {
    ...given,
    members: given.members.map((member) => {
      const idNumber = member.idNumber ?? numbers.get(member.name);
      return idNumber === undefined ? member : { ...member, idNumber };
    }),
  };
}

function requireSignatures({ household }: CaseFile, signatures: NonNullable<Supply['signatures']>): void {
  const faults = signatures.flatMap(({ member, lastFour }, i): FieldFault[] => {
    const signer = household.members.find(({ name }) => name === member);
    if (!signer) return [{ path: `/signatures/${i}/member`, label: fieldFaults['not-an-applicant'] }];
    return signer.idNumber && signer.idNumber.slice(-4) !== lastFour
      ? [
          {
            path: `/signatures/${i}/lastFour`,
            label: fieldFault('last-four-differ', { member }),
          },
        ]
      : [];
  });
  if (faults.length > 0) throw new FieldsRefused(faults);
}

function requireWord(isIncomplete: boolean, note: string | undefined): void {
  if (isIncomplete && !note) throw new FieldsRefused([{ path: '/note', label: fieldFaults['still-missing'] }]);
}
