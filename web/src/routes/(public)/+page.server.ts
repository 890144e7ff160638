import { getTimeLimits } from '#lib/server/time-limits.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ limits: await getTimeLimits(event) });
