import type { CaseTask } from '@zhouji/database';
import { type Agenda, type DiscussionRequest, formatYuan, type MeetingRecord, type MeetingResult, parseYuan } from '@zhouji/domain';
import type { Discussion } from '../answers/discussion.ts';

/** What was asked for last, who is invited, and every meeting, from the tasks of a discussion. */
export function meetingsIn(
  tasks: readonly CaseTask[],
): Pick<Discussion, 'request' | 'agenda'> & { meetings: Omit<Discussion['meetings'][number], 'count'>[] } {
  const done = tasks.filter(({ outcome }) => outcome !== null).toSorted((one, other) => one.round - other.round);
  const request = done.findLast(({ kind, outcome }) => kind === 'request-discussion' && outcome === 'registered');
  const agenda = done.findLast(({ kind, outcome }) => kind === 'pre-check' && outcome !== 'returned');
  return {
    request: request ? { ...(request.outcomeData as DiscussionRequest), ...givenOf(request) } : null,
    agenda: agenda
      ? { ...(agenda.outcomeData as unknown as Agenda), ...givenOf(agenda), isUrgent: agenda.outcome === 'urgent-agenda' }
      : null,
    meetings: done.filter(({ kind }) => kind === 'meeting').map(meetingShown),
  };
}

function meetingShown(task: CaseTask): Omit<Discussion['meetings'][number], 'count'> {
  const { heldOn, seats, reason, amount, stages = [], measures = [] } = task.outcomeData as unknown as MeetingRecord;
  return {
    ...givenOf(task),
    result: task.outcome as MeetingResult,
    ...{ heldOn, seats, reason, amount: amount === undefined ? null : formatYuan(parseYuan(amount)), stages, measures },
  };
}

function givenOf({ round, givenByName, givenAt }: CaseTask): { round: number; by: string; at: string } {
  return { round, by: givenByName ?? '', at: givenAt ?? '' };
}
