import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** An application may start from what is known of a case, so that nothing is stated twice. */
export const load: PageLoad = async ({ fetch, url }) => {
  const client = apiOf(fetch);
  const from = url.searchParams.get('from');
  const [areas, offer] = await Promise.all([
    answerOf(client.GET('/api/areas')),
    from ? answerOf(client.GET('/api/cases/{id}/offer', { params: { path: { id: from } } })) : null,
  ]);
  return { areas, offer };
};
