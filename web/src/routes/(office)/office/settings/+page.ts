import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const tabs = ['modes', 'calendars', 'parameters'] as const;
  const tab = tabs.find((word) => word === url.searchParams.get('tab')) ?? 'modes';
  const client = apiOf(fetch);
  const [modes, calendars] = await Promise.all([
    answerOf(client.GET('/api/settings/confirmation-modes')),
    tab === 'calendars' ? answerOf(client.GET('/api/calendars')) : null,
  ]);
  return { tab, modes, calendars };
};
