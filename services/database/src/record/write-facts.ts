import { findHouseholdFaults, type Household, householdFaults, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';

/**
 * Writes what was found of the household as the newest version of its facts.
 *
 * @returns the version
 * @throws Refusal FIELDS_REFUSED
 */
export function writeFacts(tx: Tx, frame: CaseFrame, source: string, household: Household): number {
  const faults = findHouseholdFaults(household, tx.day);
  if (faults.length > 0) {
    refuse('FIELDS_REFUSED', {
      errors: faults.map(({ code, path }) => ({ path: `with/household/${path}`, code, message: householdFaults[code] })),
    });
  }
  const version = frame.facts.version + 1;
  frame.facts = { version, household };
  const { account: by, name: byName } = tx.who;
  tx.writes.add('facts', { caseId: frame.id, township: frame.township, version, source, household, by, byName, at: tx.at });
  return version;
}
