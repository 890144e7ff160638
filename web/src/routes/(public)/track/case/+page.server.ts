import { getTracking } from '#lib/server/tracking.ts';
import type { PageServerLoad } from './$types';

/** What was just done, as the address may say it. */
const things = ['supplement', 'dispute', 'withdrawal', 'change', 'death', 'given-up'] as const;

export const load: PageServerLoad = async (event) => ({
  tracking: await getTracking(event),
  done: things.find((thing) => thing === event.url.searchParams.get('done')),
});
