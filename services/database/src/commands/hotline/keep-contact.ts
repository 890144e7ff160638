import { type CallForHelp, plainPhone, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { LoggedContact, NewContact } from './log-contact.ts';

/** Of a reporter the hotline keeps nothing: not the name, not the number, not the call back. */
export async function writeContact(
  tx: Tx,
  { county, contact, told, isSealed }: { county: string; contact: NewContact; told: LoggedContact; isSealed: boolean },
): Promise<void> {
  const { call } = contact;
  const kept = isSealed
    ? { what: call.what, place: call.place, caller: { isAnonymous: true }, person: {}, vulnerable: [], danger: false }
    : call;
  const known = isSealed ? [null, null, true, null, null] : whoIsKnown(call);
  await tx.rows(
    `insert into contact (id, county, township, kind, class, urgency, caller_name, caller_phone, is_anonymous, person_name, id_number, "call",
       has_consent, knowledge, answer, case_id, is_repeat, draft_id, told, taken_by, taken_by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16, $17, $18, $19::jsonb, $20, $21, $22)`,
    [
      ...[told.contact, county, call.place.township ?? null, contact.kind, contact.class, contact.urgency, ...known, JSON.stringify(kept)],
      ...[
        contact.hasConsent,
        contact.knowledge ?? [],
        contact.answer ?? null,
        told.caseId,
        told.became === 'joined',
        contact.draft ?? null,
      ],
      ...[JSON.stringify(told), tx.who.account, tx.who.name, tx.at],
    ],
  );
}

function whoIsKnown({ caller, person }: CallForHelp): (string | boolean | null)[] {
  const phone = plainPhone(caller.phone) ?? null;
  if (caller.isAnonymous) return [null, phone, true, person.name ?? null, person.idNumber ?? null];
  return [caller.name ?? null, phone, false, person.name ?? null, person.idNumber ?? null];
}

/** Who is known from an earlier call need not be typed again, least of all an ID number that is shown masked. */
export async function withKnown(tx: Tx, { knownFrom, ...contact }: NewContact): Promise<NewContact> {
  if (knownFrom === undefined || contact.class === 'report') return contact;
  const [known] = await tx.rows<{ name: string | null; idNumber: string | null }>(
    'select person_name as name, id_number as "idNumber" from contact where id = $1::uuid',
    [knownFrom],
  );
  if (!known) return refuse('NOT_FOUND');
  const { person } = contact.call;
  const isSame = person.name === undefined || person.name === known.name;
  const name = person.name ?? known.name ?? undefined;
  const idNumber = person.idNumber ?? (isSame ? (known.idNumber ?? undefined) : undefined);
  return {
    ...contact,
    call: {
      ...contact.call,
      person: { ...person, ...(name === undefined ? {} : { name }), ...(idNumber === undefined ? {} : { idNumber }) },
    },
  };
}
