import { type AreaRow, findAreas, systemActor } from '@zhouji/database';
import { type AreaCode, liesIn } from '@zhouji/domain';
import type { AreaTree } from './answers/me.ts';
import type { Place } from './answers/words.ts';
import type { Office } from './office.ts';

/** Areas change with a reform of the county; their names are in almost every answer. */
const KEPT_MS = 30_000;
const kept = new WeakMap<object, { areas: Promise<Map<AreaCode, AreaRow>>; until: number }>();

/** All areas, by code. */
export function areasOf({ database, clock }: Office): Promise<Map<AreaCode, AreaRow>> {
  const known = kept.get(database);
  if (known && known.until > performance.now()) return known.areas;
  const areas = database
    .transact(systemActor, clock.now(), (tx) => findAreas(tx))
    .then((rows) => new Map(rows.map((row) => [row.code, row])));
  kept.set(database, { areas, until: performance.now() + KEPT_MS });
  areas.then(
    // An office that is being set up has none yet.
    (found) => found.size === 0 && kept.delete(database),
    () => kept.delete(database),
  );
  return areas;
}

/** What people call the area; its code when nobody named it. */
export async function nameOfArea(office: Office, code: AreaCode): Promise<string> {
  return (await areasOf(office)).get(code)?.name ?? code;
}

/** Gives places their names, many at a time. */
export async function placesOf(office: Office): Promise<(code: AreaCode) => Place> {
  const areas = await areasOf(office);
  // Where in a township it is that nobody knows yet has no name.
  return (code) => ({ code, name: areas.get(code)?.name ?? (/^[0-9]{9}000$/.test(code) ? '' : code) });
}

/** County, townships and villages as they lie in one another. */
export async function areaTree(office: Office): Promise<AreaTree> {
  const all = [...(await areasOf(office)).values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const county = all.find(({ code }) => code.length === 6);
  const inside = (outer: AreaCode, length: number) =>
    all.filter(({ code }) => code.length === length && liesIn(code, outer)).map(({ code, name }) => ({ code, name }));
  return {
    county: { code: county?.code ?? '', name: county?.name ?? '' },
    townships: county ? inside(county.code, 9).map((township) => ({ ...township, villages: inside(township.code, 12) })) : [],
  };
}

/** Reads areas anew at the next question. */
export function forgetAreas({ database }: Office): void {
  kept.delete(database);
}
