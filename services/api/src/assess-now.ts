import { type Assessment, assess, type Household, parametersFor, type PlainDate } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { areasOf } from './area-names.ts';
import { checkHousehold } from './check-household.ts';
import type { Office } from './office.ts';

/** What the rules of the caller's area give for a household on a day. */
export async function assessNow(
  office: Office,
  { caller }: FastifyRequest,
  { programme, household, day }: { programme: string; household: Household; day: PlainDate },
): Promise<Assessment> {
  checkHousehold(household, { day, under: '/household' });
  return assess({ programme, household, day, parameters: parametersFor(await parameterSetOf(office, caller.area)) });
}

/** The set that an area or the nearest area around it names. */
export async function parameterSetOf(office: Office, area: string | null): Promise<string> {
  const areas = await areasOf(office);
  for (const length of [12, 9, 6]) {
    const set = area === null || area.length < length ? undefined : areas.get(area.slice(0, length))?.parameterSet;
    if (set) return set;
  }
  // A county does not always name one for itself; its townships do.
  return [...areas.values()].find(({ code, parameterSet }) => parameterSet && code.startsWith(area ?? ''))?.parameterSet ?? 'national';
}
