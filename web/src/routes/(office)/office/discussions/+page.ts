import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:queue');
  return { discussions: (await answerOf(apiOf(fetch).GET('/api/discussions'))).items };
};
