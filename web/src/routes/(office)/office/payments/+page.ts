import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  // Whatever the bank says is shown without reloading.
  depends('office:payments', 'office:queue');
  return { payments: await answerOf(apiOf(fetch).GET('/api/payments')) };
};
