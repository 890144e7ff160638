import {
  type Fen,
  type Instant,
  type LetterContent,
  type PayChannel,
  type PlainDate,
  type ProcessName,
  type Programme,
  refuse,
} from '@zhouji/domain';
import { minutesGround } from '../commands/acts/discussion-acts.ts';
import { groundOf } from '../commands/acts/issue-letter.ts';
import type { Tx } from '../database.ts';
import { minutesLetter, type MinutesGround } from '../letters/minutes.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { meetingOf, signatureOf } from '../record/discussion-of.ts';
import { type CaseFile, getCase } from './get-case.ts';
import { isUrgentSql } from './find-discussions.ts';
import { type ReceiverRow, receiversOf } from './receivers.ts';

/** A payment that the family was given, or is promised, before the meeting decides. */
export interface GivenBefore {
  caseId: string;
  receipt: string;
  programme: Programme;
  process: ProcessName;
  /** Null where it is paid every month: `monthlyFen` then says how much. */
  fen: Fen | null;
  monthlyFen: Fen | null;
  what: string | null;
  state: string;
  at: Instant;
}

/** A stage of signed minutes, and how far its payment has come. */
export interface StageRow {
  stage: number;
  fen: Fen;
  onDay: PlainDate | null;
  condition: string | null;
  channel: PayChannel;
  /** The goods, where it is goods. */
  what: string | null;
  /** Of its payment; null while none was ordered. */
  state: string | null;
  paidAt: Instant | null;
}

/** A measure of the minutes, as the referral that it became. */
export interface MeasureRow {
  caseId: string;
  receiver: string;
  receiverName: string;
  what: string;
  closedAt: Instant | null;
  ending: string | null;
  answer: string | null;
  finding: string | null;
}

/** Everything that somebody reads of a discussion on one page. */
export interface DiscussionFile {
  file: CaseFile;
  isUrgent: boolean;
  /** By when the minutes of an urgent one are to be signed; null when it is ordinary, or decided. */
  urgentBy: Instant | null;
  /** Why somebody asked for it who could not file it. */
  because: string | null;
  given: GivenBefore[];
  receivers: ReceiverRow[];
  /** What the minutes of the last meeting say, drawn from the record; null while none decided anything. */
  drawn: { round: number; ground: MinutesGround; letter: LetterContent } | null;
  minutes: { round: number; signedByName: string; signedAt: Instant; amountFen: Fen | null } | null;
  stages: StageRow[];
  measures: MeasureRow[];
}

/** A discussion, without locking it. @throws Refusal NOT_FOUND */
export async function discussionOf(tx: Tx, caseId: string): Promise<DiscussionFile> {
  const file = await getCase(tx, caseId);
  if (file.process !== 'case-discussion') return refuse('NOT_FOUND');
  const [asked] = await tx.rows<Pick<DiscussionFile, 'because' | 'isUrgent' | 'urgentBy'>>(
    `select ${isUrgentSql} as "isUrgent", (select l.data ->> 'because' from ledger l where l.case_id = c.id and l.kind = 'discussion.requested') as because,
       (select k.due_at from clock k where k.case_id = c.id and k.kind = 'urgent-discussion' and k.stopped_at is null) as "urgentBy"
     from cases c where c.id = $1`,
    [caseId],
  );
  const [minutes] = await tx.rows<NonNullable<DiscussionFile['minutes']>>(
    `select round, signed_by_name as "signedByName", signed_at as "signedAt", amount_fen::float8 as "amountFen" from discussion_minutes where case_id = $1`,
    [caseId],
  );
  return {
    file,
    isUrgent: asked?.isUrgent ?? false,
    urgentBy: asked?.urgentBy ?? null,
    because: asked?.because ?? null,
    given: await givenBefore(tx, file),
    receivers: await receiversOf(tx, file.township.slice(0, 6)),
    drawn: await drawnFrom(tx, file),
    minutes: minutes ?? null,
    stages: await stagesOf(tx, caseId),
    measures: await measuresOf(tx, caseId),
  };
}

/** What the record gives for the minutes of the last meeting that decided something. */
async function drawnFrom(tx: Tx, file: CaseFile): Promise<DiscussionFile['drawn']> {
  const frame = file as unknown as CaseFrame;
  const meeting = meetingOf(frame, signatureOf(frame)?.round);
  if (!meeting || meeting.result === 'more-survey') return null;
  const ground = await minutesGround(tx, frame, meeting.round);
  return { round: meeting.round, ground, letter: minutesLetter(await groundOf(tx, frame, 'minutes'), ground) };
}

/** What the people of a case were given or are promised: payments of any case of theirs, and what they receive each month. */
export async function givenBefore(tx: Tx, { id, origin }: Pick<CaseFile, 'id' | 'origin'>): Promise<GivenBefore[]> {
  return tx.rows<GivenBefore>(
    `with about as (
       select c.id, c.receipt, c.programme, c.process from cases c
       where c.id <> $1 and (c.id = $2 or c.origin = $2 or c.people && array(select key from unnest((select people from cases where id = $1)) key where key like 'id:%'))
     )
     select a.id as "caseId", a.receipt, a.programme, a.process, i.fen::float8 as fen, null::float8 as "monthlyFen", i.what, i.state, i.planned_at as at
     from about a join pay_intent i on i.case_id = a.id where i.state not in ('returned', 'cancelled') and i.occasion !~ '-'
     union all
     select a.id, a.receipt, a.programme, a.process, null, m.monthly_fen::float8, null, 'monthly', m.at
     from about a cross join lateral (select monthly_fen, at from award_amount where case_id = a.id order by number desc limit 1) m
     where a.process = 'subsistence-award' and m.monthly_fen > 0
     order by at`,
    [id, origin],
  );
}

function stagesOf(tx: Tx, caseId: string): Promise<StageRow[]> {
  return tx.rows<StageRow>(
    `select s.stage, s.fen::float8 as fen, s.on_day::text as "onDay", s.condition, s.channel, s.what, i.state, case when i.state = 'paid' then i.settled_at end as "paidAt"
     from discussion_stage s
     left join lateral (select state, settled_at from pay_intent where case_id = s.case_id and occasion = s.stage::text order by attempt desc limit 1) i on true
     where s.case_id = $1 order by s.stage`,
    [caseId],
  );
}

function measuresOf(tx: Tx, caseId: string): Promise<MeasureRow[]> {
  return tx.rows<MeasureRow>(
    `select r.case_id as "caseId", r.receiver, v.name as "receiverName", r.what, c.closed_at as "closedAt", c.ending, t.outcome as answer,
       coalesce(t.outcome_data ->> 'finding', t.outcome_data ->> 'reason') as finding
     from cases c join referral r on r.case_id = c.id join receiver v on v.id = r.receiver
     left join lateral (select outcome, outcome_data from task where case_id = c.id and kind = 'measure' and outcome is not null order by round desc limit 1) t on true
     where c.origin = $1 order by r.opened_at, r.case_id`,
    [caseId],
  );
}
