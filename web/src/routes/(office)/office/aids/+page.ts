import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const decider = (['township', 'county'] as const).find((word) => word === url.searchParams.get('decider'));
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, ...(decider ? { decider } : {}), ...(cursor ? { cursor } : {}) };
  return { aids: await answerOf(apiOf(fetch).GET('/api/aids', { params: { query } })), decider, cursor };
};
