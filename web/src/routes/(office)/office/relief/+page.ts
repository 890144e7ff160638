import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const state = url.searchParams.get('state') === 'closed' ? 'closed' : url.searchParams.get('state') === 'all' ? 'all' : 'open';
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, ...(state === 'all' ? {} : { isClosed: state === 'closed' }), ...(cursor ? { cursor } : {}) };
  return { reliefs: await answerOf(apiOf(fetch).GET('/api/reliefs', { params: { query } })), state, cursor };
};
