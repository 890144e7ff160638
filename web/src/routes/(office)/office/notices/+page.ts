import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** What hangs in one's own area; everybody may see the same list. */
export const load: PageLoad = async ({ fetch, depends, parent }) => {
  depends('office:queue');
  const { me } = await parent();
  const client = apiOf(fetch);
  const [notices, results, areas] = await Promise.all([
    answerOf(client.GET('/api/notices')),
    answerOf(client.GET('/api/notices', { params: { query: { kind: 'publication' } } })),
    answerOf(client.GET('/api/areas')),
  ]);
  const own = areas.townships.flatMap(({ name, villages }) =>
    villages.filter(({ code }) => code.startsWith(me.area.code)).map((village) => `${name}/${village.name}`),
  );
  const isOwn = ({ township, village }: { township: string; village: string }) => own.includes(`${township}/${village}`);
  return { notices: notices.items.filter(isOwn), results: results.items.filter(isOwn) };
};
