import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  const letter = await answerOf(apiOf(fetch).GET('/api/letters/{id}', { params: { path: { id: params.id } } }));
  depends(`office:case/${letter.caseId}`);
  return { letter };
};
