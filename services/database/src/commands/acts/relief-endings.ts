import { type ConsentWay, type PassedThing, type ReliefReceiver, reliefReceivers } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { reliefPassedOnLetter, reliefRefusalLetter } from '../../letters/relief.ts';
import { receiversOf } from '../../queries/receivers.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { openReferral } from '../referral/open-referral.ts';
import { arrivedOf } from '../relief/fit-relief.ts';
import { issueLetter } from './issue-letter.ts';

/** LAW 45 — A relief that is not given is refused in writing, with the reason and what can be done against it. */
export async function refuseRelief(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const declined = frame.tasks.findLast(({ kind, outcome }) => kind === 'relief' && outcome === 'declined');
  const { byBank, byHand } = arrivedOf(frame, declined?.round ?? 1);
  await issueLetter(tx, frame, 'relief-refusal', round, (ground) =>
    reliefRefusalLetter(ground, { reason: String(declined?.outcomeData?.['reason'] ?? ''), isRest: byBank || byHand }),
  );
  return 'done';
}

/**
 * LAW 31, 52, 64 — Whoever another body must help is handed over to it, and told so. Where the county refers to that body, a
 * referral is opened with it: the thread stays until it has answered.
 */
export async function handOverPerson(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const triage = triageOf(frame);
  await tellPassedOn(tx, frame, round, await referPerson(tx, frame, triage));
  return 'done';
}

/** LAW 37, 64 — What is not urgent takes the ordinary path; what was told need not be told again. */
export async function takeOrdinaryPath(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  await tellPassedOn(tx, frame, round);
  return 'done';
}

interface Triage {
  receiver?: ReliefReceiver;
  acknowledgedBy?: string;
  consent?: ConsentWay;
  reason: string;
  /** Who has triaged. */
  by: string;
}

function triageOf(frame: CaseFrame): Triage {
  const task = frame.tasks.findLast(({ kind, outcome }) => kind === 'triage' && outcome !== null);
  return {
    ...(task?.outcomeData as Omit<Triage, 'by'> | null),
    reason: String(task?.outcomeData?.['reason'] ?? ''),
    by: task?.givenByName ?? '',
  };
}

/** What the receiver may know of the person goes with their consent alone, or where life is in danger [PIPL 13, 23]. @returns the number of the referral */
async function referPerson(tx: Tx, frame: CaseFrame, { receiver, consent, reason, by }: Triage): Promise<string | undefined> {
  const { department } = reliefReceivers[receiver ?? 'other'];
  const found = (await receiversOf(tx, frame.township.slice(0, 6))).find((one) => one.department === department);
  if (!found) return undefined;
  const { person, place } = (await reliefOf(tx, frame.id)).call;
  const told: [PassedThing, string | undefined][] = [
    ['name', person.name],
    ['phone', person.phone],
    ['address', place.address],
    ['persons', person.persons?.toString()],
  ];
  const passed = told.flatMap(([thing, value]) => (value ? [{ thing, value }] : []));
  const agreed = { by: consent === 'life-in-danger' ? by : frame.applicantName, how: consent ?? 'spoken', on: tx.day };
  const referral = await openReferral(tx, {
    ...{ receiver: found.id, what: reason, origin: frame.id },
    ...(consent === undefined ? {} : { passed, consent: agreed }),
  });
  return referral.receipt;
}

async function tellPassedOn(tx: Tx, frame: CaseFrame, round: number, referral?: string): Promise<void> {
  const { receiver = null, acknowledgedBy, reason } = triageOf(frame);
  await issueLetter(tx, frame, 'relief-hand-over', round, (ground) =>
    reliefPassedOnLetter(ground, { receiver, acknowledgedBy, reason, referral }),
  );
}
