import {
  audit,
  contactsByPhone,
  findOrders,
  getOrder,
  type LoggedContact,
  logContact,
  type NewContact,
  type OrderFile as StoredFile,
  type OrderFilter,
  type OrderLine as StoredLine,
  orderProgress,
  ordersNear,
  publicActor,
  type Tx,
  unsealReporter,
} from '@zhouji/database';
import {
  callbackRulesOf,
  findKnowledge,
  likenessOf,
  maskIdNumber,
  offeredSlots,
  type ParameterSet,
  plainPhone,
  refuse,
  type Reporter,
} from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { KnownByPhone, OrderFile, OrderLine } from './answers/hotline.ts';
import type { Place } from './answers/words.ts';
import { areasOf, placesOf } from './area-names.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

const COUNTY = 6;
const RELATED = 5;
/** Less in common says nothing. */
const LEAST_LIKENESS = 0.12;

type Places = (code: string) => Place;

/** Logs a contact, opens what follows from it, and looks ahead. Sent twice it counts once. */
export function logContactNow(office: Office, request: FastifyRequest, contact: NewContact): Promise<LoggedContact> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const told = await logContact(tx, contact);
    if (office.lookAhead && told.caseId !== null && told.became !== 'joined') await lookAhead(tx, told.caseId);
    return told;
  });
}

/** Who calls from a number, as far as the hotline knows. */
export async function knownBy(office: Office, { caller }: FastifyRequest, phone: string): Promise<KnownByPhone> {
  const place = await placesOf(office);
  const found = await office.database.transact(caller, office.clock.now(), async (tx) => {
    audit(tx, { action: 'look-up-number' });
    return contactsByPhone(tx, phone);
  });
  return {
    people: found.people.map((person) => ({
      ...person,
      idNumber: person.idNumber === null ? null : maskIdNumber(person.idNumber),
      township: person.township === null ? null : place(person.township),
      village: person.village === null ? null : place(person.village),
    })),
    contacts: found.contacts,
    cases: found.cases.map((one) => ({ ...one, township: place(one.township) })),
  };
}

/** The times that are offered to whoever wants to be called back. */
export async function slotsOffered(office: Office, { caller }: FastifyRequest) {
  const parameters = await parametersOf(office, caller.area);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const rules = callbackRulesOf(parameters(tx), tx.day);
    return { ...offeredSlots(tx.at, rules), fromHour: rules.fromHour, toHour: rules.toHour, daysAhead: rules.daysAhead };
  });
}

/** The answers of the caller's county that fit a text best. */
export async function knowledgeFor(office: Office, { caller }: FastifyRequest, { text, limit }: { text: string; limit?: number }) {
  const parameters = await parametersOf(office, caller.area);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    await tx.rows('select 1');
    return { items: findKnowledge(text, { parameters: parameters(tx), day: tx.day, most: limit ?? 5 }) };
  });
}

/** Open orders that a text may repeat: the number's own, and those of the township that say much the same. */
export async function ordersRelated(
  office: Office,
  { caller }: FastifyRequest,
  { text, township, phone }: { text: string; township?: string; phone?: string },
): Promise<{ items: OrderLine[] }> {
  const place = await placesOf(office);
  const near = await office.database.transact(caller, office.clock.now(), (tx) =>
    ordersNear(tx, { township: township ?? null, phone: plainPhone(phone) ?? null }),
  );
  const ranked = near
    .map((line) => ({ line, likeness: likenessOf(text, line.what ?? '') }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .toSorted((one, other) => other.likeness - one.likeness);
  return { items: ranked.slice(0, RELATED).map(({ line }) => lineShown(line, place)) };
}

/** A page of the work orders that the caller may see. */
export async function orderPage(
  office: Office,
  { caller }: FastifyRequest,
  { township, ...filter }: Omit<OrderFilter, 'townships'> & { township?: string },
): Promise<{ items: OrderLine[]; next: string | null }> {
  const place = await placesOf(office);
  const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) =>
    findOrders(tx, { ...filter, ...(township ? { townships: [township] } : {}) }),
  );
  return { items: items.map((line) => lineShown(line, place)), next };
}

/** What a work order is about. Each look is noted. */
export async function orderFileOf(office: Office, { caller }: FastifyRequest, caseId: string): Promise<OrderFile> {
  const place = await placesOf(office);
  const file = await office.database.transact(caller, office.clock.now(), async (tx) => {
    const found = await getOrder(tx, caseId);
    audit(tx, { action: 'read-work-order', township: found.township, caseId });
    return found;
  });
  return fileShown(file, place);
}

/** Who reported, for an examiner of the county, who says why. */
export function reporterOf(office: Office, { caller }: FastifyRequest, caseId: string, reason: string): Promise<Reporter> {
  return office.database.transact(caller, office.clock.now(), (tx) => unsealReporter(tx, { caseId, reason }));
}

/** Where a matter stands, for whoever has its number and code. @throws Refusal CODE_WRONG, whichever of the two is wrong */
export async function progressOf(office: Office, { number, code }: { number: string; code: string }) {
  const place = await placesOf(office);
  const found = await office.database.transact(publicActor(), office.clock.now(), (tx) => orderProgress(tx, { number, code }));
  return found ? { ...found, township: place(found.township) } : refuse('CODE_WRONG');
}

async function parametersOf(office: Office, area: string | null): Promise<(tx: Tx) => ParameterSet> {
  const set = area === null ? null : (await areasOf(office)).get(area.slice(0, COUNTY))?.parameterSet;
  return (tx) => tx.place.parametersOf(set ?? 'national');
}

function lineShown({ township, village, ...line }: StoredLine, place: Places): OrderLine {
  return { ...line, township: place(township), village: place(village) };
}

function fileShown({ township, village, ...file }: StoredFile, place: Places): OrderFile {
  return { ...file, township: place(township), village: place(village) };
}
