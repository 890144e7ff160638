import type { ReliefReceiver } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { reliefPassedOnLetter, reliefRefusalLetter } from '../../letters/relief.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { issueLetter } from './issue-letter.ts';

/** LAW 45 — A relief that is not given is refused in writing, with the reason and what can be done against it. */
export async function refuseRelief(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const declined = frame.tasks.findLast(({ kind, outcome }) => kind === 'relief' && outcome === 'declined');
  await issueLetter(tx, frame, 'relief-refusal', round, (ground) =>
    reliefRefusalLetter(ground, { reason: String(declined?.outcomeData?.['reason'] ?? '') }),
  );
  return 'done';
}

/** LAW 31, 52, 64 — Whoever another body must help is handed over to it, and told so. */
export async function handOverPerson(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  await tellPassedOn(tx, frame, round);
  return 'done';
}

/** LAW 37, 64 — What is not urgent takes the ordinary path; what was told need not be told again. */
export async function takeOrdinaryPath(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  await tellPassedOn(tx, frame, round);
  return 'done';
}

async function tellPassedOn(tx: Tx, frame: CaseFrame, round: number): Promise<void> {
  const triage = frame.tasks.findLast(({ kind, outcome }) => kind === 'triage' && outcome !== null)?.outcomeData ?? {};
  const { receiver = null, acknowledgedBy, reason } = triage as { receiver?: ReliefReceiver; acknowledgedBy?: string; reason: string };
  await issueLetter(tx, frame, 'relief-hand-over', round, (ground) => reliefPassedOnLetter(ground, { receiver, acknowledgedBy, reason }));
}
