import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const client = apiOf(fetch);
  const id = url.searchParams.get('case') ?? undefined;
  const { me } = await parent();
  const [receivers, areas, file] = await Promise.all([
    answerOf(client.GET('/api/receivers')),
    answerOf(client.GET('/api/areas')),
    id === undefined ? null : answerOf(client.GET('/api/cases/{id}', { params: { path: { id } } })),
  ]);
  const townships = areas.townships.filter(({ code }) => code.startsWith(me.area.code) || me.area.code.startsWith(code));
  return { receivers: receivers.items, townships, file };
};
