import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  depends(`office:case/${params.id}`);
  return { proof: await answerOf(apiOf(fetch).GET('/api/cases/{id}/clock-proof', { params: { path: { id: params.id } } })) };
};
