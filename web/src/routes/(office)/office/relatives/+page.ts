import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:queue');
  return { relatives: (await answerOf(apiOf(fetch).GET('/api/relatives'))).items };
};
