import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:reserve-fund', 'office:queue');
  return { reserve: await answerOf(apiOf(fetch).GET('/api/reserve-funds')) };
};
