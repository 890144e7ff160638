import { type Emergency, type EmergencyKind, type Instant, type PlainDate, reigningIn } from '@zhouji/domain';
import type { Rows, Tx } from './database.ts';

/** An emergency as it was declared, by whom, why, and how it was ended early. */
export interface DeclaredEmergency extends Emergency {
  reason: string;
  source: string;
  setByName: string;
  setAt: Instant;
  ended: { lastDay: PlainDate; reason: string; byName: string; at: Instant } | null;
}

/**
 * The emergencies of all counties, kept in memory and read again when one has been declared or ended: by this process or
 * by any other. Each transaction learns in the message that begins it how far they have come.
 */
export class Emergencies {
  #known: { mark: number | null; all: readonly Emergency[] } = { mark: null, all: [] };

  /** @param mark the number of the last declaration or end; null when there was none */
  async at(mark: number | null, rows: Rows): Promise<readonly Emergency[]> {
    if (mark !== this.#known.mark) this.#known = { mark, all: await declaredEmergencies(rows, { upTo: mark }) };
    return this.#known.all;
  }
}

/**
 * The emergency that reigns in a township, or in a village of it, on a day; null when none does. Asks nobody: what the
 * transaction began with stands in memory, once its first query is answered.
 */
export function emergencyOn(
  { place }: Pick<Tx, 'place'>,
  township: string,
  day: PlainDate,
): { id: string; kind: EmergencyKind; title: string } | null {
  return reigningIn(place.emergencies, township, day);
}

/** Every declaration, latest first, with what ended it: of several ends the one with the earliest last day. */
export function declaredEmergencies(
  rows: Rows,
  { upTo = null, county = null }: { upTo?: number | null; county?: string | null } = {},
): Promise<DeclaredEmergency[]> {
  return rows<DeclaredEmergency>(
    `select e.id, e.county, e.kind, e.title, e.reason, e.source, e.townships, e.from_day as "from", e.until_day as "until",
       e.set_by_name as "setByName", e.set_at as "setAt", x.last_day as "endedOn",
       case when x.last_day is not null then json_build_object('lastDay', x.last_day, 'reason', x.reason, 'byName', x.set_by_name,
         'at', to_char(x.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as ended
     from emergency e
     left join lateral (
       select * from emergency_end x where x.emergency_id = e.id and ($1::bigint is null or x.seq <= $1) order by x.last_day, x.seq limit 1
     ) x on true
     where ($1::bigint is null or e.seq <= $1) and ($2::text is null or e.county = $2) order by e.from_day desc, e.seq desc`,
    [upTo, county],
  );
}
