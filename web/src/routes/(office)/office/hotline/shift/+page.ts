import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:shift');
  return { shift: await answerOf(apiOf(fetch).GET('/api/hotline/shift')) };
};
