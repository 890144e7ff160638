import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const differences = await answerOf(
    apiOf(fetch).GET('/api/reconciliation/differences', { params: { query: cursor === undefined ? {} : { cursor } } }),
  );
  return { differences, cursor };
};
