import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('office:emergency');
  const client = apiOf(fetch);
  const [emergencies, areas] = await Promise.all([answerOf(client.GET('/api/emergencies')), answerOf(client.GET('/api/areas'))]);
  return { emergencies, townships: areas.townships.map(({ code, name }) => ({ code, name })) };
};
