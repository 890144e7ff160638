import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:board', 'office:queue');
  return { board: await answerOf(apiOf(fetch).GET('/api/hotline/board')) };
};
