import {
  type CallForHelp,
  type ContactClass,
  contactClasses,
  type ContactKind,
  type Instant,
  knowledgeOf,
  plainPhone,
  refuse,
  type Reporter,
  type Urgency,
  fieldFaults,
  type Label,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { findFollowCode, giveFollowCode } from '../../record/follow-code.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';
import { openLead } from '../lead/open-lead.ts';
import { openRelief } from '../relief/open-relief.ts';
import { bookCallback } from './book-callback.ts';
import { dropContactDraft } from './contact-drafts.ts';
import { hotlineParameters } from './hotline-parameters.ts';
import { joinOrder } from './join-order.ts';
import { withKnown, writeContact } from './keep-contact.ts';
import { openHotline } from './open-hotline.ts';
import { openWorkOrder } from './open-work-order.ts';

export interface NewContact {
  kind: ContactKind;
  class: ContactClass;
  urgency: Urgency;
  call: CallForHelp;
  /** The caller agrees that what was said is passed on to whoever must act. */
  hasConsent: boolean;
  /** The answers that were read out, by version. */
  knowledge?: string[];
  /** What was said besides; an enquiry that is answered is closed. */
  answer?: string;
  isAnswered?: boolean;
  callbackAt?: Instant;
  /** The open order that says the same (并入). */
  mergeInto?: string;
  /** Who reported a wrong. */
  reporter?: Reporter;
  /** The draft that it was typed in. */
  draft?: string;
  /** An earlier contact from which the person in need is known. */
  knownFrom?: string;
}

/** What became of a contact, as it is told to whoever logged it. */
export interface LoggedContact {
  contact: string;
  became: 'answered' | 'order' | 'report' | 'lead' | 'relief' | 'joined';
  caseId: string | null;
  number: string | null;
  /** Asks for the progress, together with the number. */
  code: string | null;
  callbackAt: Instant | null;
}

/**
 * Logs what somebody said to the hotline, and opens what follows from it, in one transaction: an emergency becomes a relief
 * whose limits run from this moment [LAW 50], a lead a lead [LAW 39], a report a sealed report [M57 37], all else a work
 * order [LAW 60]. A draft that was logged before is answered as it was then.
 *
 * @throws Refusal NOT_YOUR_DUTY, FIELDS_REFUSED (no township, no number to call back), NOT_ANSWERED, KNOWLEDGE_UNKNOWN,
 *   MERGE_NOWHERE, SEAL_BROKEN, CALLBACK_NOT_THEN, NOT_FOUND, CALENDAR_UNKNOWN
 */
export async function logContact(tx: Tx, given: NewContact): Promise<LoggedContact> {
  const county = await openHotline(tx);
  const before = given.draft === undefined ? undefined : await findLogged(tx, given.draft);
  if (before) return before;
  const contact = await withKnown(tx, given);
  await requireKnowledge(tx, county, contact);
  const became = await openWhatFollows(tx, contact);
  const isSealed = contact.class === 'report';
  const told: LoggedContact = { contact: newId(), ...became, callbackAt: contact.callbackAt ?? null };
  await writeContact(tx, { county, contact, told, isSealed });
  if (contact.callbackAt !== undefined) await bookCallback(tx, { contact: told.contact, at: contact.callbackAt, ...callee(contact) });
  if (contact.draft !== undefined) await dropContactDraft(tx, contact.draft);
  audit(tx, {
    action: 'log-contact',
    township: contact.call.place.township ?? null,
    caseId: told.caseId,
    target: `contact:${told.contact}`,
  });
  return told;
}

async function openWhatFollows(tx: Tx, contact: NewContact): Promise<Omit<LoggedContact, 'contact' | 'callbackAt'>> {
  const { call, urgency } = contact;
  const { opens } = contactClasses[contact.class];
  if (contact.isAnswered) {
    if (contact.class !== 'enquiry' || contact.callbackAt !== undefined || urgency === 'emergency') refuse('NOT_ANSWERED');
    return { became: 'answered', caseId: null, number: null, code: null };
  }
  if (contact.mergeInto !== undefined) {
    if (opens === 'report') refuse('MERGE_NOWHERE');
    return { became: 'joined', ...(await joinOrder(tx, { caseId: contact.mergeInto })) };
  }
  const township = call.place.township ?? refuseField('/call/place/township', fieldFaults['hardship-where']);
  // LAW 50 — Whose life or livelihood cannot wait is helped first; t0 is this moment.
  if (urgency === 'emergency' && opens !== 'report' && contact.class !== 'complaint') {
    const { id, receipt } = await openRelief(tx, { call, township, at: tx.at });
    return { became: 'relief', caseId: id, number: receipt, code: (await findFollowCode(tx, id)) ?? null };
  }
  if (opens === 'lead') {
    const frame = await openLead(tx, { call, township, source: 'hotline', urgency });
    return { became: 'lead', caseId: frame.id, number: frame.receipt, code: await giveFollowCode(tx, frame) };
  }
  const { reporter } = contact;
  const { frame, code } = await openWorkOrder(tx, { class: contact.class, urgency, call, township, ...(reporter ? { reporter } : {}) });
  return { became: opens, caseId: frame.id, number: frame.receipt, code };
}

function callee({ call, class: kind }: NewContact): { phone: string; name?: string } {
  if (kind === 'report') return refuseField('/callbackAt', fieldFaults['report-without-callback']);
  const phone =
    plainPhone(call.caller.phone) ?? plainPhone(call.person.phone) ?? refuseField('/call/caller/phone', fieldFaults['phone-wanted']);
  const name = call.caller.isAnonymous ? undefined : call.caller.name;
  return { phone, ...(name === undefined ? {} : { name }) };
}

async function requireKnowledge(tx: Tx, county: string, { knowledge = [] }: NewContact): Promise<void> {
  if (knowledge.length === 0) return;
  const parameters = await hotlineParameters(tx, county);
  for (const version of knowledge) if (!knowledgeOf(version, { parameters, day: tx.day })) refuse('KNOWLEDGE_UNKNOWN', { version });
}

async function findLogged(tx: Tx, draft: string): Promise<LoggedContact | undefined> {
  // The same draft sent twice at once: the second waits here for the first.
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('contact-draft:' || $1, 0))`, [draft]);
  const [found] = await tx.rows<{ told: LoggedContact }>('select told from contact where draft_id = $1::uuid', [draft]);
  return found?.told;
}

function refuseField(path: string, message: Label): never {
  return refuse('FIELDS_REFUSED', { errors: [{ path: path.slice(1), code: 'MISSING', message }] });
}
