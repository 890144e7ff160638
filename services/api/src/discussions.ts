import { audit, type DiscussionFile, discussionOf, findDiscussions, mayDoTask, requestDiscussion } from '@zhouji/database';
import { countMeeting, type DiscussionRequest, figure, formatYuan, type Fen, moreThan, parametersFor, refusals } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Discussion, DiscussionLine } from './answers/discussion.ts';
import { placesOf } from './area-names.ts';
import { type Language, languageOf } from './language.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { meetingsIn } from './showing/show-meetings.ts';

/** @throws Refusal DISCUSSION_RUNNING, NOT_FOUND; NOT_YOUR_DUTY where somebody files who is not the township's leader */
export function askForDiscussion(
  office: Office,
  request: FastifyRequest,
  origin: string,
  asked: { request?: DiscussionRequest; because?: string; isUrgent?: boolean },
): Promise<{ id: string; receipt: string }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const { id, receipt } = await requestDiscussion(tx, { origin, ...asked });
    if (office.lookAhead) await lookAhead(tx, id);
    return { id, receipt };
  });
}

/** The discussions within the caller's area. */
export async function discussionsShown(office: Office, { caller }: FastifyRequest, origin?: string): Promise<{ items: DiscussionLine[] }> {
  const place = await placesOf(office);
  const lines = await office.database.transact(caller, office.clock.now(), (tx) => findDiscussions(tx, { origin: origin ?? null }));
  return {
    items: lines.map(({ township, applicantName, amountFen, ...line }) => ({
      ...line,
      township: place(township),
      applicant: applicantName,
      amount: yuan(amountFen),
    })),
  };
}

/** A discussion as one page reads it; who read it is kept. @throws Refusal NOT_FOUND */
export async function discussionShown(office: Office, request: FastifyRequest, id: string): Promise<Discussion> {
  const place = await placesOf(office);
  const language = languageOf(request);
  return office.database.transact(request.caller, office.clock.now(), async (tx) => {
    const found = await discussionOf(tx, id);
    const { file, because, drawn, minutes, receivers } = found;
    audit(tx, { action: 'read-discussion', township: file.township, caseId: id });
    const shares = sharesOf(file.parameterSet, tx.day);
    const { request: asked, agenda, meetings } = meetingsIn(file.tasks);
    return {
      ...{ id, receipt: file.receipt, township: place(file.township), applicant: file.applicantName },
      ...{ origin: file.origin === null ? null : { id: file.origin }, requestedAt: file.appliedAt, stage: file.stage, ending: file.ending },
      ...{ isUrgent: found.isUrgent, urgentBy: found.urgentBy, because, request: asked, agenda },
      quorum: agenda ? moreThan(shares.quorumShare, agenda.invited.length) : null,
      shares,
      meetings: meetings.map((meeting) => ({ ...meeting, count: countMeeting(meeting, { invited: agenda?.invited ?? [], ...shares }) })),
      preview: drawn && { round: drawn.round, content: { ...drawn.letter } },
      minutes: minutes && { round: minutes.round, by: minutes.signedByName, at: minutes.signedAt, amount: yuan(minutes.amountFen) },
      ...givenShown(found),
      receivers: receivers.map(({ id: receiver, department, name, phone }) => ({ id: receiver, department, name, phone })),
      tasks: file.tasks
        .filter(({ closedAt }) => closedAt === null)
        .map((task) => {
          const { id: taskId, kind, round, version, dueOn } = task;
          return { id: taskId, kind, round, version, dueOn, mayDo: mayDoShown(mayDoTask(tx, file, task), language) };
        }),
    };
  });
}

function givenShown({ given, stages, measures }: DiscussionFile): Pick<Discussion, 'given' | 'stages' | 'measures'> {
  return {
    given: given.map(({ fen, monthlyFen, ...line }) => ({ ...line, amount: yuan(fen), monthly: yuan(monthlyFen) })),
    stages: stages.map(({ stage, fen, onDay, condition, channel, what, state, paidAt }) => ({
      ...{ stage, amount: formatYuan(fen), on: onDay, condition, channel, what, state, paidAt },
    })),
    measures: measures.map(({ caseId, receiverName, what, answer, finding, closedAt }) => ({
      ...{ referral: caseId, receiver: receiverName, what, answer, finding, isClosed: closedAt !== null },
    })),
  };
}

function sharesOf(parameterSet: string, day: string) {
  const parameters = parametersFor(parameterSet);
  return {
    quorumShare: figure(parameters, 'discussion.quorumShare', day).value,
    majorityShare: figure(parameters, 'discussion.majorityShare', day).value,
  };
}

function mayDoShown({ ok, refusal }: ReturnType<typeof mayDoTask>, language: Language): Discussion['tasks'][number]['mayDo'] {
  return refusal ? { ok, refusal: { code: refusal.code, detail: refusals[refusal.code][language] } } : { ok };
}

function yuan(amount: Fen | null): string | null {
  return amount === null ? null : formatYuan(amount);
}
