import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends, parent }) => {
  const client = apiOf(fetch);
  const { me } = await parent();
  depends(`office:case/${params.id}`);
  const path = { id: params.id };
  const isFollower = me.duties.includes('follow-lead');
  const isWhole = isFollower || me.duties.includes('read-cases');
  const [lead, clocks, areas, receivers] = await Promise.all([
    answerOf(client.GET('/api/leads/{id}', { params: { path } })),
    isWhole ? answerOf(client.GET('/api/cases/{id}/clocks', { params: { path } })) : { items: [] },
    answerOf(client.GET('/api/areas')),
    isFollower ? answerOf(client.GET('/api/receivers')) : { items: [] },
  ]);
  return { lead, clocks: clocks.items, townships: areas.townships, receivers: receivers.items, isWhole };
};
