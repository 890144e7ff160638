import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
  const one = { params: { path: { id: params.id } } };
  const [list, payments] = await Promise.all([
    answerOf(apiOf(fetch).GET('/api/pay-lists/{id}', one)),
    answerOf(apiOf(fetch).GET('/api/pay-lists/{id}/payments', one)),
  ]);
  return { list, payments: payments.items };
};
