import { error } from '@sveltejs/kit';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const id = url.searchParams.get('case');
  if (!id) error(404);
  return { file: await answerOf(apiOf(fetch).GET('/api/cases/{id}', { params: { path: { id } } })) };
};
