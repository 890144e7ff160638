import { randomInt } from 'node:crypto';
import {
  type CallForHelp,
  type ContactClass,
  type Instant,
  plainPhone,
  refuse,
  type Reporter,
  unnamedCallers,
  type Urgency,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { beginCase } from '../begin-case.ts';

export interface NewWorkOrder {
  class: ContactClass;
  urgency: Urgency;
  call: CallForHelp;
  /** Where the matter is, which decides whose it is to answer (属地管理). */
  township: string;
  /** The case that it came from: the order of another township, a lead, a relief. */
  origin?: string;
  /** When it was said; left out: now. */
  loggedAt?: Instant;
  /** Who reported a wrong: goes under the seal, and nowhere else. */
  reporter?: Reporter;
  /** Dispatched already, in the township that it came from. The number's code stays. */
  handedOn?: { code: string };
}

/**
 * Opens a work order [LAW 60], or takes a report of wrongdoing down under the seal [LAW 68; M57 37]. Its limits run from
 * now, the caller's number and code tell where it stands.
 *
 * @throws Refusal NOT_FOUND (no such township inside the fence, or no such village in it), SEAL_BROKEN, CALENDAR_UNKNOWN
 */
export async function openWorkOrder(tx: Tx, order: NewWorkOrder): Promise<{ frame: CaseFrame; code: string }> {
  const { township, urgency, loggedAt = tx.at, handedOn, reporter } = order;
  const isSealed = order.class === 'report';
  const call = isSealed ? withoutCaller(order.call, reporter) : order.call;
  const phone = isSealed ? undefined : plainPhone(call.caller.phone);
  const code = handedOn?.code ?? phone?.slice(-4).padStart(4, '0') ?? String(randomInt(10_000)).padStart(4, '0');
  const frame = await beginCase(tx, {
    process: 'work-order',
    township,
    ...(call.place.village?.startsWith(township) ? { village: call.place.village } : {}),
    name: nameIn(order.class, call),
    idNumbers: !isSealed && call.person.idNumber !== undefined ? [call.person.idNumber] : [],
    ...(order.origin === undefined ? {} : { origin: order.origin }),
    appliedAt: loggedAt,
    appliedBy: null,
    enterAs: 'order.opened',
    data: { class: order.class, urgency, ...(order.origin === undefined ? {} : { origin: order.origin }) },
  });
  await tx.rows(
    `insert into work_order (case_id, township, class, urgency, "call", caller_phone, is_named, is_sealed, is_handed_on, code, logged_at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11)`,
    [
      ...[frame.id, township, order.class, urgency, JSON.stringify(call), phone ?? null],
      ...[isSealed ? reporter !== undefined : !call.caller.isAnonymous, isSealed, handedOn !== undefined, code, loggedAt],
    ],
  );
  if (reporter)
    await tx.rows('insert into sealed_reporter (case_id, township, identity, sealed_at) values ($1, $2, $3::jsonb, $4)', [
      ...[frame.id, township, JSON.stringify(reporter), tx.at],
    ]);
  return { frame, code };
}

function nameIn(kind: ContactClass, { person, caller }: CallForHelp): string {
  if (kind === 'report') return unnamedCallers.sealed.zh;
  return person.name ?? (caller.isAnonymous ? undefined : caller.name) ?? unnamedCallers.anonymous.zh;
}

/** What is read by others says nothing of who reported. @throws Refusal SEAL_BROKEN where the text itself does */
function withoutCaller({ caller, person, ...call }: CallForHelp, reporter: Reporter | undefined): CallForHelp {
  const text = [call.what, call.wants, call.place.address].join('\n').normalize('NFKC').replaceAll(/\s/g, '');
  const digits = text.replaceAll(/[^0-9]/g, '');
  for (const one of [reporter?.name, caller.name]) {
    const name = one?.normalize('NFKC').replaceAll(/\s/g, '') ?? '';
    if (name.length >= 2 && text.includes(name)) refuse('SEAL_BROKEN');
  }
  for (const one of [reporter?.phone, reporter?.idNumber, caller.phone]) {
    const number = plainPhone(one) ?? '';
    if (number.length >= 6 && digits.includes(number)) refuse('SEAL_BROKEN');
  }
  return { ...call, caller: { isAnonymous: true }, person: person.name === undefined ? {} : { name: person.name } };
}
