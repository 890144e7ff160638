import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:relief-roster');
  return { rosters: await answerOf(apiOf(fetch).GET('/api/relief-rosters')) };
};
