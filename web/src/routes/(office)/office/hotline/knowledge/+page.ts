import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  // Asking by POST takes the token that the layout has read.
  await parent();
  return { all: (await answerOf(apiOf(fetch).POST('/api/knowledge/search', { body: { text: '', limit: 50 } }))).items };
};
