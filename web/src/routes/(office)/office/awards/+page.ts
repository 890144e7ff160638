import { type AwardState, awardStates } from '@zhouji/domain';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const asked = url.searchParams.get('state');
  const state = (Object.keys(awardStates) as AwardState[]).find((word) => word === asked);
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) };
  return { awards: await answerOf(apiOf(fetch).GET('/api/awards', { params: { query } })), state, cursor };
};
