import { stages, type Stage } from '@zhouji/domain';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const asked = url.searchParams.get('stage');
  const stage = asked && Object.hasOwn(stages, asked) ? (asked as Stage) : undefined;
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, ...(stage ? { stage } : {}), ...(cursor ? { cursor } : {}) };
  return { cases: await answerOf(apiOf(fetch).GET('/api/cases', { params: { query } })), stage, cursor };
};
