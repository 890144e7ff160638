import {
  countMeeting,
  figure,
  formatYuan,
  type MeetingRecord,
  type MeetingResult,
  parseYuan,
  type PlainDate,
  refuse,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { discussionLetter } from '../../letters/discussion-result.ts';
import { minutesLetter, type MinutesGround } from '../../letters/minutes.ts';
import { planPayment } from '../../money/index.ts';
import { receiversOf } from '../../queries/receivers.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { agendaOf, invitedOf, meetingOf, requestOf, signatureOf, stageOfMinutes } from '../../record/discussion-of.ts';
import { openReferral } from '../referral/open-referral.ts';
import type { Doer } from '../../record/doer.ts';
import { publishResult } from './publish.ts';
import { issueLetter } from './issue-letter.ts';

/**
 * LAW 4; RIGID 9 — The signed minutes are kept, with their stages, and issued. Only on them can anything be paid: the base
 * itself lets no payment of a discussion pass without them.
 */
export async function issueMinutes(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const meeting = getMeeting(frame, round);
  const signed = signatureOf(frame);
  if (!signed || signed.round !== round) return refuse('MINUTES_NOT_SIGNED');
  const amount = meeting.amount === undefined ? null : parseYuan(meeting.amount);
  await tx.rows(
    `insert into discussion_minutes (case_id, township, round, result, amount_fen, recorded_by, recorded_by_name, signed_by, signed_by_name, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[frame.id, frame.township, round, meeting.result, amount],
      ...[meeting.givenBy, meeting.givenByName, signed.givenBy, signed.givenByName, signed.givenAt],
    ],
  );
  for (const [i, stage] of (meeting.stages ?? []).entries())
    await tx.rows(
      'insert into discussion_stage (case_id, stage, township, fen, on_day, condition, channel, what) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        ...[frame.id, i + 1, frame.township, parseYuan(stage.amount), stage.on ?? null, stage.condition ?? null],
        ...[stage.channel ?? 'bank', stage.what ?? null],
      ],
    );
  const ground = await minutesGround(tx, frame, round);
  await issueLetter(tx, frame, 'minutes', round, (letter) => minutesLetter(letter, ground));
  return 'done';
}

type MeetingFrame = Pick<CaseFrame, 'tasks' | 'township' | 'parameterSet'>;

/** What the minutes of a meeting are drawn from, before and after they are signed. */
export async function minutesGround(tx: Tx, frame: MeetingFrame, round: number): Promise<MinutesGround> {
  const meeting = getMeeting(frame, round);
  const signed = signatureOf(frame);
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const heldOn: PlainDate = meeting.heldOn;
  const invited = invitedOf(frame);
  return {
    result: meeting.result,
    record: meeting,
    request: requestOf(frame),
    invited,
    count: countMeeting(meeting, {
      invited,
      quorumShare: figure(parameters, 'discussion.quorumShare', heldOn).value,
      majorityShare: figure(parameters, 'discussion.majorityShare', heldOn).value,
    }),
    isUrgent: agendaOf(frame)?.isUrgent ?? false,
    recorder: meeting.givenByName ?? '',
    ...(signed?.round === round && signed.givenByName !== null ? { signer: signed.givenByName } : {}),
    receivers: await namesOfReceivers(tx, frame),
  };
}

/** OP2020 23 — Each measure goes to its department as a referral, with what the family agreed to pass on. */
export async function openMeasures(tx: Tx, frame: CaseFrame, round: number): Promise<'opened' | 'none'> {
  const { measures = [] } = getMeeting(frame, round);
  const consent = requestOf(frame)?.consent;
  for (const { receiver, what, passed = [] } of measures)
    await openReferral(tx, { receiver, what, passed, ...(consent ? { consent } : {}), origin: frame.id, isMeasure: true });
  return measures.length > 0 ? 'opened' : 'none';
}

/** LAW 45 — The family is told what was decided, and what it can do against it. */
export async function tellDiscussion(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { result, ...record } = getMeeting(frame, round);
  const receivers = await namesOfReceivers(tx, frame);
  await issueLetter(tx, frame, 'discussion-result', round, (ground) => discussionLetter(ground, { result, record, receivers }));
  // LAW 45 — Of people whose household nobody has established there is nothing that may be said.
  const persons = frame.facts.household.members.length;
  if (record.amount !== undefined && persons > 0)
    await publishResult(tx, frame, round, { monthly: '0.00', amount: formatYuan(parseYuan(record.amount)), persons });
  return 'done';
}

/** When the next stage of the minutes is paid; none when all of them have had their turn. */
export function findStage(_tx: Tx, frame: CaseFrame, stage: number): 'now' | 'on-day' | 'on-condition' | 'none' {
  const planned = stageOfMinutes(frame, stage);
  if (!planned) return 'none';
  if (planned.condition !== undefined) return 'on-condition';
  return planned.on === undefined ? 'now' : 'on-day';
}

/**
 * TA2018 2(3), 2(4) — The stage is ordered, in the amount of the minutes and by their way. Finance approves a transfer; what is
 * handed over was approved by whoever signed the minutes that somebody else has recorded.
 */
export async function carryOutStage(tx: Tx, frame: CaseFrame, stage: number): Promise<'done' | 'by-hand'> {
  const planned = stageOfMinutes(frame, stage);
  if (!planned) throw new Error(`the minutes have no stage ${stage}`);
  const { channel = 'bank' } = planned;
  const idNumber = frame.facts.household.members.find(({ relation }) => relation === 'applicant')?.idNumber;
  await planPayment(tx, frame, {
    stage,
    fen: parseYuan(planned.amount),
    channel,
    payee: { name: frame.applicantName, ...(idNumber === undefined ? {} : { idNumber }) },
    from: 'assistance-fund',
    ...(planned.what === undefined ? {} : { what: planned.what }),
    ...(channel === 'bank' ? {} : handsOf(frame)),
  });
  return channel === 'bank' ? 'done' : 'by-hand';
}

/** The two people behind what is handed over. */
function handsOf(frame: CaseFrame): { plannedBy: Doer; approvedBy: Doer } {
  const signed = signatureOf(frame);
  const meeting = signed && meetingOf(frame, signed.round);
  if (!signed || !meeting) return refuse('MINUTES_NOT_SIGNED');
  return {
    plannedBy: { account: meeting.givenBy, name: meeting.givenByName ?? '' },
    approvedBy: { account: signed.givenBy, name: signed.givenByName ?? '' },
  };
}

function getMeeting(
  frame: Pick<CaseFrame, 'tasks'>,
  round: number,
): MeetingRecord & NonNullable<ReturnType<typeof meetingOf>> & { result: MeetingResult } {
  const meeting = meetingOf(frame, round);
  if (!meeting) throw new Error(`no meeting was recorded in round ${round}`);
  return meeting;
}

async function namesOfReceivers(tx: Tx, { township }: Pick<CaseFrame, 'township'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await receiversOf(tx, township.slice(0, 6))).map(({ id, name }) => [id, name]));
}
