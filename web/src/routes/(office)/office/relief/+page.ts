import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const state = url.searchParams.get('state') === 'closed' ? 'closed' : url.searchParams.get('state') === 'all' ? 'all' : 'open';
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, ...(state === 'all' ? {} : { isClosed: state === 'closed' }), ...(cursor ? { cursor } : {}) };
  const client = apiOf(fetch);
  const [reliefs, rosters] = await Promise.all([
    answerOf(client.GET('/api/reliefs', { params: { query } })),
    answerOf(client.GET('/api/relief-rosters')),
  ]);
  return { reliefs, rosters: rosters.items, state, cursor };
};
