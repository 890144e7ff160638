import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:imports');
  return { imports: (await answerOf(apiOf(fetch).GET('/api/lead-imports'))).items };
};
