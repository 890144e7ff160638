import { error } from '@sveltejs/kit';
import type { PublicNotice } from '#lib/api/shapes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
  const answer = await fetch('/api/notices');
  if (!answer.ok) error(503, 'UNAVAILABLE');
  const { items } = (await answer.json()) as { items: PublicNotice[] };
  return { notices: items };
};
