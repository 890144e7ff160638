import { declaredEmergencies, type DeclaredEmergency, declareEmergency, endEmergency, type NewEmergency, type Tx } from '@zhouji/database';
import { lastDayOf, type PlainDate, refuse, reigns } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Emergencies, EmergenciesNow, EmergencyShown } from './answers/emergency.ts';
import type { Place } from './answers/words.ts';
import { placesOf } from './area-names.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

/** What the caller's county has declared. */
export async function emergenciesOfCounty(office: Office, { caller }: FastifyRequest): Promise<Emergencies> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), (tx) => listShown(tx, place));
}

/** What reigns today where the caller works: of the whole county for whoever works in it all. */
export async function emergenciesNow(office: Office, { caller }: FastifyRequest): Promise<EmergenciesNow> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const { area } = tx.who;
    if (area === null) return { items: [] };
    const all = await declaredEmergencies(tx.rows, { county: area.slice(0, 6) });
    const isHere = (one: DeclaredEmergency) =>
      area.length > 6 ? reigns(one, area, tx.day) : one.from <= tx.day && tx.day <= lastDayOf(one);
    return {
      items: all.filter(isHere).map((one) => {
        const { id, kind, title, townships, from, lastDay } = shown(one, tx.day, place);
        return { id, kind, title, townships, from, lastDay };
      }),
    };
  });
}

/** @throws Refusal NOT_FOUND, EMERGENCY_DAYS */
export async function declare(office: Office, request: FastifyRequest, declared: Omit<NewEmergency, 'county'>): Promise<Emergencies> {
  const place = await placesOf(office);
  return transactOnce(office, request.caller, request, async (tx) => {
    const { title, reason, source } = declared;
    await declareEmergency(tx, {
      ...declared,
      ...{ title: title.trim(), reason: reason.trim(), source: source.trim() },
      county: countyOf(tx),
    });
    return listShown(tx, place);
  });
}

/** @throws Refusal NOT_FOUND, EMERGENCY_OVER, EMERGENCY_DAYS */
export async function endEarly(
  office: Office,
  request: FastifyRequest,
  { id, lastDay, reason }: { id: string; lastDay: PlainDate; reason: string },
): Promise<Emergencies> {
  const place = await placesOf(office);
  return transactOnce(office, request.caller, request, async (tx) => {
    await endEmergency(tx, { county: countyOf(tx), id, lastDay, reason: reason.trim() });
    return listShown(tx, place);
  });
}

async function listShown(tx: Tx, place: (code: string) => Place): Promise<Emergencies> {
  const county = countyOf(tx);
  return { county, items: (await declaredEmergencies(tx.rows, { county })).map((one) => shown(one, tx.day, place)) };
}

function shown(declared: DeclaredEmergency, today: PlainDate, place: (code: string) => Place): EmergencyShown {
  const { id, kind, title, reason, source, townships, from, until, setByName, setAt, ended } = declared;
  const lastDay = lastDayOf(declared);
  return {
    ...{ id, kind, title, reason, source, from, until, lastDay, by: setByName, at: setAt },
    townships: townships && townships.map(place),
    state: lastDay < today || lastDay < from ? 'over' : from > today ? 'to-come' : 'reigning',
    ended: ended && { lastDay: ended.lastDay, reason: ended.reason, by: ended.byName, at: ended.at },
  };
}

function countyOf({ who }: Tx): string {
  return who.area === null ? refuse('NOT_FOUND') : who.area.slice(0, 6);
}
