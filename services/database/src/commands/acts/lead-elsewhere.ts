/** What goes on elsewhere: with another department, in a discussion, in the review of an award [OP2023 3(4)]. */
import { type ConsentWay, type PassedThing, Refusal } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { knownOf, leadOf } from '../../record/lead-of.ts';
import { reportChange } from '../award/report-change.ts';
import { requestDiscussion } from '../discussion/request-discussion.ts';
import { awardOfReceipt } from '../lead/fit-lead.ts';
import { openReferral } from '../referral/open-referral.ts';
import { pathOf } from './lead-help.ts';

/**
 * OP2023 3(4) — A policy of another department: it is asked, and what it answers is waited for. Who and where they are goes
 * with it where they have agreed, and nothing otherwise.
 */
export async function referFromLead(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { receiver, matter, consent } = pathOf(frame, round);
  const { person, place } = knownOf(await leadOf(tx, frame.id));
  const task = frame.tasks.find(({ kind, round: which }) => kind === 'lead-path' && which === round);
  const by = consent === 'life-in-danger' ? task?.givenByName : person.name;
  const told: [PassedThing, string | undefined][] = [
    ['name', person.name],
    ['phone', person.phone],
    ['address', place.address],
    ['persons', person.persons?.toString()],
  ];
  await openReferral(tx, {
    ...{ receiver: String(receiver), what: String(matter), origin: frame.id },
    ...(consent === undefined
      ? {}
      : {
          consent: { by: by ?? frame.applicantName, how: consent as ConsentWay, on: tx.day },
          passed: told.flatMap(([thing, value]) => (value ? [{ thing, value }] : [])),
        }),
  });
  return 'done';
}

/** OP2023 3(4); TA2018 2(3) — A complex case: the township's leader is asked to bring it before the county. One that runs already has it. */
export async function askForDiscussion(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  try {
    const { urgency } = await leadOf(tx, frame.id);
    const isUrgent = urgency === 'urgent' || urgency === 'emergency';
    await requestDiscussion(tx, { origin: frame.id, because: String(pathOf(frame, round)['reason']), isUrgent });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'DISCUSSION_RUNNING')) throw error;
  }
  return 'done';
}

/** OP2023 3(4); M57 30 — The review of the award is called early; whoever is to lose something is heard there. */
export async function checkAwardOfLead(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { receipt, reason } = pathOf(frame, round);
  await reportChange(tx, {
    caseId: await awardOfReceipt(tx, frame, { receipt }),
    what: 'other',
    text: `${frame.receipt}：${String(reason)}`,
  });
  return 'done';
}
