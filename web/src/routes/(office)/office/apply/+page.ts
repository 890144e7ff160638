import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** An application may start from what is known of a case, or from what the office has begun out of a lead, so that nothing is stated twice. */
export const load: PageLoad = async ({ fetch, url }) => {
  const client = apiOf(fetch);
  const from = url.searchParams.get('from');
  const begun = url.searchParams.get('prepared');
  const [areas, offer, prepared] = await Promise.all([
    answerOf(client.GET('/api/areas')),
    from ? answerOf(client.GET('/api/cases/{id}/offer', { params: { path: { id: from } } })) : null,
    begun ? answerOf(client.GET('/api/prepared-applications/{id}', { params: { path: { id: begun } } })) : null,
  ]);
  return { areas, offer, prepared };
};
