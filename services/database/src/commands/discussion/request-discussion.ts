import { type DiscussionRequest, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { lockCase } from '../../record/lock-case.ts';
import { relativesOf } from '../../record/relatives-of.ts';
import { saveCase } from '../../record/save-case.ts';
import { beginCase } from '../begin-case.ts';
import { giveOutcome } from '../give-outcome.ts';
import { look } from '../look.ts';
import { countWhole } from './after-discussion.ts';

/**
 * Asks for a discussion of a family in major hardship, from any case about it [TA2018 2(3); OP2020 15]. That case goes on as
 * it would, and interim relief with it. With a `request` the township's leader files it in the same step; without one the
 * leader finds the task, and `because` says why somebody asked; `isUrgent` that it cannot wait for the leader's days either.
 *
 * @throws Refusal NOT_FOUND, DISCUSSION_RUNNING; with a request, those of giving an outcome
 */
export async function requestDiscussion(
  tx: Tx,
  { origin, request, because, isUrgent = false }: { origin: string; request?: DiscussionRequest; because?: string; isUrgent?: boolean },
): Promise<CaseFrame> {
  const source = await lockCase(tx, { caseId: origin });
  await refuseRunning(tx, source);
  const frame = await beginCase(tx, {
    process: 'case-discussion',
    township: source.township,
    village: source.village,
    name: source.applicantName,
    idNumbers: source.idNumbers,
    ...(source.facts.version > 0 ? { household: source.facts.household } : {}),
    origin,
    appliedBy: null,
    enterAs: 'discussion.requested',
    data: { origin, ...(because === undefined ? {} : { because }) },
  });
  // LAW 4 — The county's mechanism decides, wherever townships confirm other things.
  frame.mode = 'county';
  // Officers who are relatives of the family stay recused [M57 11].
  frame.relatives = relativesOf(source);
  frame.hasRelatives = frame.relatives.length > 0;
  saveCase(tx, frame);
  if (isUrgent) countWhole(tx, frame, 1);
  // The leader finds the task as soon as it was asked for: who asked may be about to close the case from which they did.
  await look(tx, { caseId: frame.id, wanted: [{ step: 'task', kind: 'request-discussion', round: 1 }] });
  if (request) await file(tx, frame, request);
  return frame;
}

/** One discussion of a family at a time, from whichever of its cases: the same people by their ID numbers. */
async function refuseRunning(tx: Tx, { id, people }: CaseFrame): Promise<void> {
  // Two requests of one family at the same time wait for each other here, so that the second sees the first.
  const keys = people.filter((key) => key.startsWith('id:')).toSorted();
  await tx.rows(
    `select pg_advisory_xact_lock(hashtextextended(key, 61)) from (select key from unnest($1::text[]) key order by key) sorted`,
    [keys],
  );
  const [running] = await tx.rows<{ id: string; receipt: string }>(
    `select id, receipt from cases where process = 'case-discussion' and closed_at is null and (origin = $1 or people && $2::text[]) limit 1`,
    [id, keys],
  );
  if (running) refuse('DISCUSSION_RUNNING', { case: running.id, receipt: running.receipt });
}

async function file(tx: Tx, frame: CaseFrame, request: DiscussionRequest): Promise<void> {
  const task = frame.tasks.find(({ kind }) => kind === 'request-discussion');
  if (!task) throw new Error('a discussion was requested and there is nothing to file');
  await giveOutcome(tx, { taskId: task.id, version: task.version, outcome: 'registered', with: { ...request } });
}
