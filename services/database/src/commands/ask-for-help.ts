import { refuse, registeredElsewhere } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { helpRequestLetter } from '../letters/help-request.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { issueLetter } from './acts/issue-letter.ts';
import { audit } from './audit.ts';

/**
 * M57 5, 15 — Where members are registered elsewhere, each such place is asked for help and whether they receive
 * assistance there: one letter a place, with an entry of the ledger that names the place.
 */
export async function askForHelp(tx: Tx, frame: CaseFrame): Promise<void> {
  const places = registeredElsewhere({ members: frame.facts.household.members, residence: frame.village });
  for (const [i, { hukou, members }] of places.entries()) {
    await issueLetter(tx, frame, 'help-request', i + 1, (ground) => helpRequestLetter(ground, { place: hukou, members }));
    enter(tx, frame, { kind: 'help.requested', round: i + 1, data: { place: hukou, asks: ['help', 'not-receiving'] }, byOffice: true });
  }
}

/**
 * Records what another place answered. Assistance that is received there is flagged, for the opinion to look into.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, OUTCOME_NOT_NOW (that place was not asked)
 */
export async function recordHelp(
  tx: Tx,
  { caseId, place, receiving, note }: { caseId: string; place: string; receiving: boolean; note?: string },
): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  const [asked] = await tx.rows(`select 1 from ledger where case_id = $1 and kind = 'help.requested' and data ->> 'place' = $2`, [
    caseId,
    place,
  ]);
  if (!asked) refuse('OUTCOME_NOT_NOW', { place });
  enter(tx, frame, { kind: 'help.answered', data: { place, receiving, ...(note === undefined ? {} : { note }) } });
  saveCase(tx, frame);
  audit(tx, { action: 'record-help', township: frame.township, caseId });
  tx.writes.nudge(frame);
  return { caseId };
}
