import { recognisedProgrammes } from '@zhouji/domain';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('office:queue');
  const programme = recognisedProgrammes.find((word) => word === url.searchParams.get('programme'));
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const query = { limit: 25, ...(programme ? { programme } : {}), ...(cursor ? { cursor } : {}) };
  return { recognitions: await answerOf(apiOf(fetch).GET('/api/recognitions', { params: { query } })), programme, cursor };
};
