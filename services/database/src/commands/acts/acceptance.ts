import { dayOf, type Mode } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { acceptanceLetter } from '../../letters/acceptance.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { modeOn } from '../../record/mode-on.ts';
import { relativesOf } from '../../record/relatives-of.ts';
import { issueLetter } from './issue-letter.ts';

/** M57 11, 22; LAW 44 — Fixes who will confirm, as it stands on the day of acceptance; registers declared relatives; tells the applicant. */
export async function accept(tx: Tx, frame: CaseFrame, round: number): Promise<Mode> {
  const mode = modeOn(tx.place.parametersOf(frame.parameterSet), frame.programme, frame.acceptedAt ? dayOf(frame.acceptedAt) : tx.day);
  frame.mode = mode;
  const relatives = relativesOf(frame);
  if (relatives.length > 0) {
    frame.hasRelatives = true;
    enter(tx, frame, { kind: 'relatives.registered', data: { count: relatives.length }, byOffice: true });
  }
  const dueOn = frame.clocks.find(({ kind }) => kind === 'decision')?.dueOn;
  await issueLetter(tx, frame, 'acceptance', round, (ground) => acceptanceLetter(ground, { mode, dueOn }));
  return mode;
}
