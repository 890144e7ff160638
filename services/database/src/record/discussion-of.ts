import type { Agenda, Department, DiscussionRequest, DiscussionStage, MeetingRecord, MeetingResult } from '@zhouji/domain';
import type { CaseFrame, TaskRecord } from './case-frame.ts';

type Steps = Pick<CaseFrame, 'tasks'>;
type Given = Pick<TaskRecord, 'round' | 'givenBy' | 'givenByName' | 'givenAt'>;

/** What the township asked for last; undefined while nothing was filed. */
export function requestOf(frame: Steps): (DiscussionRequest & Given) | undefined {
  return lastOf(frame, 'request-discussion', ['registered']);
}

/** Whom the county invited last; nobody while there is no agenda. */
export function invitedOf(frame: Steps): Department[] {
  return agendaOf(frame)?.invited ?? [];
}

/** The agenda that stands. */
export function agendaOf(frame: Steps): (Agenda & Given & { isUrgent: boolean }) | undefined {
  const agenda = lastOf(frame, 'pre-check', ['agenda', 'urgent-agenda']);
  return agenda && { ...agenda, isUrgent: agenda.outcome === 'urgent-agenda' };
}

/** The record of a meeting: of a round, or of the last one that decided something. */
export function meetingOf(frame: Steps, round?: number): (MeetingRecord & Given & { result: MeetingResult }) | undefined {
  const meeting = lastOf(frame, 'meeting', undefined, round);
  return meeting && { ...meeting, result: meeting.outcome as MeetingResult };
}

/** What was signed, in the round of its meeting; undefined while the minutes are not. */
export function signatureOf(frame: Steps): Given | undefined {
  return lastOf(frame, 'minutes', ['signed']);
}

/** The stage of the minutes that were signed. */
export function stageOfMinutes(frame: Steps, stage: number): DiscussionStage | undefined {
  const signed = signatureOf(frame);
  return signed && meetingOf(frame, signed.round)?.stages?.[stage - 1];
}

/** What goes with the outcomes that a discussion rests on. */
interface OutcomeData {
  'request-discussion': DiscussionRequest;
  'pre-check': Agenda;
  meeting: MeetingRecord;
  minutes: object;
}

/** The newest outcome of a kind, with what went with it. */
function lastOf<Kind extends keyof OutcomeData>(
  { tasks }: Steps,
  kind: Kind,
  outcomes: readonly string[] | undefined,
  round?: number,
): (OutcomeData[Kind] & Given & { outcome: string }) | undefined {
  const found = tasks
    .filter((task) => task.kind === kind && task.outcome !== null && (outcomes === undefined || outcomes.includes(task.outcome)))
    .filter((task) => round === undefined || task.round === round)
    .sort((one, other) => one.round - other.round)
    .at(-1);
  if (!found) return undefined;
  const { givenBy, givenByName, givenAt, outcome } = found;
  const given: Given & { outcome: string } = { round: found.round, givenBy, givenByName, givenAt, outcome: outcome ?? '' };
  return Object.assign({}, found.outcomeData as unknown as OutcomeData[Kind], given);
}
