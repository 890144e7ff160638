import {
  audit,
  demandRecovery,
  endUrgency,
  findFollowCode,
  findReliefs,
  getReliefFile,
  identify,
  type Identity,
  openRelief,
  prepareApplication,
  recordOf,
  recordRecovered,
  type Tx,
} from '@zhouji/database';
import { holds, type PlainDate, type Programme, parseYuan, refuse, type Role } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { NewRelief, ReliefFile, ReliefLine, ReliefOpened } from './answers/relief.ts';
import { placesOf } from './area-names.ts';
import { bringOn, lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { reliefFileShown, reliefLineShown } from './showing/show-relief.ts';

/** Opens a relief where the hardship is; whoever tells it names the township or works in it. @throws Refusal NOT_FOUND, CALL_IN_FUTURE */
export function openReliefFor(
  office: Office,
  request: FastifyRequest,
  { call, township, village, loggedAt }: NewRelief,
): Promise<ReliefOpened> {
  const { caller } = request;
  const where = township ?? call.place.township ?? caller.area?.slice(0, 9) ?? '';
  if (where.length !== 9) refuse('NOT_FOUND', { township: where });
  const told = village === undefined ? call : { ...call, place: { ...call.place, village } };
  return transactOnce(office, caller, request, async (tx) => {
    const frame = await openRelief(tx, { call: told, township: where, ...(loggedAt === undefined ? {} : { at: loggedAt }) });
    if (office.lookAhead) await lookAhead(tx, frame.id);
    const { openTasks } = await recordOf(tx, frame.id);
    return { caseId: frame.id, receipt: frame.receipt, task: openTasks[0]?.id ?? null, code: (await findFollowCode(tx, frame.id)) ?? null };
  });
}

/** A page of the reliefs of the caller's area. */
export async function reliefPageOf(
  office: Office,
  { caller }: FastifyRequest,
  filter: { township?: string; isClosed?: boolean; cursor?: string; limit?: number },
): Promise<{ items: ReliefLine[]; next: string | null }> {
  const place = await placesOf(office);
  const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) => findReliefs(tx, filter));
  return { items: items.map((line) => reliefLineShown(line, place)), next };
}

/** All that somebody needs to decide a relief. @throws Refusal NOT_FOUND */
export async function reliefFileOf(office: Office, { caller }: FastifyRequest, caseId: string): Promise<ReliefFile> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const file = await getReliefFile(tx, caseId);
    audit(tx, { action: 'read-case', township: file.township, caseId });
    const mayOpen = (township: string) => caller.townships === '*' || caller.townships.includes(township);
    const saysCode = (['triage', 'hand-over-relief', 'complete-file'] as const).some((duty) => holds(caller.role as Role, duty));
    return reliefFileShown(file, { place, mayOpen, saysCode });
  });
}

/** Who it was. @throws Refusal NOT_FOUND, CASE_CLOSED; FIELDS_REFUSED */
export function identifyIn(office: Office, request: FastifyRequest, caseId: string, identity: Identity): Promise<{ id: string }> {
  return inRelief(office, request, caseId, (tx) => identify(tx, { caseId, ...identity }));
}

/** The urgency is over. @throws Refusal NOT_FOUND, CASE_CLOSED, NOT_RELIEVED_YET, URGENCY_OVER, URGENCY_DAY_WRONG */
export function endUrgencyIn(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  end: { on?: PlainDate; note?: string },
): Promise<{ id: string }> {
  return inRelief(office, request, caseId, (tx) => endUrgency(tx, { caseId, ...end }));
}

/** What was given on false facts is demanded back. @throws Refusal NOT_FOUND, NOTHING_TO_RECOVER */
export function demandRecoveryIn(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  { reason, amount }: { reason: string; amount?: string },
): Promise<{ id: string }> {
  return inRelief(office, request, caseId, (tx) =>
    demandRecovery(tx, { caseId, reason, ...(amount === undefined ? {} : { amount: parseYuan(amount) }) }),
  );
}

/** Money came back. @throws Refusal NOT_FOUND, NOTHING_TO_RECOVER */
export function recordRecoveredIn(office: Office, request: FastifyRequest, caseId: string, amount: string): Promise<{ id: string }> {
  return inRelief(office, request, caseId, (tx) => recordRecovered(tx, { caseId, amount: parseYuan(amount) }));
}

/** Begins an application with what is known from the relief; its draft is the office's. @throws Refusal NOT_FOUND, PROGRAMME_NOT_OFFERED */
export function applyFromRelief(office: Office, request: FastifyRequest, caseId: string, programme: Programme): Promise<{ draft: string }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const { call, township } = await getReliefFile(tx, caseId);
    const prepared = await prepareApplication(tx, { call, programme, township, origin: caseId });
    audit(tx, { action: 'prepare-application', township, caseId, target: `draft:${prepared.draft}`, data: { programme } });
    return prepared;
  });
}

function inRelief(office: Office, request: FastifyRequest, caseId: string, work: (tx: Tx) => Promise<unknown>): Promise<{ id: string }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await work(tx);
    if (office.lookAhead) await bringOn(tx, caseId);
    return { id: caseId };
  });
}
