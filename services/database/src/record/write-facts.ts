import { findHouseholdFaults, type Household, householdFaults, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import { claimedOf, peopleOf, sorted } from './people-of.ts';

/**
 * Writes what was found of the household as the newest version of its facts. Whoever they name for the first time is
 * claimed now: the base refuses DUPLICATE where they have a case or an award already.
 *
 * @returns the version
 * @throws Refusal FIELDS_REFUSED, MEMBER_DECEASED
 */
export function writeFacts(tx: Tx, frame: CaseFrame, source: string, household: Household): number {
  const faults = findHouseholdFaults(household, tx.day);
  if (faults.length > 0) {
    refuse('FIELDS_REFUSED', {
      errors: faults.map(({ code, path }) => ({ path: `with/household/${path}`, code, message: householdFaults[code] })),
    });
  }
  const dead = frame.deceased.find(({ member }) => household.members.some(({ name }) => name === member));
  if (dead) refuse('MEMBER_DECEASED', { member: dead.member, diedOn: dead.diedOn });
  const version = frame.facts.version + 1;
  frame.facts = { version, household };
  claimNewPeople(tx, frame, household);
  const { account: by, name: byName } = tx.who;
  tx.writes.add('facts', { caseId: frame.id, township: frame.township, version, source, household, by, byName, at: tx.at });
  return version;
}

function claimNewPeople(tx: Tx, frame: CaseFrame, household: Household): void {
  const { idNumbers, people } = peopleOf(household);
  const added = idNumbers.filter((idNumber) => !frame.idNumbers.includes(idNumber));
  const { id: caseId, township, programme } = frame;
  const claimed = claimedOf(household).filter((idNumber) => added.includes(idNumber));
  for (const idNumber of claimed) tx.writes.add('claim', { caseId, township, programme, idNumber });
  Object.assign(frame, { idNumbers: sorted([...frame.idNumbers, ...added]), people });
}
