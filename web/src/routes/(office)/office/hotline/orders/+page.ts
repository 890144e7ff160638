import { isContactClass } from '@zhouji/domain';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const state = url.searchParams.get('state') === 'closed' ? ('closed' as const) : ('open' as const);
  const asked = url.searchParams.get('class') ?? '';
  const kind = isContactClass(asked) ? asked : undefined;
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, state, ...(kind ? { class: kind } : {}), ...(cursor ? { cursor } : {}) };
  return { orders: await answerOf(apiOf(fetch).GET('/api/work-orders', { params: { query } })), state, kind, cursor };
};
