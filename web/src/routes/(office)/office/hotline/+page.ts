import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const client = apiOf(fetch);
  const [areas, slots, drafts] = await Promise.all([
    answerOf(client.GET('/api/areas')),
    answerOf(client.GET('/api/callbacks/slots')),
    answerOf(client.GET('/api/contact-drafts')),
  ]);
  return { townships: areas.townships, slots, drafts: drafts.items };
};
