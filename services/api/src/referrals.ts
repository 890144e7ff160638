import {
  type Actor,
  audit,
  findReferrals,
  getReferral,
  type NewReferral,
  openReferral,
  receiversOf,
  type ReferralFile,
  writeMessage,
} from '@zhouji/database';
import { type Duty, holds, type PlainDate, type Role, taskRow } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Receiver } from './answers/discussion.ts';
import type { Referral } from './answers/referral.ts';
import { placesOf } from './area-names.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

/** Whom the caller's county refers to. */
export async function receiversShown(office: Office, { caller }: FastifyRequest): Promise<{ items: Receiver[] }> {
  const county = (caller.area ?? '').slice(0, 6);
  const rows = await office.database.transact(caller, office.clock.now(), (tx) => receiversOf(tx, county));
  return { items: rows.map(({ id, department, name, phone }) => ({ id, department, name, phone })) };
}

/** @throws Refusal NO_SUCH_RECEIVER, CONSENT_NEEDED, NOT_FOUND */
export function openReferralNow(office: Office, request: FastifyRequest, referral: NewReferral): Promise<{ id: string; number: string }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const { id, receipt } = await openReferral(tx, referral);
    if (office.lookAhead) await lookAhead(tx, id);
    return { id, number: receipt };
  });
}

/** The referrals that the caller may see: their area's, or their department's. */
export async function referralsShown(office: Office, { caller }: FastifyRequest, origin?: string): Promise<{ items: Referral[] }> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const found = await findReferrals(tx, { origin: origin ?? null });
    return { items: found.map((file) => shown(file, { place, caller, day: tx.day })) };
  });
}

/** One of them; who read it is kept. @throws Refusal NOT_FOUND */
export async function referralShown(office: Office, { caller }: FastifyRequest, id: string): Promise<Referral> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const file = await getReferral(tx, id);
    audit(tx, { action: 'read-referral', ...(caller.role === 'department-officer' ? {} : { township: file.township }), caseId: id });
    return shown(file, { place, caller, day: tx.day });
  });
}

/** Writes into the thread. @throws Refusal NOT_FOUND, CASE_CLOSED */
export async function writeInReferral(office: Office, request: FastifyRequest, id: string, text: string): Promise<Referral> {
  const place = await placesOf(office);
  const { caller } = request;
  return transactOnce(office, caller, request, async (tx) => {
    await writeMessage(tx, { caseId: id, text });
    return shown(await getReferral(tx, id), { place, caller, day: tx.day });
  });
}

function shown(
  file: ReferralFile,
  { place, caller, day }: { place: Awaited<ReturnType<typeof placesOf>>; caller: Actor; day: PlainDate },
): Referral {
  const { caseId, receipt, township, receiver, receiverName, department, closedAt, openedByName, openedAt, about } = file;
  const { what, passed, consent, isMeasure, reminders, ending } = file;
  const open = file.tasks.find(({ isOpen }) => isOpen);
  return {
    ...{ id: caseId, number: receipt, township: place(township), receiver: { id: receiver, name: receiverName, department } },
    ...{ what, passed, consent, isMeasure, by: openedByName, sentAt: openedAt, reminders, isClosed: closedAt !== null, ending },
    state: stateOf(file),
    isLate: open !== undefined && open.dueOn !== null && open.dueOn < day,
    task: open
      ? {
          ...{ id: open.id, kind: open.kind, round: open.round, version: open.version, dueOn: open.dueOn },
          isMine: holds(caller.role as Role, taskRow(open.kind).duty satisfies Duty),
        }
      : null,
    thread: threadOf(file),
    about: about ?? null,
  };
}

function stateOf({ closedAt, tasks }: ReferralFile): Referral['state'] {
  if (closedAt !== null) return 'closed';
  if (tasks.some(({ kind, isOpen }) => kind === 'close-referral' && isOpen)) return 'answered';
  return tasks.some(({ kind, outcome }) => kind === 'acknowledge-referral' && outcome !== null) ? 'acknowledged' : 'sent';
}

/** Steps and messages in the order in which they came. */
function threadOf({ tasks, messages }: ReferralFile): Referral['thread'] {
  const steps = tasks.flatMap(({ kind, outcome, data, by, at }) => {
    if (outcome === null || at === null) return [];
    const side = taskRow(kind).duty === 'answer-referral' ? ('receiver' as const) : ('sender' as const);
    const said = data?.['finding'] ?? data?.['reason'] ?? data?.['note'] ?? '';
    return [{ at, by: by ?? '', side, step: { kind, outcome }, text: String(said) }];
  });
  return [...steps, ...messages.map(({ side, text, by, at }) => ({ at, by, side, step: null, text }))].toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
}
