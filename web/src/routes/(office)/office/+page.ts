import { redirect } from '@sveltejs/kit';
import { answerOf, apiOf } from '#lib/api/client.ts';
import { waitingElsewhere } from '#lib/office/waiting-elsewhere.ts';
import type { PageLoad } from './$types';

const dues = ['overdue', 'today', 'soon'] as const;

export const load: PageLoad = async ({ fetch, url, depends, parent }) => {
  depends('office:queue');
  const { me } = await parent();
  // All that a department does lies there.
  if (me.duties.every((duty) => duty === 'answer-referral') && me.duties.length > 0) redirect(307, '/office/referrals');
  const asked = url.searchParams;
  const due = dues.find((word) => word === asked.get('due'));
  const duty = me.duties.find((word) => word === asked.get('duty'));
  const township = asked.get('township') ?? undefined;
  const cursor = asked.get('cursor') ?? undefined;
  const client = apiOf(fetch);
  const query = {
    limit: 25,
    ...(due ? { due } : {}),
    ...(duty ? { duty } : {}),
    ...(township ? { township } : {}),
    ...(cursor ? { cursor } : {}),
  };
  const [queue, areas, warnings, elsewhere] = await Promise.all([
    answerOf(client.GET('/api/tasks', { params: { query } })),
    answerOf(client.GET('/api/areas')),
    answerOf(client.GET('/api/warnings', { params: { query: { limit: 1 } } })),
    waitingElsewhere(client, me.duties),
  ]);
  return {
    queue,
    warnings: warnings.counts,
    elsewhere,
    townships: areas.townships.map(({ code, name }) => ({ code, name })),
    filter: { due, duty, township, cursor },
  };
};
