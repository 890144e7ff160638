import { type Consent, figure, findMeetingFault, type MeetingRecord, type MeetingResult, mayPass, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { receiversOf } from '../../queries/receivers.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { invitedOf, meetingOf, requestOf } from '../../record/discussion-of.ts';
import { type Doer, isSamePerson } from '../../record/doer.ts';
import { relativesOf } from '../../record/relatives-of.ts';
import { isCountedWhole } from './after-discussion.ts';

/**
 * Whether what goes with an outcome of a discussion or a referral may stand: a meeting with its quorum, recusals, votes and
 * stages; minutes that nobody signs who was recused.
 *
 * @throws Refusal NO_QUORUM, NO_MAJORITY, NOT_INVITED, SEAT_TWICE, RECUSED, RECUSED_VOTES, OPINION_MISSING, MEETING_NOT_HELD,
 *   AMOUNT_OF_NOTHING, STAGES_DIFFER, STAGE_WITHOUT_WHEN, NO_SUCH_RECEIVER, CONSENT_NEEDED, URGENCY_UNANSWERED
 */
export async function fitDiscussion<Given extends Record<string, unknown>>(
  tx: Tx,
  frame: CaseFrame,
  task: TaskRecord,
  { outcome, data }: { outcome: string; data: Given },
): Promise<Given> {
  if (task.kind === 'meeting') await requireMeeting(tx, frame, outcome as MeetingResult, data as unknown as MeetingRecord);
  if (task.kind === 'pre-check' && outcome === 'agenda') requireAnswerToUrgency(frame, data);
  if (task.kind === 'minutes' && outcome === 'signed') requireUnbound(tx, frame, task.round);
  if (task.kind === 'request-discussion' && outcome === 'registered') requireConsentBefore(tx, data['consent'] as Consent | undefined);
  if (task.kind === 'answer-referral' && outcome === 'passed-on') await requireOther(tx, frame, String(data['receiver']));
  return data;
}

async function requireMeeting(tx: Tx, frame: CaseFrame, result: MeetingResult, record: MeetingRecord): Promise<void> {
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const relative = relativesOf(frame).find(({ officer }) =>
    record.seats.some(({ name, recusedBecause }) => recusedBecause === undefined && isSamePerson(byName(name), byName(officer))),
  );
  if (relative) refuse('RECUSED', { officer: relative.officer });
  const fault = findMeetingFault(result, record, {
    invited: invitedOf(frame),
    quorumShare: figure(parameters, 'discussion.quorumShare', tx.day).value,
    majorityShare: figure(parameters, 'discussion.majorityShare', tx.day).value,
    day: tx.day,
  });
  if (fault) refuse(fault.code, fault.details);
  const { measures = [] } = record;
  if (measures.length === 0) return;
  const receivers = await receiversOf(tx, frame.township.slice(0, 6));
  for (const { receiver, passed = [] } of measures) {
    if (!receivers.some(({ id }) => id === receiver)) refuse('NO_SUCH_RECEIVER', { receiver });
    if (!mayPass(passed, requestOf(frame)?.consent)) refuse('CONSENT_NEEDED', { receiver });
  }
}

/** LAW 50 — Who was told that it cannot wait, and lets it wait, says why. */
function requireAnswerToUrgency(frame: CaseFrame, { note }: Record<string, unknown>): void {
  if (isCountedWhole(frame) && (typeof note !== 'string' || note.trim() === '')) refuse('URGENCY_UNANSWERED');
}

/** Who was recused in the meeting does not sign what it decided. */
function requireUnbound({ who }: Tx, frame: CaseFrame, round: number): void {
  const recused = (meetingOf(frame, round)?.seats ?? []).find(
    ({ name, recusedBecause }) => recusedBecause !== undefined && isSamePerson(byName(name), byName(who.name)),
  );
  if (recused) refuse('RECUSED', { officer: recused.name });
}

function requireConsentBefore({ day }: Tx, consent: Consent | undefined): void {
  if (consent && consent.on > day) refuse('CONSENT_NEEDED', { on: consent.on });
}

/** What is passed on goes to somebody else. */
async function requireOther(tx: Tx, frame: CaseFrame, receiver: string): Promise<void> {
  const receivers = await receiversOf(tx, frame.township.slice(0, 6));
  const [own] = await tx.rows<{ receiver: string }>('select receiver from referral where case_id = $1', [frame.id]);
  if (own?.receiver === receiver || !receivers.some(({ id }) => id === receiver)) refuse('NO_SUCH_RECEIVER', { receiver });
}

function byName(name: string): Doer {
  return { account: null, name };
}
