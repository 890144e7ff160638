import { error } from '@sveltejs/kit';
import type { PublicNotice } from '#lib/api/shapes.ts';
import { getTimeLimits } from '#lib/server/time-limits.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const list = async (path: string): Promise<PublicNotice[]> => {
    const answer = await event.fetch(path);
    if (!answer.ok) error(503, 'UNAVAILABLE');
    return ((await answer.json()) as { items: PublicNotice[] }).items;
  };
  return { notices: await list('/api/notices'), results: await list('/api/notices?kind=publication'), limits: await getTimeLimits(event) };
};
