import { dayOf, type Mode } from '@zhouji/domain';
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
  const mode = frame.mode ?? (await modeOn(tx, frame, frame.acceptedAt ? dayOf(frame.acceptedAt) : tx.day));
  frame.mode = mode;
  const added = await keepRelatives(tx, frame, relativesOf(frame), { byOffice: true });
  if (added > 0) {
    enter(tx, frame, { kind: 'relatives.registered', data: { count: added }, byOffice: true });
  }
  const dueOn = frame.clocks.find(({ kind }) => kind === 'decision')?.dueOn;
  await issueLetter(tx, frame, 'acceptance', round, (ground) => acceptanceLetter(ground, { mode, dueOn }));
  await askForHelp(tx, frame);
  return mode;
}
