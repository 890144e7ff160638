import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:callbacks');
  const state = url.searchParams.get('state') === 'done' ? ('done' as const) : ('booked' as const);
  return { callbacks: await answerOf(apiOf(fetch).GET('/api/callbacks', { params: { query: { state } } })), state };
};
