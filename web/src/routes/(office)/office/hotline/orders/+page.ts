import { isContactClass } from '@zhouji/domain';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends, parent }) => {
  depends('office:queue');
  const state = url.searchParams.get('state') === 'closed' ? ('closed' as const) : ('open' as const);
  const asked = url.searchParams.get('class') ?? '';
  const kind = isContactClass(asked) ? asked : undefined;
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const { me } = await parent();
  const isHotline = me.duties.includes('take-contacts');
  const mine = isHotline && url.searchParams.get('mine') === 'true';
  const query = { limit: 25, ...(mine ? { mine } : {}), state, ...(kind ? { class: kind } : {}), ...(cursor ? { cursor } : {}) };
  return { orders: await answerOf(apiOf(fetch).GET('/api/work-orders', { params: { query } })), state, kind, cursor, mine, isHotline };
};
