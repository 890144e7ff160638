import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:cases');
  const show = url.searchParams.get('show') ?? 'open';
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = {
    ...(show === 'open' || show === 'urgent' ? { isOpen: true } : {}),
    ...(show === 'urgent' ? { urgency: 'emergency' as const } : {}),
    ...(show === 'mine' ? { mine: true } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return { leads: await answerOf(apiOf(fetch).GET('/api/leads', { params: { query } })), show, cursor };
};
