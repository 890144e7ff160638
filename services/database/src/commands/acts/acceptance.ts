import { addWorkingDays, dayOf, figure, type Mode, processRow } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { acceptanceLetter } from '../../letters/acceptance.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { modeOn } from '../../record/mode-on.ts';
import { keepRelatives } from '../../record/keep-relative.ts';
import { relativesOf } from '../../record/relatives-of.ts';
import { askForHelp } from '../ask-for-help.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 11, 22; LAW 44 — Fixes who will confirm, as it stands on the day of acceptance; registers declared relatives; tells the applicant, and asks other places for help. */
export async function accept(tx: Tx, frame: CaseFrame, round: number): Promise<Mode> {
  const mode = frame.mode ?? modeOn(tx, frame, frame.acceptedAt ? dayOf(frame.acceptedAt) : tx.day);
  frame.mode = mode;
  const added = await keepRelatives(tx, frame, relativesOf(frame), { byOffice: true });
  if (added > 0) {
    enter(tx, frame, { kind: 'relatives.registered', data: { count: added }, byOffice: true });
  }
  const dueOn = frame.clocks.find(({ kind }) => kind === 'decision')?.dueOn;
  await issueLetter(tx, frame, 'acceptance', round, (ground) =>
    acceptanceLetter(ground, { mode, dueOn, isAid: frame.process === 'expenditure-aid' }),
  );
  requestVerification(tx, frame);
  // LAW 37 — Temporary aid asks nobody where they are registered.
  if (frame.programme !== 'temporary-aid') await askForHelp(tx, frame);
  return mode;
}

/**
 * M57 15, 17 — The county is asked to verify. Its three working days run from the day on which it has the request: what a
 * township accepts on a day goes out together.
 *
 * @throws Refusal CALENDAR_UNKNOWN, PARAMETER_UNKNOWN
 */
function requestVerification(tx: Tx, frame: CaseFrame): void {
  if (!processRow(frame.process).clocks.includes('verification-start')) return;
  const acceptedOn = frame.acceptedAt ? dayOf(frame.acceptedAt) : tx.day;
  const { value } = figure(tx.place.parametersOf(frame.parameterSet), 'verification.request', acceptedOn);
  const receivedOn = value === 0 ? acceptedOn : addWorkingDays(tx.place.calendar, acceptedOn, value);
  enter(tx, frame, { kind: 'verification.requested', data: { receivedOn }, byOffice: true });
}
