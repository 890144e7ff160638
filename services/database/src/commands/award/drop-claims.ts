import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { peopleOf } from '../../record/people-of.ts';
import { saveCase } from '../../record/save-case.ts';

/** Whoever does not belong to the household any more, by a decision on it, may apply elsewhere. */
export function dropClaims(tx: Tx, frame: CaseFrame): void {
  const { idNumbers } = peopleOf(frame.facts.household);
  const left = frame.idNumbers.filter((idNumber) => !idNumbers.includes(idNumber));
  if (left.length === 0) return;
  tx.writes.add('claimDrop', { caseId: frame.id, idNumbers: left });
  frame.idNumbers = idNumbers;
  saveCase(tx, frame);
}
