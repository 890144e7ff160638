import { type EmergencyKind, type PlainDate, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { declaredEmergencies } from '../emergencies.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';

export interface NewEmergency {
  county: string;
  kind: EmergencyKind;
  title: string;
  reason: string;
  /** The document by which the government declared it. */
  source: string;
  /** Null: everywhere in the county. */
  townships: readonly string[] | null;
  from: PlainDate;
  until: PlainDate;
}

/**
 * Switches the emergency mode on for days that lie ahead, today among them: what was done before is not excused
 * afterwards [M57 16, 31]. The same once more changes nothing.
 *
 * @throws Refusal NOT_FOUND (no such county, or a township of another one), EMERGENCY_DAYS
 */
export async function declareEmergency(tx: Tx, declared: NewEmergency): Promise<{ id: string }> {
  const { county, kind, title, reason, source, from, until } = declared;
  const townships = declared.townships && [...new Set(declared.townships)].sort();
  // Two at once would get numbers that are not in the order of what is seen.
  await lockEmergencies(tx);
  await requirePlaces(tx, county, townships);
  if (from < tx.day || until < from) refuse('EMERGENCY_DAYS', { from, until, today: tx.day });
  const before = (await declaredEmergencies(tx.rows, { county })).find(
    (one) =>
      one.endedOn === null &&
      sameText([one.kind, one.title, one.reason, one.source, one.from, one.until], [kind, title, reason, source, from, until]) &&
      sameText(one.townships ?? ['*'], townships ?? ['*']),
  );
  if (before) return { id: before.id };
  const id = newId();
  await tx.rows(
    `insert into emergency (id, seq, county, kind, title, reason, source, townships, from_day, until_day, set_by, set_by_name, set_at)
     values ($1, nextval('emergency_seq'), $2, $3, $4, $5, $6, $7::text[], $8, $9, $10, $11, $12)`,
    [id, county, kind, title, reason, source, townships, from, until, tx.who.account, tx.who.name, tx.at],
  );
  audit(tx, { action: 'declare-emergency', target: `emergency:${id}`, data: { county, kind, townships, from, until } });
  return { id };
}

/** Held until the transaction ends. */
export async function lockEmergencies(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtext('emergency'))`, []);
}

async function requirePlaces(tx: Tx, county: string, townships: readonly string[] | null): Promise<void> {
  const known = new Set(
    (await tx.rows<{ code: string }>('select code from area where code = $1 or parent = $1', [county])).map(({ code }) => code),
  );
  if (!known.has(county)) refuse('NOT_FOUND', { county });
  const unknown = townships?.find((code) => code === county || !known.has(code));
  if (unknown !== undefined) refuse('NOT_FOUND', { township: unknown });
}

function sameText(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}
