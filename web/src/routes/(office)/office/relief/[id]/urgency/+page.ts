import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
  relief: await answerOf(apiOf(fetch).GET('/api/reliefs/{id}', { params: { path: { id: params.id } } })),
});
