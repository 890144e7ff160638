import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
  list: await answerOf(apiOf(fetch).GET('/api/pay-lists/{id}', { params: { path: { id: params.id } } })),
});
