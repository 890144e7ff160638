import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends, parent }) => {
  depends('office:queue');
  const client = apiOf(fetch);
  const { me } = await parent();
  const isTold = me.duties.some((duty) => duty === 'county-visit' || duty === 'county-confirm' || duty === 'read-audit');
  const [warnings, lost] = await Promise.all([
    answerOf(client.GET('/api/warnings', { params: { query: { limit: 200 } } })),
    isTold ? answerOf(client.GET('/api/waiting-on-nobody')) : null,
  ]);
  return { warnings, lost };
};
