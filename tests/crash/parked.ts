// Cases parked wherever a case of the subsistence allowance can wait for somebody or something.
import type { Township } from '../workflows/township.ts';

type Place = readonly (readonly [string, string])[];

const accepted: Place = [['intake', 'accepted']];
const checked: Place = [...accepted, ['survey', 'done'], ['verification', 'consistent']];
const posted: Place = [...checked, ['opinion', 'eligible']];
const objected: Place = [...posted, ['notice', 'objection']];

/** How a case came where it waits, and the outcome that carries it on. */
export const places = [
  { name: 'before intake', road: [], on: ['intake', 'accepted'] },
  { name: 'before survey and verification', road: accepted, on: ['survey', 'done'] },
  { name: 'before the verification', road: [...accepted, ['survey', 'done']], on: ['verification', 'consistent'] },
  { name: 'before the survey', road: [...accepted, ['verification', 'consistent']], on: ['survey', 'done'] },
  { name: 'before the opinion', road: checked, on: ['opinion', 'eligible'] },
  { name: 'on notice', road: posted, on: ['notice', 'objection'] },
  { name: 'before the objection is looked into', road: objected, on: ['objection', 'rejected'] },
  { name: 'before the second opinion', road: [...objected, ['objection', 'rejected']], on: ['opinion', 'eligible'] },
  { name: 'before confirmation', road: [...objected, ['objection', 'rejected'], ['opinion', 'eligible']], on: ['confirm', 'confirmed'] },
] as const satisfies readonly { name: string; road: Place; on: readonly [string, string] }[];

export type PlaceName = (typeof places)[number]['name'];

export interface ParkedCase {
  caseId: string;
  place: (typeof places)[number];
}

const AT_ONCE = 4;

/** Parks so many cases, the same number at each place. */
export async function park(township: Township, count: number): Promise<ParkedCase[]> {
  const parked: ParkedCase[] = [];
  let next = 0;
  async function parkSome(): Promise<void> {
    while (next < count) {
      const place = places[next++ % places.length] as ParkedCase['place'];
      const caseId = await township.apply();
      for (const [kind, outcome] of place.road) await carryOn(township, caseId, [kind, outcome]);
      parked.push({ caseId, place });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, parkSome));
  return parked;
}

/** Brings a case one outcome on. `looksAhead: false` leaves it to the process to open what follows. */
export async function carryOn(
  township: Township,
  caseId: string,
  [kind, outcome]: readonly [string, string],
  how?: { looksAhead: boolean },
): Promise<void> {
  if (kind === 'notice') await township.object(caseId, how);
  else await township.give(caseId, kind, outcome, how);
}

/** Brings every parked case one outcome on, leaving it to the processes to open what follows. */
export async function carryAllOn(township: Township, parked: readonly ParkedCase[]): Promise<void> {
  const left = [...parked];
  async function carrySome(): Promise<void> {
    for (let one = left.pop(); one; one = left.pop()) await carryOn(township, one.caseId, one.place.on, { looksAhead: false });
  }
  await Promise.all(Array.from({ length: AT_ONCE }, carrySome));
}
