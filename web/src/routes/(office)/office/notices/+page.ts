import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** What hangs in one's own area; everybody may see the same list. */
export const load: PageLoad = async ({ fetch, depends, parent }) => {
  depends('office:queue');
  const { me } = await parent();
  const client = apiOf(fetch);
  const [notices, areas] = await Promise.all([answerOf(client.GET('/api/notices')), answerOf(client.GET('/api/areas'))]);
  const own = areas.townships.flatMap(({ name, villages }) =>
    villages.filter(({ code }) => code.startsWith(me.area.code)).map((village) => `${name}/${village.name}`),
  );
  return { notices: notices.items.filter(({ township, village }) => own.includes(`${township}/${village}`)) };
};
