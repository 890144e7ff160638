import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  const client = apiOf(fetch);
  depends(`office:case/${params.id}`);
  const [referral, receivers] = await Promise.all([
    answerOf(client.GET('/api/referrals/{id}', { params: { path: { id: params.id } } })),
    answerOf(client.GET('/api/receivers')),
  ]);
  return { referral, receivers: receivers.items };
};
