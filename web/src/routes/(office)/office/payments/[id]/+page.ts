import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  // Whatever the bank says is shown without reloading.
  depends('office:payments', 'office:queue');
  return { batch: await answerOf(apiOf(fetch).GET('/api/pay-batches/{id}', { params: { path: { id: params.id } } })) };
};
